import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { FormField, ReturnView } from '@libretto/contracts';
import { fieldKeysOf, type FormPart, ownLabelOf } from '@libretto/domain';
import type { KeyBelow } from '@libretto/language';
import { injectSay, inLanguage, ReadingLanguage, SentencePipe } from '../../../platform/language';
import { FieldLabelPipe } from '../dossier/field-label.pipe';
import { DraftState } from '../../../ui/draft-state';
import { AskedQuestions } from '../dossier/asked-questions';
import { QuestionAt } from '../dossier/question-at';

/** The first part of a returned application for its applicant: the questions, with links to their fields. */
@Component({
  selector: 'lib-commission-asks',
  imports: [RouterLink, SentencePipe, DraftState, FieldLabelPipe, QuestionAt],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <section class="sheet" [attr.aria-label]="'admissions.asks.title' | transloco">
      <h2>{{ 'admissions.asks.title' | transloco }}</h2>
      @if (asked().word) {
        <p class="said">{{ asked().word }}</p>
      }
      <ul>
        @for (question of asked().questions; track question.id) {
          <li>
            @if (places().has(question.field)) {
              <a [routerLink]="[]" [fragment]="'asked-' + question.field">{{
                question.field | fieldLabel: fields()
              }}</a>
              <div class="said">{{ question.text }}</div>
            } @else {
              <b>{{ question.field | fieldLabel: fields() }}</b>
              <lib-question-at [field]="question.field" />
            }
          </li>
        }
      </ul>
      <p class="soft small">{{ 'admissions.asks.how' | transloco }}</p>
      <lib-draft-state [draft]="asking.draft" [label]="labelOf" />
    </section>
  `,
  styles: `
    section {
      margin-bottom: var(--s5);
      border-color: var(--amber);
    }

    h2 {
      margin-top: 0;
    }

    li + li {
      margin-top: var(--s2);
    }
  `,
})
export class CommissionAsks {
  readonly asked = input.required<ReturnView>();
  /**
   * The parts of the form, and the own fields that show now. A question about a field that no longer shows is answered
   * here.
   */
  readonly parts = input.required<readonly FormPart[]>();
  readonly shown = input.required<readonly FormField[]>();
  protected readonly asking = inject(AskedQuestions);
  private readonly say = injectSay();
  private readonly reading = inject(ReadingLanguage);
  protected readonly labelOf = ([questionId]: readonly string[]): string => {
    const field = this.asked().questions.find(({ id }) => id === questionId)?.field ?? '';
    const own = ownLabelOf(field, this.fields());
    return own
      ? inLanguage(own, this.reading.code())
      : this.say(`admissions.field.${field as KeyBelow<'admissions.field'>}`);
  };
  protected readonly places = computed(() => new Set<string>(fieldKeysOf(this.parts(), this.shown())));
  /** The programme's own fields, for their labels. */
  readonly fields = input.required<readonly FormField[]>();
}
