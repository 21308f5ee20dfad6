import { ChangeDetectionStrategy, Component, computed, inject, input, linkedSignal } from '@angular/core';
import { FormRoot } from '@angular/forms/signals';
import { RouterLink } from '@angular/router';
import { answerAttendanceRequest, type AttendanceRequests, listAttendanceRequests } from '@libretto/contracts';
import { type AttendanceMark, attendanceMarks } from '@libretto/domain';
import { Api } from '../../platform/api';
import { SentencePipe } from '../../platform/language';
import { Moment } from '../../platform/time';
import { Choice, Choose, ChooseAll, Chosen } from '../../ui/choosing';
import { FilterBy } from '../../ui/filter-by';
import { formToSend, SelectField, Send, TextField } from '../../ui/form';
import { Notices } from '../../ui/notices';
import { PageHeader } from '../../ui/page-header';
import { Pager } from '../../ui/pager';
import { Refused, Sending } from '../../ui/sending';
import { Waiting } from '../../ui/waiting';
import { RequestCard } from './request-card';

type Item = AttendanceRequests['items'][number];

/** What participants ask about their attendance: tutors answer one, or several for the same reason. */
@Component({
  selector: 'lib-attendance-requests-page',
  imports: [
    Choose,
    ChooseAll,
    Chosen,
    FilterBy,
    FormRoot,
    Moment,
    PageHeader,
    Pager,
    Refused,
    RequestCard,
    RouterLink,
    SelectField,
    Send,
    SentencePipe,
    TextField,
    Waiting,
  ],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './attendance-requests.page.html',
  styleUrls: ['./session-list.css', './attendance.page.css'],
})
export class AttendanceRequestsPage {
  readonly editionId = input.required<string>();
  /** Those that were answered, of one session, and the page. */
  readonly answered = input<string>();
  readonly session = input<string>();
  readonly after = input<string>();

  private readonly api = inject(Api);
  private readonly notices = inject(Notices);
  protected readonly marks = attendanceMarks;
  protected readonly sending = new Sending();
  protected readonly requests = this.api.read(listAttendanceRequests, () => ({
    params: { editionId: this.editionId() },
    query: {
      ...(this.answered() === 'true' && { answered: 'true' as const }),
      ...(this.session() && { sessionId: this.session() }),
      ...(this.after() && { after: this.after() }),
    },
  }));
  private readonly answerable = computed(() =>
    this.requests.value()?.can.answer ? this.requests.value()!.items.filter(({ state }) => state === 'open') : [],
  );
  protected readonly choice = new Choice(() => this.answerable().map(({ id }) => id));
  protected readonly chosen = computed(() => this.answerable().filter(({ id }) => this.choice.chosen().includes(id)));
  /** Another mark than the claimed one is given to one person at a time. */
  protected readonly single = computed(() => {
    const [one, another] = this.chosen();
    return another ? undefined : one;
  });

  private readonly model = linkedSignal<Item | undefined, Typed>({
    source: this.single,
    computation: (one, before) => ({
      verdict: before?.value.verdict ?? 'granted',
      reason: before?.value.reason ?? '',
      mark: one?.claim.mark ?? 'present',
      minutesLate: one?.claim.minutesLate ?? 0,
    }),
  });
  protected readonly form = formToSend(answerAttendanceRequest, this.model, (typed) => this.send(typed), {
    body: (typed) => this.bodyOf(typed),
  });

  private async send(typed: Typed): Promise<void> {
    const body = this.bodyOf(typed);
    const done = await this.sending.runEach(this.chosen(), ({ id: requestId, sessionId }) =>
      this.api.send(answerAttendanceRequest, { params: { editionId: this.editionId(), sessionId, requestId }, body }),
    );
    if (done.length) this.notices.tell('requests-answered', { requests: done.length });
    this.choice.set([]);
    this.model.update((model) => ({ ...model, reason: '' }));
    this.requests.reload();
  }

  private bodyOf({ verdict, reason, mark, minutesLate }: Typed) {
    const given = this.single() && verdict === 'granted';
    return { verdict, reason, ...(given && { mark, ...(mark === 'late' && { minutesLate }) }) };
  }
}

interface Typed {
  readonly verdict: 'granted' | 'refused';
  readonly reason: string;
  readonly mark: AttendanceMark;
  readonly minutesLate: number;
}
