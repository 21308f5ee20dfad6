import { readCompletion, readEditionCompletion, readMyCompletion } from '@libretto/contracts';
import { Controller } from '@nestjs/common';
import { Handles, type RequestOf } from '../../platform/http/handles';
import { mayReadCompletion, mayReadOwnCompletion } from './completion.policy';
import { CompletionPages } from './completion-pages';

@Controller()
export class CompletionController {
  constructor(private readonly pages: CompletionPages) {}

  @Handles(readMyCompletion, mayReadOwnCompletion)
  mine({ actor, params }: RequestOf<typeof readMyCompletion>) {
    return this.pages.own(actor, params.editionId);
  }

  @Handles(readEditionCompletion, mayReadCompletion)
  edition({ actor, params, query }: RequestOf<typeof readEditionCompletion>) {
    return this.pages.ofEdition(actor, params.editionId, query);
  }

  @Handles(readCompletion, mayReadCompletion)
  one({ actor, params }: RequestOf<typeof readCompletion>) {
    return this.pages.of(actor, params.editionId, params.enrolmentId);
  }
}
