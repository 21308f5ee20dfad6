import { appealResult } from '@libretto/contracts';
import { Controller } from '@nestjs/common';
import { Handles, type RequestOf } from '../../../platform/http/handles';
import { mayTakePart } from '../project-work.policy';
import { AppealResult } from './appeal-result';

@Controller()
export class AppealController {
  constructor(private readonly appealing: AppealResult) {}

  @Handles(appealResult, mayTakePart)
  appeal({ actor, params, body }: RequestOf<typeof appealResult>) {
    return this.appealing.run(actor, params, body.reason);
  }
}
