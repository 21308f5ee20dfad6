import {
  ChangeDetectionStrategy,
  Component,
  computed,
  ElementRef,
  inject,
  input,
  linkedSignal,
  signal,
  viewChild,
} from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import { MatCheckboxModule } from '@angular/material/checkbox';
import { MatFormFieldModule } from '@angular/material/form-field';
import { MatInputModule } from '@angular/material/input';
import { Router, RouterLink } from '@angular/router';
import { TranslocoPipe, TranslocoService } from '@jsverse/transloco';
import { closeRoll, markAttendance, readRoll } from '@libretto/contracts';
import { type AttendanceMark, attendanceMarks, searchFor } from '@libretto/domain';
import { Api } from '../../platform/api';
import { ReadingLanguage } from '../../platform/language';
import { ClockTimePipe, Moment } from '../../platform/time';
import { Choice, Choose, ChooseAll, Chosen } from '../../ui/choosing';
import { ErrorPanel } from '../../ui/error-panel';
import { Notices } from '../../ui/notices';
import { PageHeader } from '../../ui/page-header';
import { SearchBox } from '../../ui/search-box';
import { Waiting } from '../../ui/waiting';
import { ClosedRoll } from './closed-roll';

interface Taken {
  readonly mark: AttendanceMark | null;
  readonly minutesLate: number;
}

/** The marks, and `none` for a person without one. */
const kinds = ['none', ...attendanceMarks] as const;
type Kind = (typeof kinds)[number];

/**
 * One key per person: the letter of a mark, in the reader's language, marks the current person and goes on to the next
 * one without a mark. Each mark is saved at once.
 */
@Component({
  selector: 'lib-roll-page',
  imports: [
    Choose,
    ChooseAll,
    Chosen,
    ClockTimePipe,
    ClosedRoll,
    ErrorPanel,
    MatButtonModule,
    MatCheckboxModule,
    MatFormFieldModule,
    MatInputModule,
    Moment,
    PageHeader,
    RouterLink,
    SearchBox,
    TranslocoPipe,
    Waiting,
  ],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './roll.page.html',
  styleUrl: './roll.page.css',
  host: { '(document:keydown)': 'press($event)' },
})
export class RollPage {
  readonly editionId = input.required<string>();
  readonly sessionId = input.required<string>();
  /** Search, filter and sort order. All rows are in memory, since a mark counts before it is stored. */
  readonly q = input<string>();
  readonly marked = input<Kind | undefined, string | undefined>(undefined, {
    transform: (marked) => kinds.find((one) => one === marked),
  });
  readonly sort = input<'institution' | undefined, string | undefined>(undefined, {
    transform: (sort) => (sort === 'institution' ? sort : undefined),
  });

  private readonly api = inject(Api);
  private readonly router = inject(Router);
  private readonly notices = inject(Notices);
  private readonly reading = inject(ReadingLanguage);
  private readonly transloco = inject(TranslocoService);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef);
  private readonly closing = viewChild('closing', { read: ElementRef<HTMLElement> });
  private readonly params = computed(() => ({ editionId: this.editionId(), sessionId: this.sessionId() }));

  protected readonly roll = this.api.read(readRoll, () => ({ params: this.params() }));
  protected readonly marks = attendanceMarks;
  protected readonly keyOf = computed(() => {
    this.reading.code();
    return Object.fromEntries(
      attendanceMarks.map((mark) => [mark, this.transloco.translate<string>(`schedule.letter.${mark}`).toLowerCase()]),
    );
  });
  protected readonly byKeys = signal(true);
  protected readonly failed = signal<unknown>(undefined);
  protected readonly isClosing = signal(false);

  /** The marks on the screen, which include those still on their way to the server. */
  private readonly taken = linkedSignal(
    () =>
      new Map<string, Taken>(
        this.roll.value()?.people.map(({ enrolmentId, mark, minutesLate }) => [enrolmentId, { mark, minutesLate }]),
      ),
  );
  protected readonly people = computed(() =>
    (this.roll.value()?.people ?? []).map((person) => ({ ...person, ...this.taken().get(person.enrolmentId) })),
  );
  protected readonly missing = computed(() => this.people().filter(({ mark }) => mark === null).length);
  protected readonly kinds = kinds;
  protected readonly isSearching = computed(() => Boolean(this.q()?.trim() || this.marked()));
  protected readonly shown = computed(() => {
    const means = searchFor(this.q());
    const found = this.people().filter(
      ({ name, institution, mark }) =>
        (!this.marked() || this.marked() === (mark ?? 'none')) && means(name, institution ?? ''),
    );
    return this.sort()
      ? found.toSorted((one, other) => (one.institution ?? '').localeCompare(other.institution ?? ''))
      : found;
  });
  protected readonly choice = new Choice(() => this.shown().map(({ enrolmentId }) => enrolmentId));
  private readonly chosen = signal<string | undefined>(undefined);
  /** The person whom the next key marks: the chosen one, or else the first without a mark. */
  protected readonly current = computed(() => {
    const isThere = this.shown().some(({ enrolmentId }) => enrolmentId === this.chosen());
    return isThere ? this.chosen() : this.shown().find(({ mark }) => mark === null)?.enrolmentId;
  });
  /** Marks go one after the other, so that a person's last one stays. */
  private sending: Promise<unknown> = Promise.resolve();

  protected press(event: KeyboardEvent): void {
    const typesText =
      event.target instanceof HTMLElement && event.target.closest('input:not([type=checkbox]), textarea, select');
    if (!this.byKeys() || typesText || event.ctrlKey || event.metaKey || event.altKey || !this.roll.value()?.can.mark)
      return;
    const mark = attendanceMarks.find((mark) => this.keyOf()[mark] === event.key.toLowerCase());
    const current = this.current();
    if (mark && current && !event.repeat) this.mark(current, mark);
    else if (event.key === 'ArrowDown') this.go(1);
    else if (event.key === 'ArrowUp') this.go(-1);
    else return;
    event.preventDefault();
  }

  protected mark(enrolmentId: string, mark: AttendanceMark): void {
    const shown = this.shown();
    this.save(enrolmentId, mark);
    const after = shown.findIndex((person) => person.enrolmentId === enrolmentId);
    const inOrder = [...shown.slice(after + 1), ...shown.slice(0, after)];
    this.choose(inOrder.find((person) => person.mark === null)?.enrolmentId);
  }

  protected markMinutes(enrolmentId: string, minutes: string): void {
    const minutesLate = Math.max(0, Math.round(Number(minutes)));
    if (Number.isFinite(minutesLate)) this.save(enrolmentId, 'late', minutesLate);
  }

  /** Focus on a person chooses them for the next key. */
  protected look(enrolmentId: string): void {
    this.chosen.set(enrolmentId);
  }

  protected markChosen(mark: AttendanceMark): void {
    for (const enrolmentId of this.choice.chosen()) this.save(enrolmentId, mark);
    this.choice.set([]);
  }

  protected keepTo(condition: 'marked' | 'sort', value: string): void {
    void this.router.navigate([], {
      queryParams: { [condition]: value || null },
      queryParamsHandling: 'merge',
      replaceUrl: true,
    });
  }

  private choose(enrolmentId: string | undefined): void {
    this.chosen.set(enrolmentId);
    const row = enrolmentId && this.host.nativeElement.querySelector<HTMLElement>(`[data-person="${enrolmentId}"]`);
    if (row) row.focus();
    // Everybody is marked: the next key press is for this button.
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
    const at = this.shown().findIndex(({ enrolmentId }) => enrolmentId === this.current());
    const next = this.shown()[at + by];
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
