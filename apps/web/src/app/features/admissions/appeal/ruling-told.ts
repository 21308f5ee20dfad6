import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { RulingOutcome } from '@libretto/domain';
import { LongDayPipe } from '../../../platform/time';
import { Status } from '../../../ui/status';
import { outcomeTones } from '../outcome-tones';

/** One ruling: what it says, since when, and its reasons. */
@Component({
  selector: 'lib-ruling-told',
  imports: [TranslocoPipe, LongDayPipe, Status],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <p>
      <lib-status [tone]="tones[ruling().outcome]">{{ 'admissions.outcome.' + ruling().outcome | transloco }}</lib-status>
      {{ by() ? ('admissions.vote.ruled' | transloco: { name: by(), day: (ruling().at | longDay) }) : (ruling().at | longDay) }}
      @if (decidedByChair()) {
        {{ 'admissions.vote.tie' | transloco }}
      }
    </p>
    @if (ruling().reason; as reason) {
      <blockquote>{{ reason }}</blockquote>
    }
  `,
  styles: `
    blockquote {
      max-width: var(--measure);
      margin: 0 0 var(--s4);
      padding-inline-start: var(--s4);
      border-inline-start: 3px solid var(--rule);
      white-space: pre-line;
      overflow-wrap: anywhere;
    }
  `,
})
export class RulingTold {
  readonly ruling = input.required<{ outcome: RulingOutcome; at: string; reason: string }>();
  /** Who signed it, for those who may know. */
  readonly by = input('');
  readonly decidedByChair = input(false);
  protected readonly tones = outcomeTones;
}
