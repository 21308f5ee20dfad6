import { foreseePlaces, type InputOf, previewRuling, readRulings, ruleOnApplication } from '@libretto/contracts';
import type { Actor } from '@libretto/domain';
import { Controller } from '@nestjs/common';
import { By, Handles, Input } from '../../../platform/http/handles';
import { mayRule, mayRuleWhereOneChairs } from '../dossier/admissions.policy';
import { PlacesOutlook } from './places-outlook';
import { RuleOnApplication } from './rule-on-application';
import { RulingPreview } from './ruling-preview';
import { RulingTable } from './ruling-table';

@Controller()
export class RulingsController {
  constructor(
    private readonly table: RulingTable,
    private readonly previews: RulingPreview,
    private readonly ruling: RuleOnApplication,
    private readonly outlook: PlacesOutlook,
  ) {}

  @Handles(readRulings, mayRuleWhereOneChairs)
  rulings(@By() actor: Actor, @Input() { params, query }: InputOf<typeof readRulings>) {
    return this.table.of(actor, params.editionId, query);
  }

  @Handles(previewRuling, mayRuleWhereOneChairs)
  preview(@By() actor: Actor, @Input() { params, body }: InputOf<typeof previewRuling>) {
    return this.previews.of(actor, params, body);
  }

  @Handles(ruleOnApplication, mayRuleWhereOneChairs)
  rule(@By() actor: Actor, @Input() { params, body }: InputOf<typeof ruleOnApplication>) {
    return this.ruling.run(actor, params, body);
  }

  @Handles(foreseePlaces, mayRule)
  foresee(@By() actor: Actor, @Input() { params, body }: InputOf<typeof foreseePlaces>) {
    return this.outlook.of(actor, params.editionId, body.applicationIds);
  }
}
