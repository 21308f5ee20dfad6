import { ChangeDetectionStrategy, Component, computed, ElementRef, inject, input, linkedSignal, signal, viewChild } from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import { MatCheckboxModule } from '@angular/material/checkbox';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { closeRoll, markAttendance, readRoll } from '@libretto/contracts';
import { type AttendanceMark, attendanceMarks } from '@libretto/domain';
import { Api } from '../../platform/api';
import { ClockTimePipe, Moment } from '../../platform/time';
import { ErrorPanel } from '../../ui/error-panel';
import { Notices } from '../../ui/notices';
import { PageHeader } from '../../ui/page-header';
import { Waiting } from '../../ui/waiting';
import { ClosedRoll } from './closed-roll';

interface Taken {
  readonly mark: AttendanceMark | null;
  readonly minutesLate: number;
}

const keyOf: Readonly<Record<AttendanceMark, string>> = { present: 'p', late: 'l', excused: 'e', absent: 'a' };

/** One key per person: p, l, e or a marks the current one and goes on to the next without a mark. Saved as one goes. */
@Component({
  selector: 'lib-roll-page',
  imports: [
    ClockTimePipe, ClosedRoll, ErrorPanel, MatButtonModule, MatCheckboxModule, Moment, PageHeader, RouterLink, TranslocoPipe, Waiting,
  ],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './roll.page.html',
  styleUrl: './roll.page.css',
  host: { '(document:keydown)': 'press($event)' },
})
export class RollPage {
  readonly editionId = input.required<string>();
  readonly sessionId = input.required<string>();

  private readonly api = inject(Api);
  private readonly notices = inject(Notices);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef);
  private readonly closing = viewChild('closing', { read: ElementRef<HTMLElement> });
  private readonly params = computed(() => ({ editionId: this.editionId(), sessionId: this.sessionId() }));

  protected readonly roll = this.api.read(readRoll, () => ({ params: this.params() }));
  protected readonly marks = attendanceMarks;
  protected readonly keyOf = keyOf;
  protected readonly byKeys = signal(true);
  protected readonly failed = signal<unknown>(undefined);
  protected readonly isClosing = signal(false);

  /** What is marked, ahead of the server by the marks that are on their way. */
  private readonly taken = linkedSignal(
    () => new Map<string, Taken>(this.roll.value()?.people.map(({ enrolmentId, mark, minutesLate }) => [enrolmentId, { mark, minutesLate }])),
  );
  protected readonly people = computed(() =>
    (this.roll.value()?.people ?? []).map((person) => ({ ...person, ...this.taken().get(person.enrolmentId) })),
  );
  protected readonly missing = computed(() => this.people().filter(({ mark }) => mark === null).length);
  private readonly chosen = signal<string | undefined>(undefined);
  /** Whom the next key marks: who was chosen, or else the first without a mark. */
  protected readonly current = computed(() => {
    const isThere = this.people().some(({ enrolmentId }) => enrolmentId === this.chosen());
    return isThere ? this.chosen() : this.people().find(({ mark }) => mark === null)?.enrolmentId;
  });
  /** Marks go one after the other, so that the last one of a person is the one that stays. */
  private sending: Promise<unknown> = Promise.resolve();

  protected press(event: KeyboardEvent): void {
    const typesText = event.target instanceof HTMLElement && event.target.closest('input:not([type=checkbox]), textarea, select');
    if (!this.byKeys() || typesText || event.ctrlKey || event.metaKey || event.altKey || !this.roll.value()?.can.mark) return;
    const mark = attendanceMarks.find((mark) => keyOf[mark] === event.key.toLowerCase());
    const current = this.current();
    if (mark && current && !event.repeat) this.mark(current, mark);
    else if (event.key === 'ArrowDown') this.go(1);
    else if (event.key === 'ArrowUp') this.go(-1);
    else return;
    event.preventDefault();
  }

  protected mark(enrolmentId: string, mark: AttendanceMark): void {
    this.save(enrolmentId, mark);
    const after = this.people().findIndex((person) => person.enrolmentId === enrolmentId);
    const inOrder = [...this.people().slice(after + 1), ...this.people().slice(0, after)];
    this.choose(inOrder.find((person) => person.mark === null)?.enrolmentId);
  }

  protected markMinutes(enrolmentId: string, minutes: string): void {
    const minutesLate = Math.max(0, Math.round(Number(minutes)));
    if (Number.isFinite(minutesLate)) this.save(enrolmentId, 'late', minutesLate);
  }

  /** Whoever has the focus is the one that the next key marks. */
  protected look(enrolmentId: string): void {
    this.chosen.set(enrolmentId);
  }

  private choose(enrolmentId: string | undefined): void {
    this.chosen.set(enrolmentId);
    const row = enrolmentId && this.host.nativeElement.querySelector<HTMLElement>(`[data-person="${enrolmentId}"]`);
    if (row) row.focus();
    // Everybody is marked: the last key press is the one on this button.
    else setTimeout(() => this.closing()?.nativeElement.focus());
  }

  protected async close(): Promise<void> {
    this.isClosing.set(true);
    this.failed.set(undefined);
    try {
      await this.sending;
      await this.api.send(closeRoll, { params: this.params() });
      this.notices.tell('attendance-closed');
      this.roll.reload();
    } catch (error) {
      this.failed.set(error);
    } finally {
      this.isClosing.set(false);
    }
  }

  private go(by: 1 | -1): void {
    const at = this.people().findIndex(({ enrolmentId }) => enrolmentId === this.current());
    const next = this.people()[at + by];
    if (next) this.choose(next.enrolmentId);
  }

  private save(enrolmentId: string, mark: AttendanceMark, minutesLate?: number): void {
    this.write(enrolmentId, { mark, minutesLate: minutesLate ?? 0 });
    this.failed.set(undefined);
    const body = { mark, ...(minutesLate === undefined ? {} : { minutesLate }) };
    this.sending = this.sending
      .then(() => this.api.send(markAttendance, { params: { ...this.params(), enrolmentId }, body }))
      .then((saved) => {
        if (this.taken().get(enrolmentId)?.mark === saved.mark) this.write(enrolmentId, saved);
      })
      .catch((error: unknown) => {
        this.failed.set(error);
        this.roll.reload();
      });
  }

  private write(enrolmentId: string, taken: Taken): void {
    this.taken.update((all) => new Map(all).set(enrolmentId, taken));
  }
}
