import { setIndividualResult } from '@libretto/contracts';
import { Controller } from '@nestjs/common';
import { Handles, type RequestOf } from '../../../platform/http/handles';
import { mayReadWorks } from '../project-work.policy';
import { SetIndividualResult } from './set-individual-result';

@Controller()
export class ResultsController {
  constructor(private readonly setting: SetIndividualResult) {}

  @Handles(setIndividualResult, mayReadWorks)
  set({ actor, params, body }: RequestOf<typeof setIndividualResult>) {
    return this.setting.run(actor, params, body);
  }
}
