import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import type { WorkToMarkView } from '@libretto/contracts';
import { SentencePipe } from '../../platform/language';
import { LongDayPipe } from '../../platform/time';
import { Status } from '../../ui/status';
import { LatenessSaid } from './lateness-said';
import { Markings } from './markings';

/** What is said of a work so far: its agreed mark, the markings, and the second looks. */
@Component({
  selector: 'lib-marked-so-far',
  imports: [LatenessSaid, LongDayPipe, Markings, SentencePipe, Status],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './marked-so-far.html',
  styles: `
    .words {
      white-space: pre-line;
      max-width: var(--measure);
    }
  `,
})
export class MarkedSoFar {
  readonly work = input.required<WorkToMarkView>();
}
