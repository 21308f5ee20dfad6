import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import type { MarkingView, RubricRow } from '@libretto/contracts';
import { InLanguagePipe, SentencePipe } from '../../platform/language';
import { LongDayPipe } from '../../platform/time';
import { Status } from '../../ui/status';
import { LevelPipe } from './level-words';

/** The markers' markings: row by row of the rubric, and their comments. */
@Component({
  selector: 'lib-markings',
  imports: [SentencePipe, InLanguagePipe, LevelPipe, LongDayPipe, Status],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './markings.html',
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

  protected levelOf({ rubric }: MarkingView, { id, levels }: RubricRow) {
    const reached = rubric.find((mark) => mark.row === id)?.level;
    return levels.find((level) => level.id === reached);
  }

  /** The best level of a row is good, the last one bad. */
  protected toneOf({ levels }: RubricRow, level: RubricRow['levels'][number]) {
    const at = levels.indexOf(level);
    return at === 0 ? 'good' : at === levels.length - 1 ? 'bad' : 'wait';
  }
}
