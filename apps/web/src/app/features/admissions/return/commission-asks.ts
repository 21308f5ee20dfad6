import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import type { FormField, ReturnView } from '@libretto/contracts';
import { fieldKeysOf } from '@libretto/domain';
import { FieldLabelPipe } from '../field-label.pipe';
import { QuestionAt } from './question-at';

/** The first thing that an applicant reads whose dossier was returned: what is asked, and where. */
@Component({
  selector: 'lib-commission-asks',
  imports: [RouterLink, TranslocoPipe, FieldLabelPipe, QuestionAt],
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
              <a [routerLink]="[]" [fragment]="'asked-' + question.field">{{ question.field | fieldLabel: fields() }}</a>
              <div class="said">{{ question.text }}</div>
            } @else {
              <b>{{ question.field | fieldLabel: fields() }}</b>
              <lib-question-at [field]="question.field" />
            }
          </li>
        }
      </ul>
      <p class="soft small">{{ 'admissions.asks.how' | transloco }}</p>
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
  /** Those that show now. A question about one that does not, any more, is answered here. */
  readonly shown = input.required<readonly FormField[]>();
  protected readonly places = computed(() => new Set<string>(fieldKeysOf(this.shown())));
  /** The programme's own fields, for their names. */
  readonly fields = input.required<readonly FormField[]>();
}
