import { ChangeDetectionStrategy, Component, computed, inject, input, linkedSignal } from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { addRequestDocument, readPersonsAttendance, withdrawAttendanceRequest } from '@libretto/contracts';
import { Api } from '../../platform/api';
import { SentencePipe } from '../../platform/language';
import { Clock, DeadlinePipe, Moment } from '../../platform/time';
import { Choice, Choose, Chosen } from '../../ui/choosing';
import { FileDrop } from '../../ui/file-drop';
import { Notices } from '../../ui/notices';
import { PageHeader } from '../../ui/page-header';
import { Refused } from '../../ui/sending';
import { Status } from '../../ui/status';
import { Uploading } from '../../ui/uploading';
import { Waiting } from '../../ui/waiting';
import { ContestForm, ExcuseForm } from './ask-forms';
import { AttendanceHistory } from './attendance-history';
import { CorrectionForm } from './correction-form';
import { toneOf } from './mark-tones';
import { RequestCard } from './request-card';

/** Which form is open, about which session. */
interface Asking {
  readonly sessionId: string;
  readonly kind: 'excuse' | 'contest';
}

/**
 * One participant's attendance, session by session: they ask to be excused and contest marks here, and tutors correct
 * several of them at once.
 */
@Component({
  selector: 'lib-attendance-page',
  imports: [
    AttendanceHistory,
    Choose,
    Chosen,
    ContestForm,
    CorrectionForm,
    DeadlinePipe,
    ExcuseForm,
    FileDrop,
    MatButtonModule,
    Moment,
    PageHeader,
    Refused,
    RequestCard,
    RouterLink,
    SentencePipe,
    Status,
    Waiting,
  ],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './attendance.page.html',
  styleUrls: ['./session-list.css', './attendance.page.css'],
})
export class AttendancePage {
  readonly editionId = input.required<string>();
  readonly enrolmentId = input.required<string>();

  private readonly api = inject(Api);
  private readonly notices = inject(Notices);
  private readonly clock = inject(Clock);
  protected readonly attendance = this.api.read(readPersonsAttendance, () => ({
    params: { editionId: this.editionId(), enrolmentId: this.enrolmentId() },
  }));
  protected readonly tones = toneOf;
  protected readonly sending = new Uploading();
  protected readonly asking = linkedSignal<string, Asking | undefined>({
    source: this.enrolmentId,
    computation: () => undefined,
  });
  private readonly correctable = computed(() =>
    (this.attendance.value()?.sessions ?? []).filter(({ can }) => can.correct),
  );
  protected readonly choice = new Choice(() => this.correctable().map(({ session }) => session.id));
  protected readonly chosen = computed(() =>
    this.correctable()
      .filter(({ session }) => this.choice.chosen().includes(session.id))
      .map(({ session, mark, minutesLate }) => ({
        sessionId: session.id,
        enrolmentId: this.enrolmentId(),
        mark,
        minutesLate,
      })),
  );

  protected isOver(until: string): boolean {
    return new Date(until).getTime() < this.clock.now();
  }

  protected asked(): void {
    this.asking.set(undefined);
    this.notices.tell('request-sent');
    this.attendance.reload();
  }

  protected corrected(): void {
    this.choice.set([]);
    this.notices.tell('attendance-corrected');
    this.attendance.reload();
  }

  protected async add(sessionId: string, requestId: string, file: File): Promise<void> {
    const params = { editionId: this.editionId(), sessionId, requestId };
    if (await this.sending.upload(addRequestDocument, { params }, file)) this.attendance.reload();
  }

  protected async withdraw(sessionId: string, requestId: string): Promise<void> {
    const params = { editionId: this.editionId(), sessionId, requestId };
    await this.sending.run(() => this.api.send(withdrawAttendanceRequest, { params }));
    this.attendance.reload();
  }
}
