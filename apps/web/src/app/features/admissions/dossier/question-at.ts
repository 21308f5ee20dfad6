import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { MatFormFieldModule } from '@angular/material/form-field';
import { MatInputModule } from '@angular/material/input';
import { SentencePipe } from '../../../platform/language';
import { AskedQuestions } from './asked-questions';

/** The commission's question about one field, at that field, with room for a reply. Empty if there is no question. */
@Component({
  selector: 'lib-question-at',
  imports: [MatFormFieldModule, MatInputModule, SentencePipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    @if (question(); as one) {
      <div
        class="asked"
        role="group"
        tabindex="-1"
        [id]="'asked-' + field()"
        [attr.aria-label]="'admissions.asks.title' | transloco"
      >
        <p>
          <b>{{ 'admissions.asks.title' | transloco }}</b>
        </p>
        <p class="said">{{ one.text }}</p>
        <mat-form-field>
          <mat-label>{{ 'admissions.asks.answer' | transloco }}</mat-label>
          <textarea
            #word
            matInput
            rows="2"
            maxlength="2000"
            [value]="said()"
            (input)="answer(one.id, word.value)"
          ></textarea>
          <mat-hint aria-live="polite">{{
            (saved() ? 'shell.draft.saved' : 'admissions.asks.answer-hint') | transloco
          }}</mat-hint>
        </mat-form-field>
      </div>
    }
  `,
  styles: `
    .asked {
      margin-block: var(--s3);
      padding: var(--s3) var(--s4);
      border-inline-start: 3px solid var(--amber);
      background: var(--amber-wash);
      scroll-margin-top: var(--s5);
    }

    p {
      margin-bottom: var(--s2);
    }

    mat-form-field {
      width: 100%;
      max-width: var(--measure);
    }
  `,
})
export class QuestionAt {
  readonly field = input.required<string>();

  // The form is also drawn outside of a return.
  private readonly asking = inject(AskedQuestions, { optional: true });
  protected readonly question = computed(() =>
    this.asking?.asked()?.questions.find(({ field }) => field === this.field()),
  );
  protected readonly said = computed(() => this.asking?.draft.screen()?.[this.question()?.id ?? '']?.answer ?? '');
  protected readonly saved = computed(() => this.asking?.draft.standing() === 'saved');

  protected answer(questionId: string, answer: string): void {
    this.asking?.answer(questionId, answer);
  }
}
