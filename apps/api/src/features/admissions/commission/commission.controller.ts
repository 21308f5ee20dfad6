import {
  declareConflicts,
  lookAtDossier,
  readDesk,
  readDossier,
  recordFinding,
  voteOnApplication,
} from '@libretto/contracts';
import { Controller } from '@nestjs/common';
import { Handles, type RequestOf } from '../../../platform/http/handles';
import { mayReadDesk, mayVote } from '../dossier/admissions.policy';
import { CommissionDesk } from './commission-desk';
import { DeclareConflicts } from './declare-conflicts';
import { DossierBesideCriteria } from './dossier-beside-criteria';
import { LookAtDossier } from './look-at-dossier';
import { RecordFinding } from './record-finding';
import { VoteOnApplication } from './vote-on-application';

@Controller()
export class CommissionController {
  constructor(
    private readonly commissionDesk: CommissionDesk,
    private readonly dossiers: DossierBesideCriteria,
    private readonly looking: LookAtDossier,
    private readonly declaring: DeclareConflicts,
    private readonly finding: RecordFinding,
    private readonly voting: VoteOnApplication,
  ) {}

  @Handles(readDesk, mayReadDesk)
  desk({ actor, params, query }: RequestOf<typeof readDesk>) {
    return this.commissionDesk.of(actor, params.editionId, query);
  }

  @Handles(declareConflicts, mayVote)
  declare({ actor, params, body }: RequestOf<typeof declareConflicts>) {
    return this.declaring.run(actor, params.editionId, body);
  }

  @Handles(readDossier, mayReadDesk)
  dossier({ actor, params, query }: RequestOf<typeof readDossier>) {
    return this.dossiers.of(actor, params, query);
  }

  @Handles(lookAtDossier, mayReadDesk)
  look({ actor, params, body }: RequestOf<typeof lookAtDossier>) {
    return this.looking.run(actor, params, body.version);
  }

  @Handles(recordFinding, mayVote)
  find({ actor, params, body }: RequestOf<typeof recordFinding>) {
    return this.finding.run(actor, params, body);
  }

  @Handles(voteOnApplication, mayVote)
  vote({ actor, params, body }: RequestOf<typeof voteOnApplication>) {
    return this.voting.run(actor, params, body);
  }
}
