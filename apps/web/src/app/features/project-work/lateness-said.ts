import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import type { LatenessView } from '@libretto/contracts';
import { SentencePipe } from '../../platform/language';

/** What a late work costs, and once there is a grade, what was given and what counts. */
@Component({
  selector: 'lib-lateness-said',
  imports: [SentencePipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    @let said = late();
    @if (said.grade; as grade) {
      {{
        'project-work.late.grade'
          | transloco: { of: said.of, days: said.days, given: grade.given, taken: grade.taken, counts: grade.counts }
      }}
    } @else {
      {{ 'project-work.late.points' | transloco: { days: said.days, points: said.points } }}
    }
  `,
})
export class LatenessSaid {
  readonly late = input.required<LatenessView>();
}
