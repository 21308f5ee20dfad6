import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { CompletionView } from '@libretto/contracts';
import { InLanguagePipe, SentencePipe } from '../../platform/language';
import { HoursPipe, LongDayPipe, Moment } from '../../platform/time';
import { Status } from '../../ui/status';

type Work = Extract<CompletionView['requirements'][number], { kind: 'project-work' }>['works'][number];
type Feedback = Extract<CompletionView['requirements'][number], { kind: 'peer-feedback' }>['briefs'][number];

/** The met and the missing requirements, one by one; each opens to its records. Everybody sees the same. */
@Component({
  selector: 'lib-completion-explained',
  imports: [RouterLink, SentencePipe, InLanguagePipe, HoursPipe, LongDayPipe, Moment, Status],
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

  /** One's own page shows one brief at a time. */
  protected workQuery(brief: string) {
    return this.completion().isOwn ? { brief } : {};
  }

  protected standingOf(one: Work | undefined) {
    if (one?.work) return one.work.result ?? 'no-result';
    return one?.isUnseen ? 'unseen' : 'nothing';
  }

  protected readonly feedback = computed(() => ['/editions', this.completion().editionId, 'project-work', 'feedback']);

  protected lineOf({ isUnseen, isOpen }: Feedback) {
    if (isUnseen) return 'unseen';
    if (!isOpen) return 'foreseen';
    return this.completion().isOwn ? 'line' : 'line-of';
  }

  protected whatToDo({ isOpen, isUnseen, asked, given }: Feedback) {
    if (isUnseen) return 'unseen';
    if (!isOpen) return 'begins';
    if (!asked) return 'nothing';
    return given < asked ? 'left' : 'given';
  }

  protected readonly asked = (sessions: readonly { isAsked: boolean }[]): number =>
    sessions.filter(({ isAsked }) => isAsked).length;
  protected readonly marks = { present: 'good', late: 'good', excused: 'wait', absent: 'bad' } as const;
}
