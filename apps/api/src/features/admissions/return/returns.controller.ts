import { answerQuestion, type InputOf, previewReturn, returnApplication } from '@libretto/contracts';
import type { Actor } from '@libretto/domain';
import { Controller } from '@nestjs/common';
import { By, Handles, Input } from '../../../platform/http/handles';
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
  preview(@By() actor: Actor, @Input() { params, body }: InputOf<typeof previewReturn>) {
    return this.previews.of(actor, params, body);
  }

  @Handles(returnApplication, mayReturn)
  sendBack(@By() actor: Actor, @Input() { params, body }: InputOf<typeof returnApplication>) {
    return this.returning.run(actor, params, body);
  }

  @Handles(answerQuestion, mayApply)
  answer(@By() actor: Actor, @Input() { params, body }: InputOf<typeof answerQuestion>) {
    return this.answering.run(actor, params, body);
  }
}
