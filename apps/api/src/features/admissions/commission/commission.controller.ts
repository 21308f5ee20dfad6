import {
  declareConflicts,
  type InputOf,
  lookAtDossier,
  readDesk,
  readDossier,
  recordFinding,
  voteOnApplication,
} from '@libretto/contracts';
import type { Actor } from '@libretto/domain';
import { Controller } from '@nestjs/common';
import { By, Handles, Input } from '../../../platform/http/handles';
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
  desk(@By() actor: Actor, @Input() { params, query }: InputOf<typeof readDesk>) {
    return this.commissionDesk.of(actor, params.editionId, query);
  }

  @Handles(declareConflicts, mayVote)
  declare(@By() actor: Actor, @Input() { params, body }: InputOf<typeof declareConflicts>) {
    return this.declaring.run(actor, params.editionId, body);
  }

  @Handles(readDossier, mayReadDesk)
  dossier(@By() actor: Actor, @Input() { params, query }: InputOf<typeof readDossier>) {
    return this.dossiers.of(actor, params, query);
  }

  @Handles(lookAtDossier, mayReadDesk)
  look(@By() actor: Actor, @Input() { params, body }: InputOf<typeof lookAtDossier>) {
    return this.looking.run(actor, params, body.version);
  }

  @Handles(recordFinding, mayVote)
  find(@By() actor: Actor, @Input() { params, body }: InputOf<typeof recordFinding>) {
    return this.finding.run(actor, params, body);
  }

  @Handles(voteOnApplication, mayVote)
  vote(@By() actor: Actor, @Input() { params, body }: InputOf<typeof voteOnApplication>) {
    return this.voting.run(actor, params, body);
  }
}
