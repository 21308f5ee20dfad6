import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import type { LettersView } from '@libretto/contracts';
import { SentencePipe } from '../../../platform/language';
import { ClockTimePipe, HowFarPipe, LongDayPipe } from '../../../platform/time';
import { Status, type Tone } from '../../../ui/status';

type Logged = LettersView['items'][number];

/** The delivery of one mail to the mail server, with the server's own words. */
@Component({
  selector: 'lib-delivery',
  imports: [SentencePipe, ClockTimePipe, HowFarPipe, LongDayPipe, Status],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './delivery.html',
  styles: 'div { overflow-wrap: anywhere; }',
})
export class Delivery {
  readonly of = input.required<Logged>();

  protected readonly tones: Record<Logged['state'], Tone> = {
    waiting: 'plain',
    failing: 'wait',
    accepted: 'good',
    stopped: 'bad',
  };
}
