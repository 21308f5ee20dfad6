import { computed, inject, Injectable, type Signal, signal } from '@angular/core';
import { answerQuestion, type ReturnView } from '@libretto/contracts';
import { Api } from '../../../platform/api';
import { keepDraft, sendEach } from '../../../platform/drafts';

/** By the question's id. */
type Answers = Record<string, { readonly answer: string }>;

/** What the commission asks of the application on the page, for the questions that stand at their fields, and what is answered. */
@Injectable()
export class AskedQuestions {
  private readonly api = inject(Api);
  private readonly page = signal<{ asked: Signal<ReturnView | undefined>; editionId: Signal<string> } | undefined>(
    undefined,
  );
  readonly asked = computed(() => this.page()?.asked());
  readonly draft = keepDraft<Answers, Answers>(() => {
    const [asked, editionId] = [this.asked(), this.page()?.editionId()];
    if (!asked || !editionId) return undefined;
    return {
      name: `answers/${editionId}/${asked.number}`,
      stored: Object.fromEntries(asked.questions.map(({ id, answer }) => [id, { answer }])),
      show: (answers) => answers,
      read: (answers) => ({
        stored: Object.fromEntries(Object.entries(answers).map(([id, { answer }]) => [id, { answer: answer.trim() }])),
        unkept: 0,
      }),
      send: (change) =>
        sendEach(change as { from: Answers; to: Answers }, async (questionId, body) => {
          const { stored } = await this.api.sendAway(answerQuestion, { params: { editionId, questionId }, body });
          return stored;
        }),
    };
  });

  /** The page says once whose questions they are. */
  follow(asked: Signal<ReturnView | undefined>, editionId: Signal<string>): void {
    this.page.set({ asked, editionId });
  }

  answer(questionId: string, answer: string): void {
    this.draft.write((answers) => ({ ...answers, [questionId]: { answer } }));
  }

  /** Saves what waits to be saved, before submitting; says whether all of it could be. */
  async saveNow(): Promise<boolean> {
    await this.draft.saveNow();
    return this.draft.standing() !== 'unsaved';
  }
}
