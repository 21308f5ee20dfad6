import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { MarkingView, RubricRow } from '@libretto/contracts';
import { InLanguagePipe } from '../../platform/language';
import { LongDayPipe } from '../../platform/time';
import { Status } from '../../ui/status';

/** The markers' markings: row by row of the rubric, and their comments. */
@Component({
  selector: 'lib-markings',
  imports: [TranslocoPipe, InLanguagePipe, LongDayPipe, Status],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    @for (marking of markings(); track marking.at) {
      <article>
        <p class="small soft">
          @if (marking.marker; as marker) {
            {{ marker }} · {{ 'project-work.outcome.' + marking.outcome | transloco }} ·
          }
          {{ marking.at | longDay }}
          @if (marking.grade; as grade) {
            · {{ 'project-work.mark.grade' | transloco }} {{ grade }}
          }
        </p>
        <ul>
          @for (row of rubric(); track row.id) {
            @let level = levelOf(marking, row.id);
            <li>
              {{ row.title | inLanguage }}
              @if (level) {
                <lib-status [tone]="tones[level]">{{ 'project-work.level.' + level | transloco }}</lib-status>
              }
            </li>
          }
        </ul>
        <p class="comment">{{ marking.comment }}</p>
      </article>
    }
  `,
  styles: `
    article {
      max-width: var(--measure);
      padding-inline-start: var(--s4);
      border-inline-start: 3px solid var(--rule);
      margin-bottom: var(--s4);
    }

    li {
      padding-block: var(--s1);
    }

    ul {
      list-style: none;
      padding: 0;
      margin-bottom: var(--s3);
    }

    .comment {
      white-space: pre-line;
      margin: 0;
    }
  `,
})
export class Markings {
  readonly markings = input.required<readonly MarkingView[]>();
  readonly rubric = input.required<readonly RubricRow[]>();

  protected readonly tones = { met: 'good', partly: 'wait', 'not-met': 'bad' } as const;

  protected levelOf(marking: MarkingView, row: string) {
    return marking.rubric.find((mark) => mark.row === row)?.level;
  }
}
