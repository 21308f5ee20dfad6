import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import type { CompletionView } from '@libretto/contracts';
import { InLanguagePipe } from '../../platform/language';
import { HoursPipe, LongDayPipe, Moment } from '../../platform/time';
import { Status } from '../../ui/status';

/** The met and the missing requirements, one by one; each opens to its records. Everybody sees the same. */
@Component({
  selector: 'lib-completion-explained',
  imports: [RouterLink, TranslocoPipe, InLanguagePipe, HoursPipe, LongDayPipe, Moment, Status],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './completion-explained.html',
  styleUrl: './completion-explained.css',
})
export class CompletionExplained {
  readonly completion = input.required<CompletionView>();

  protected readonly ledger = computed(() => {
    const { editionId, enrolmentId } = this.completion();
    return ['/editions', editionId, 'enrolments', enrolmentId, 'ledger'];
  });

  /** A participant's own work is among the group's pages, another's among the markers'. */
  protected workAt(workId: string): string[] {
    const { editionId, isOwn } = this.completion();
    return ['/editions', editionId, 'project-work', ...(isOwn ? [] : ['marking', workId])];
  }

  protected readonly asked = (sessions: readonly { isAsked: boolean }[]): number =>
    sessions.filter(({ isAsked }) => isAsked).length;
  protected readonly marks = { present: 'good', late: 'good', excused: 'wait', absent: 'bad' } as const;
}
