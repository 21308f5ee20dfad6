import { computed, inject, Injectable, type Signal, signal } from '@angular/core';
import { answerQuestion, type ReturnView } from '@libretto/contracts';
import { Api } from '../../../platform/api';
import { keepDraft, sendEach } from '../../../platform/drafts';

/** Replies by the question's id. */
type Answers = Record<string, { readonly answer: string }>;

/**
 * The commission's questions about the application on the page, which stand at their fields, and the replies to them.
 */
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

  /** The page sets the return whose questions these are. */
  follow(asked: Signal<ReturnView | undefined>, editionId: Signal<string>): void {
    this.page.set({ asked, editionId });
  }

  answer(questionId: string, answer: string): void {
    this.draft.write((answers) => ({ ...answers, [questionId]: { answer } }));
  }

  /** Saves pending changes before submitting; answers whether all of them were saved. */
  async saveNow(): Promise<boolean> {
    await this.draft.saveNow();
    return this.draft.standing() !== 'unsaved';
  }
}
