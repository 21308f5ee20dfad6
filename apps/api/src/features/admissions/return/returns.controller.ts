import { answerQuestion, previewReturn, returnApplication } from '@libretto/contracts';
import { Controller } from '@nestjs/common';
import { Handles, type RequestOf } from '../../../platform/http/handles';
import { mayApply, mayReturn } from '../dossier/admissions.policy';
import { AnswerQuestion } from './answer-question';
import { ReturnApplication } from './return-application';
import { ReturnPreview } from './return-preview';

@Controller()
export class ReturnsController {
  constructor(
    private readonly previews: ReturnPreview,
    private readonly returning: ReturnApplication,
    private readonly answering: AnswerQuestion,
  ) {}

  @Handles(previewReturn, mayReturn)
  preview({ actor, params, body }: RequestOf<typeof previewReturn>) {
    return this.previews.of(actor, params, body);
  }

  @Handles(returnApplication, mayReturn)
  sendBack({ actor, params, body }: RequestOf<typeof returnApplication>) {
    return this.returning.run(actor, params, body);
  }

  @Handles(answerQuestion, mayApply)
  answer({ actor, params, body }: RequestOf<typeof answerQuestion>) {
    return this.answering.run(actor, params, body);
  }
}
