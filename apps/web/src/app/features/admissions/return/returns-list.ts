import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import type { FormField, ReturnView } from '@libretto/contracts';
import { SentencePipe } from '../../../platform/language';
import { LongDayPipe, Moment } from '../../../platform/time';
import { FieldLabelPipe } from '../dossier/field-label.pipe';

/** The commission's questions of each return, with the replies. */
@Component({
  selector: 'lib-returns-list',
  imports: [SentencePipe, FieldLabelPipe, LongDayPipe, Moment],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    @for (one of returns(); track one.number) {
      <section>
        <h3>{{ 'admissions.returned.number' | transloco: { number: one.number, day: one.at | longDay } }}</h3>
        <p class="soft small">
          @if (one.by) {
            {{ 'admissions.returned.by' | transloco: { name: one.by } }}
          }
          @if (one.answeredAt) {
            {{ 'admissions.returned.answered' | transloco: { day: one.answeredAt | longDay } }}
          } @else if (one.lapsedAt) {
            {{ 'admissions.returned.lapsed' | transloco: { day: one.lapsedAt | longDay } }}
          } @else {
            {{ 'admissions.returned.until' | transloco }} <lib-moment [at]="one.answerUntil" [zone]="zone()" />
          }
        </p>
        @if (one.word) {
          <p class="said">{{ one.word }}</p>
        }
        <dl>
          @for (question of one.questions; track question.id) {
            <dt>
              <b>{{ question.field | fieldLabel: fields() }}</b> <span class="said">{{ question.text }}</span>
            </dt>
            <dd class="said">
              @if (question.answer) {
                {{ question.answer }}
              } @else if (one.answeredAt) {
                <span class="soft">{{ 'admissions.returned.no-word' | transloco }}</span>
              }
            </dd>
          }
        </dl>
      </section>
    }
  `,
  styles: `
    h3 {
      margin-top: 0;
    }

    section + section {
      margin-top: var(--s5);
    }

    dl {
      max-width: var(--measure);
      margin: 0;
    }

    dt {
      margin-top: var(--s3);
    }

    dt b {
      margin-inline-end: var(--s2);
    }

    dt b::after {
      content: ':';
    }

    dd {
      margin: 0;
      padding-inline-start: var(--s4);
      border-inline-start: 2px solid var(--rule);
    }

    dd:empty {
      display: none;
    }
  `,
})
export class ReturnsList {
  readonly returns = input.required<readonly (ReturnView & { by?: string })[]>();
  /** The edition's time zone. */
  readonly zone = input.required<string>();
  /** The programme's own fields, for their labels. */
  readonly fields = input.required<readonly FormField[]>();
}
