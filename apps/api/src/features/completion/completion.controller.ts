import { type InputOf, readCompletion, readEditionCompletion, readMyCompletion } from '@libretto/contracts';
import type { Actor } from '@libretto/domain';
import { Controller } from '@nestjs/common';
import { By, Handles, Input } from '../../platform/http/handles';
import { mayReadCompletion, mayReadOwnCompletion } from './completion.policy';
import { CompletionPages } from './completion-pages';

@Controller()
export class CompletionController {
  constructor(private readonly pages: CompletionPages) {}

  @Handles(readMyCompletion, mayReadOwnCompletion)
  mine(@By() actor: Actor, @Input() { params }: InputOf<typeof readMyCompletion>) {
    return this.pages.own(actor, params.editionId);
  }

  @Handles(readEditionCompletion, mayReadCompletion)
  edition(@Input() { params, query }: InputOf<typeof readEditionCompletion>) {
    return this.pages.ofEdition(params.editionId, query);
  }

  @Handles(readCompletion, mayReadCompletion)
  one(@By() actor: Actor, @Input() { params }: InputOf<typeof readCompletion>) {
    return this.pages.of(actor, params.editionId, params.enrolmentId);
  }
}
