import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { RulingOutcome } from '@libretto/domain';
import { LongDayPipe } from '../../../platform/time';
import { Status } from '../../../ui/status';
import { outcomeTones } from '../dossier/outcome-tones';

/** One ruling: its outcome, its date, and its reasons. */
@Component({
  selector: 'lib-ruling-told',
  imports: [TranslocoPipe, LongDayPipe, Status],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <p>
      <lib-status [tone]="tones[ruling().outcome]">{{
        'admissions.outcome.' + ruling().outcome | transloco
      }}</lib-status>
      {{
        by()
          ? ('admissions.vote.ruled' | transloco: { name: by(), day: (ruling().at | longDay) })
          : (ruling().at | longDay)
      }}
      @if (decidedByChair()) {
        {{ 'admissions.vote.tie' | transloco }}
      }
    </p>
    @if (ruling().reason; as reason) {
      <blockquote>{{ reason }}</blockquote>
    }
  `,
})
export class RulingTold {
  readonly ruling = input.required<{ outcome: RulingOutcome; at: string; reason: string }>();
  /** Its signatory, for readers who may know. */
  readonly by = input('');
  readonly decidedByChair = input(false);
  protected readonly tones = outcomeTones;
}
