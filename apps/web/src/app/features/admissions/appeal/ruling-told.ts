import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import type { RulingOutcome } from '@libretto/domain';
import { SentencePipe } from '../../../platform/language';
import { LongDayPipe } from '../../../platform/time';
import { Status } from '../../../ui/status';
import { outcomeTones } from '../dossier/outcome-tones';

/** One ruling: its outcome, its date, and its reasons. */
@Component({
  selector: 'lib-ruling-told',
  imports: [SentencePipe, LongDayPipe, Status],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './ruling-told.html',
})
export class RulingTold {
  readonly ruling = input.required<{ outcome: RulingOutcome; at: string; reason: string }>();
  /** Its signatory, for readers who may know. */
  readonly by = input('');
  readonly decidedByChair = input(false);
  protected readonly tones = outcomeTones;
}
