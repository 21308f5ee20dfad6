import { foreseePlaces, previewRuling, readRulings, ruleOnApplication } from '@libretto/contracts';
import { Controller } from '@nestjs/common';
import { Handles, type RequestOf } from '../../../platform/http/handles';
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
  rulings({ actor, params, query }: RequestOf<typeof readRulings>) {
    return this.table.of(actor, params.editionId, query);
  }

  @Handles(previewRuling, mayRuleWhereOneChairs)
  preview({ actor, params, body }: RequestOf<typeof previewRuling>) {
    return this.previews.of(actor, params, body);
  }

  @Handles(ruleOnApplication, mayRuleWhereOneChairs)
  rule({ actor, params, body }: RequestOf<typeof ruleOnApplication>) {
    return this.ruling.run(actor, params, body);
  }

  @Handles(foreseePlaces, mayRule)
  foresee({ actor, params, body }: RequestOf<typeof foreseePlaces>) {
    return this.outlook.of(actor, params.editionId, body.applicationIds);
  }
}
