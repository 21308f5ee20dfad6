import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import type { checkTimetable, ReplyOf } from '@libretto/contracts';
import { unevenModules } from '@libretto/domain';
import { SentencePipe } from '../../platform/language';
import { HoursPipe } from '../../platform/time';
import { ClashesList } from './clashes-list';
import { UnevenModules } from './uneven-modules';

/** What does not fit in a timetable: contact minutes unlike the programme's, and people in two places at once. */
@Component({
  selector: 'lib-timetable-warnings',
  imports: [ClashesList, HoursPipe, SentencePipe, UnevenModules],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './timetable-warnings.html',
})
export class TimetableWarnings {
  readonly check = input.required<ReplyOf<typeof checkTimetable>>();
  readonly sessions = input<readonly { readonly id: string; readonly title: string }[]>([]);

  protected readonly uneven = computed(() => unevenModules(this.check().modules));
  protected readonly sums = computed(() => {
    const sum = (of: 'planned' | 'notional') => this.check().modules.reduce((total, module) => total + module[of], 0);
    return { planned: sum('planned'), notional: sum('notional') };
  });
  protected readonly clashing = computed(() =>
    this.check().sessions.flatMap(({ id, clashes }) => {
      const session = this.sessions().find((one) => one.id === id);
      return session ? [{ ...session, clashes }] : [];
    }),
  );
}
