import { confirmContribution, readContributions, sayContribution } from '@libretto/contracts';
import { Controller } from '@nestjs/common';
import { Handles, type RequestOf } from '../../../platform/http/handles';
import { mayTakePart } from '../project-work.policy';
import { SayContribution } from './say-contribution';

@Controller()
export class ContributionsController {
  constructor(private readonly saying: SayContribution) {}

  @Handles(readContributions, mayTakePart)
  read({ actor, params }: RequestOf<typeof readContributions>) {
    return this.saying.of(actor, params);
  }

  @Handles(sayContribution, mayTakePart)
  say({ actor, params, body }: RequestOf<typeof sayContribution>) {
    return this.saying.say(actor, params, body.words);
  }

  @Handles(confirmContribution, mayTakePart)
  confirm({ actor, params }: RequestOf<typeof confirmContribution>) {
    return this.saying.confirm(actor, params);
  }
}
