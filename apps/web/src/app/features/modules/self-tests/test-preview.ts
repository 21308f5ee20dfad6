import { ChangeDetectionStrategy, Component, computed, input, linkedSignal, signal } from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import type { TestOutcome } from '@libretto/contracts';
import {
  answerNamed,
  type Asked,
  askedOn,
  isPass,
  layOut,
  outcomeOfAnswer,
  paperOf,
  percentOfTest,
  type SelfTest,
  type TestAnswer,
} from '@libretto/domain';
import { SentencePipe } from '../../../platform/language';
import { TestQuestionShown } from './test-question';
import { typedNumber } from './typed-number';

/** A draft as a participant would take it. Its author has the right answers already, so that it is scored here and kept nowhere. */
@Component({
  selector: 'lib-test-preview',
  imports: [MatButtonModule, SentencePipe, TestQuestionShown],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    @for (one of sheet(); track one.paper.id; let at = $index) {
      <lib-test-question
        [question]="one.paper"
        [number]="at + 1"
        [answer]="answers()[one.paper.id]"
        (answerChange)="write(one.paper.id, $event)"
        [outcome]="outcomeOf(one.asked)"
      />
      @if (test().settings.feedback === 'each' && !outcomeOf(one.asked)) {
        <p>
          <button mat-stroked-button type="button" (click)="check(one.paper.id)">
            {{ 'self-tests.take.check' | transloco }}<span class="unseen"> {{ at + 1 }}</span>
          </button>
        </p>
      }
    } @empty {
      <p class="soft">{{ 'self-tests.checks.no-questions' | transloco }}</p>
    }
    <div role="status">
      @if (isFinished()) {
        <p class="lead">
          {{
            (isPassed() ? 'self-tests.take.result-passed' : 'self-tests.take.result')
              | transloco: { percent: percent(), needed: test().settings.passPercent }
          }}
        </p>
      }
    </div>
    @if (sheet().length && !isFinished()) {
      <button mat-flat-button type="button" (click)="isFinished.set(true)">
        {{ 'self-tests.take.finish-preview' | transloco }}
      </button>
    }
  `,
})
export class TestPreview {
  readonly test = input.required<SelfTest>();

  protected readonly sheet = linkedSignal(() =>
    askedOn(this.test(), layOut(this.test(), Math.random)).map((asked) => ({ asked, paper: paperOf(asked) })),
  );
  protected readonly answers = signal<Readonly<Record<string, TestAnswer>>>({});
  private readonly checked = signal<readonly string[]>([]);
  protected readonly isFinished = signal(false);
  protected readonly percent = computed(() =>
    percentOfTest(
      this.sheet().map(({ asked }) => ({ points: asked.question.points, percent: this.scored(asked).percent })),
    ),
  );

  protected readonly isPassed = computed(() => isPass(this.test(), this.percent()));

  protected write(id: string, answer: TestAnswer | undefined): void {
    if (answer !== undefined) this.answers.update((all) => ({ ...all, [id]: answer }));
  }

  protected check(id: string): void {
    this.checked.update((all) => [...all, id]);
  }

  protected outcomeOf(asked: Asked): TestOutcome | null {
    return this.isFinished() || this.checked().includes(asked.question.rowId) ? this.scored(asked) : null;
  }

  private scored(asked: Asked): TestOutcome {
    const typed = this.answers()[asked.question.rowId];
    const answer = asked.question.kind === 'number' ? typedNumber(String(typed ?? '')) : typed;
    const named = answer === undefined ? undefined : (answerNamed(asked, answer) ?? undefined);
    return outcomeOfAnswer(asked, named) as TestOutcome;
  }
}
