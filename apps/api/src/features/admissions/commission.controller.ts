import {
  declareConflicts,
  type InputOf,
  previewRuling,
  readDesk,
  readDossier,
  readRulings,
  recordFinding,
  ruleOnApplication,
  voteOnApplication,
} from '@libretto/contracts';
import type { Actor } from '@libretto/domain';
import { Controller } from '@nestjs/common';
import { By, Handles, Input } from '../../platform/http/handles';
import { mayReadDesk, mayRule, mayVote } from './admissions.policy';
import { CommissionDesk } from './commission-desk';
import { DeclareConflicts } from './declare-conflicts';
import { DossierBesideCriteria } from './dossier-beside-criteria';
import { RecordFinding } from './record-finding';
import { RuleOnApplication } from './rule-on-application';
import { RulingPreview } from './ruling-preview';
import { RulingTable } from './ruling-table';
import { VoteOnApplication } from './vote-on-application';

@Controller()
export class CommissionController {
  constructor(
    private readonly commissionDesk: CommissionDesk,
    private readonly dossiers: DossierBesideCriteria,
    private readonly table: RulingTable,
    private readonly previews: RulingPreview,
    private readonly declaring: DeclareConflicts,
    private readonly finding: RecordFinding,
    private readonly voting: VoteOnApplication,
    private readonly ruling: RuleOnApplication,
  ) {}

  @Handles(readDesk, mayReadDesk)
  desk(@By() actor: Actor, @Input() { params, query }: InputOf<typeof readDesk>) {
    return this.commissionDesk.of(actor, params.editionId, query.after);
  }

  @Handles(declareConflicts, mayVote)
  declare(@By() actor: Actor, @Input() { params, body }: InputOf<typeof declareConflicts>) {
    return this.declaring.run(actor, params.editionId, body);
  }

  @Handles(readDossier, mayReadDesk)
  dossier(@By() actor: Actor, @Input() { params }: InputOf<typeof readDossier>) {
    return this.dossiers.of(actor, params);
  }

  @Handles(recordFinding, mayVote)
  find(@By() actor: Actor, @Input() { params, body }: InputOf<typeof recordFinding>) {
    return this.finding.run(actor, params, body);
  }

  @Handles(voteOnApplication, mayVote)
  vote(@By() actor: Actor, @Input() { params, body }: InputOf<typeof voteOnApplication>) {
    return this.voting.run(actor, params, body);
  }

  @Handles(readRulings, mayRule)
  rulings(@By() actor: Actor, @Input() { params, query }: InputOf<typeof readRulings>) {
    return this.table.of(actor, params.editionId, query.after);
  }

  @Handles(previewRuling, mayRule)
  preview(@By() actor: Actor, @Input() { params, body }: InputOf<typeof previewRuling>) {
    return this.previews.of(actor, params, body.reason);
  }

  @Handles(ruleOnApplication, mayRule)
  rule(@By() actor: Actor, @Input() { params, body }: InputOf<typeof ruleOnApplication>) {
    return this.ruling.run(actor, params, body);
  }
}
