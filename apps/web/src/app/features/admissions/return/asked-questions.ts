import { computed, inject, Injectable, type Signal, signal } from '@angular/core';
import { answerQuestion, type ReturnView } from '@libretto/contracts';
import { Api } from '../../../platform/api';

/** What the commission asks of the application on the page, for the questions that stand at their fields. */
@Injectable()
export class AskedQuestions {
  private readonly api = inject(Api);
  private readonly page = signal<{ asked: Signal<ReturnView | undefined>; editionId: Signal<string> } | undefined>(undefined);
  readonly asked = computed(() => this.page()?.asked());
  private going: Promise<unknown> = Promise.resolve();

  /** The page says once whose questions they are. */
  follow(asked: Signal<ReturnView | undefined>, editionId: Signal<string>): void {
    this.page.set({ asked, editionId });
  }

  answer(questionId: string, answer: string): Promise<unknown> {
    const editionId = this.page()?.editionId() ?? '';
    const sent = this.going.then(() => this.api.send(answerQuestion, { params: { editionId, questionId }, body: { answer } }));
    this.going = sent.catch(() => undefined);
    return sent;
  }

  /** Until every answer that was begun is kept; before submitting. */
  settled(): Promise<unknown> {
    return this.going;
  }
}
