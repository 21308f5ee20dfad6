import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import type { GivenFeedback, RubricRow } from '@libretto/contracts';
import { InLanguagePipe, SentencePipe } from '../../../platform/language';
import { LevelPipe } from '../level-words';

/** What a feedback says: row by row of its rubric, each with its comment. */
@Component({
  selector: 'lib-given-feedback',
  imports: [InLanguagePipe, LevelPipe, SentencePipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <dl>
      @for (row of rubric(); track row.id) {
        @let said = saidOf(row);
        <dt>
          {{ row.title | inLanguage }}
          @if (levelOf(row); as level) {
            <span class="soft">{{ level | level }}</span>
          }
        </dt>
        <dd>{{ said?.comment }}</dd>
      }
    </dl>
    @if (given().points; as sum) {
      <p class="small soft">{{ 'project-work.points-of' | transloco: sum }}</p>
    }
  `,
  styles: `
    dl {
      max-width: var(--measure);
      margin: 0;
      padding-inline-start: var(--s4);
      border-inline-start: 3px solid var(--rule);
    }

    dt {
      font-weight: 600;
    }

    dt span {
      font-weight: 400;
    }

    dd {
      margin: 0 0 var(--s3);
      white-space: pre-line;
      overflow-wrap: anywhere;
    }
  `,
})
export class GivenFeedbackSaid {
  readonly given = input.required<GivenFeedback>();
  readonly rubric = input.required<readonly RubricRow[]>();

  protected saidOf({ id }: RubricRow) {
    return this.given().rubric.find(({ row }) => row === id);
  }

  protected levelOf(row: RubricRow) {
    return row.levels.find(({ id }) => id === this.saidOf(row)?.level);
  }
}
