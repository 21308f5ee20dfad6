import { ChangeDetectionStrategy, Component, computed, inject, input, output, signal } from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import {
  type AskedQuestion,
  checkAnswer,
  finishAttempt,
  saveAnswers,
  type TestAttempt,
  type TestOutcome,
} from '@libretto/contracts';
import type { TestAnswer } from '@libretto/domain';
import { Api } from '../../../platform/api';
import { keepDraft } from '../../../platform/drafts';
import { injectSay, SentencePipe } from '../../../platform/language';
import { Confirm } from '../../../ui/confirm';
import { DraftState } from '../../../ui/draft-state';
import { Refused, Sending } from '../../../ui/sending';
import { TestQuestionShown } from './test-question';
import { typedNumber } from './typed-number';

/** By the question's id; a number as it is typed. */
type Answers = Readonly<Record<string, TestAnswer>>;

/**
 * An open attempt at a self-test. Answers keep themselves, on the server and until then in this browser, so that a lost connection or a
 * closed window takes none of them away.
 */
@Component({
  selector: 'lib-test-sheet',
  imports: [DraftState, MatButtonModule, Refused, SentencePipe, TestQuestionShown],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './test-sheet.html',
  styles: '.asked { margin-bottom: var(--s6); }',
})
export class TestSheet {
  readonly editionId = input.required<string>();
  readonly materialId = input.required<string>();
  readonly attempt = input.required<TestAttempt>();
  readonly finished = output<TestAttempt>();

  private readonly api = inject(Api);
  private readonly confirm = inject(Confirm);
  private readonly say = injectSay();
  protected readonly sending = new Sending();
  /** The outcomes that were told since this page was read, by question. */
  private readonly told = signal<Readonly<Record<string, TestOutcome>>>({});
  /** The question whose answer is to be given first. */
  protected readonly lacking = signal<string | undefined>(undefined);
  protected readonly isUnsent = signal(false);
  private readonly params = computed(() => ({
    editionId: this.editionId(),
    materialId: this.materialId(),
    number: String(this.attempt().number),
  }));

  protected readonly draft = keepDraft<Answers, Answers>(() => {
    const params = this.params();
    const { questions } = this.attempt();
    return {
      name: `attempt/${params.materialId}/${params.number}`,
      stored: Object.fromEntries(questions.flatMap(({ id, answer }) => (answer === null ? [] : [[id, answer]]))),
      show: (stored) => stored,
      read: (screen, base) => readAnswers(questions, screen, base),
      send: async ({ from, to }) => {
        const gone = Object.keys(from).filter((id) => to[id] === undefined);
        const answers = { ...to, ...Object.fromEntries(gone.map((id) => [id, null])) };
        await this.api.sendAway(saveAnswers, { params: params as never, body: { answers: answers as never } });
        return to;
      },
    };
  });
  protected readonly answers = computed(() => this.draft.screen() ?? {});

  protected outcomeOf({ id, outcome }: AskedQuestion): TestOutcome | null {
    return outcome ?? this.told()[id] ?? null;
  }

  protected write({ id }: AskedQuestion, answer: TestAnswer | undefined): void {
    this.lacking.set(undefined);
    this.isUnsent.set(false);
    this.draft.write(({ [id]: _, ...others }) => (isNone(answer) ? others : { ...others, [id]: answer! }));
  }

  protected async check(question: AskedQuestion): Promise<void> {
    const { id, kind, options } = question;
    const { stored } = readAnswers([question], this.answers(), {});
    // Items in the order in which they are shown are an answer too.
    const answer = stored[id] ?? (kind === 'order' ? options.map((option) => option.id) : undefined);
    this.lacking.set(answer === undefined ? id : undefined);
    if (answer === undefined) return;
    await this.sending.run(async () => {
      const body = { questionId: id, answer: answer as never };
      const told = await this.api.send(checkAnswer, { params: this.params() as never, body });
      // Another window may have been first: what counted is shown.
      this.draft.write((screen) => ({ ...screen, [id]: told.answer }));
      this.told.update((all) => ({ ...all, [id]: told.outcome }));
    });
  }

  protected async finish(): Promise<void> {
    const count = this.attempt().questions.filter(({ id }) => isNone(this.answers()[id])).length;
    const asked = {
      title: this.say('self-tests.take.confirm'),
      consequence: [
        count ? this.say('self-tests.take.unanswered', { count }) : '',
        this.say('self-tests.take.consequence'),
      ].join(' '),
      verb: this.say('self-tests.take.finish'),
    };
    if (count && !(await this.confirm.ask(asked))) return;
    await this.sending.run(async () => {
      await this.draft.saveNow();
      this.isUnsent.set(this.draft.standing() === 'unsaved' && !this.draft.refused());
      if (this.isUnsent()) return;
      this.finished.emit(await this.api.send(finishAttempt, { params: this.params() as never }));
    });
  }

  protected readonly labelOf = ([id]: readonly string[]): string => {
    const number = this.attempt().questions.findIndex((one) => one.id === id) + 1;
    return this.say('self-tests.question.number', { number });
  };
}

/** The answers that can be sent: a number that is none yet stays what it was. */
function readAnswers(questions: readonly AskedQuestion[], screen: Answers, base: Answers) {
  let unkept = 0;
  const stored = questions.flatMap(({ id, kind }): [string, TestAnswer][] => {
    const answer = screen[id];
    if (isNone(answer)) return [];
    if (kind !== 'number') return [[id, typeof answer === 'string' ? answer.trim() : answer!]];
    const number = typedNumber(String(answer));
    if (number !== undefined) return [[id, number]];
    unkept += 1;
    return base[id] === undefined ? [] : [[id, base[id]]];
  });
  return { stored: Object.fromEntries(stored), unkept };
}

const isNone = (answer: TestAnswer | undefined): boolean =>
  answer === undefined ||
  (typeof answer === 'string' && answer.trim() === '') ||
  (Array.isArray(answer) && !answer.length);
