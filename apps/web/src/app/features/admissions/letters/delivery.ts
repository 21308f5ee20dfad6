import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { LettersView } from '@libretto/contracts';
import { ClockTimePipe, HowFarPipe, LongDayPipe } from '../../../platform/time';
import { Status, type Tone } from '../../../ui/status';

type Logged = LettersView['items'][number];

/** The delivery of one mail to the mail server, with the server's own words. */
@Component({
  selector: 'lib-delivery',
  imports: [TranslocoPipe, ClockTimePipe, HowFarPipe, LongDayPipe, Status],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    @let mail = of();
    <lib-status [tone]="tones[mail.state]">{{ 'admissions.letters.is.' + mail.state | transloco }}</lib-status>
    @if (mail.acceptedAt; as at) {
      <div class="small">{{ at | longDay }}, {{ at | clockTime }}</div>
      <div class="small soft">{{ mail.answer ?? ('admissions.letters.in-mailbox' | transloco) }}</div>
    } @else {
      @if (mail.error; as error) {
        <div class="small">{{ 'admissions.letters.because' | transloco: { error, failures: mail.failures } }}</div>
      }
      @if (mail.triesAt && mail.state === 'failing') {
        <div class="small soft">
          {{
            'admissions.letters.tries' | transloco: { time: (mail.triesAt | clockTime), far: (mail.triesAt | howFar) }
          }}
        </div>
      }
    }
  `,
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
