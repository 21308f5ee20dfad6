import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import type { Roll } from '@libretto/contracts';
import { SentencePipe } from '../../platform/language';
import { LongDayPipe } from '../../platform/time';

/** The corrections of a mark: who made them, when and why. */
@Component({
  selector: 'lib-attendance-history',
  imports: [LongDayPipe, SentencePipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './attendance-history.html',
  styles: 'p { margin: 0; font-weight: 400; }',
})
export class AttendanceHistory {
  readonly of = input.required<Roll['people'][number]['changes']>();
}
