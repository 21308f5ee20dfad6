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
import { RouterLink } from '@angular/router';
import { closeRoll, markAttendance, markMany, readRoll, type Roll } from '@libretto/contracts';
import { type AttendanceMark, attendanceMarks } from '@libretto/domain';
import { Api } from '../../platform/api';
import { injectSay, ReadingLanguage, SentencePipe } from '../../platform/language';
import { ClockTimePipe, Moment } from '../../platform/time';
import { Choice, Choose, ChooseAll, Chosen } from '../../ui/choosing';
import { ErrorPanel } from '../../ui/error-panel';
import { FilterBy } from '../../ui/filter-by';
import { Notices } from '../../ui/notices';
import { PageHeader } from '../../ui/page-header';
import { SearchBox } from '../../ui/search-box';
import { Waiting } from '../../ui/waiting';
import { CheckInNote } from './check-in/check-in-note';
import { LiveRoll } from './check-in/live-roll';
import { ClosedRoll } from './closed-roll';
import { OpenRequests } from './open-requests';
import { idsOf, keyedPeople, needsMark, rollKeys } from './roll-keys';
import { SentMarks } from './sent-marks';

/** Those of the next pages who have come, and the key of the page behind them. */
interface Behind {
  readonly people: readonly Roll['people'][number][];
  readonly next: string | null;
}

/** So many rows before the end the next page is read. */
const ahead = 20;
/** The marks, and `none` for a person without one. */
const kinds = ['none', ...attendanceMarks] as const;
type Kind = (typeof kinds)[number];

/**
 * One key per person: the letter of a mark, in the reader's language, marks the current person and goes on to the next
 * one without a mark. The key before a name leads there, and one marks everybody else present. Each mark is saved at once.
 */
@Component({
  selector: 'lib-roll-page',
  imports: [
    CheckInNote,
    Choose,
    ChooseAll,
    Chosen,
    ClockTimePipe,
    ClosedRoll,
    ErrorPanel,
    FilterBy,
    MatButtonModule,
    MatCheckboxModule,
    Moment,
    OpenRequests,
    PageHeader,
    RouterLink,
    SearchBox,
    SentencePipe,
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
  /** Search, filter and sort order. */
  readonly q = input<string>();
  readonly marked = input<Kind | undefined, string | undefined>(undefined, {
    transform: (marked) => kinds.find((one) => one === marked),
  });
  readonly sort = input<'institution' | undefined, string | undefined>(undefined, {
    transform: (sort) => (sort === 'institution' ? sort : undefined),
  });

  private readonly api = inject(Api);
  private readonly notices = inject(Notices);
  private readonly reading = inject(ReadingLanguage);
  private readonly say = injectSay();
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef);
  private readonly closing = viewChild('closing', { read: ElementRef<HTMLElement> });
  private readonly params = computed(() => ({ editionId: this.editionId(), sessionId: this.sessionId() }));

  private readonly conditions = computed(() => ({ q: this.q(), marked: this.marked() }));
  private readonly question = computed(() => ({
    params: this.params(),
    query: { ...this.conditions(), sort: this.sort() },
  }));
  /** The first page of the list; the next ones come behind it as somebody gets there. */
  protected readonly roll = this.api.read(readRoll, () => this.question());
  private readonly behind = linkedSignal<Behind>(() => ({ people: [], next: this.roll.value()?.next ?? null }));
  protected readonly next = computed(() => this.behind().next);
  protected readonly marks = attendanceMarks;
  protected readonly keys = computed(() => {
    this.reading.code();
    return rollKeys((of) => this.say(`schedule.letter.${of}`));
  });
  protected readonly byKeys = signal(true);
  protected readonly failed = signal<unknown>(undefined);
  protected readonly isClosing = signal(false);

  private readonly read = computed(() => [...(this.roll.value()?.people ?? []), ...this.behind().people]);
  /** Marks that others gave meanwhile; a mark of this screen that has arrived is among them. */
  protected readonly live = new LiveRoll(this.params, (ids) => this.sent.forget(ids));
  private readonly stored = computed(() =>
    this.read().map((person) => ({ ...person, ...this.live.markOf(person.enrolmentId) })),
  );
  private readonly sent = new SentMarks(this.params, (error) => this.fail(error));
  protected readonly people = computed(() =>
    this.stored().map((person) => ({ ...person, ...this.sent.get(person.enrolmentId) })),
  );
  /** The roll with everybody who has come so far. */
  protected readonly whole = computed(() => {
    const roll = this.roll.value();
    return roll && { ...roll, people: this.people() };
  });
  /** Everybody else was marked present, on all pages: until the roll is read again, the server knows whom. */
  private readonly others = linkedSignal<unknown, boolean>({ source: this.roll.value, computation: () => false });
  protected readonly missing = computed(() => {
    const before = new Set(idsOf(this.read().filter((one) => !needsMark(one))));
    const marked = new Set([...this.live.marked(), ...this.sent.ids()]).difference(before);
    return this.others() ? 0 : Math.max(0, (this.roll.value()?.missing ?? 0) - marked.size);
  });
  protected readonly kinds = kinds;
  protected readonly isSearching = computed(() => Boolean(this.q()?.trim() || this.marked()));
  /** Somebody who was just marked leaves a list of those without a mark. */
  protected readonly shown = computed(() =>
    this.people().filter(({ mark }) => !this.marked() || this.marked() === (mark ?? 'none')),
  );
  protected readonly found = computed(
    () => (this.roll.value()?.found ?? 0) - (this.people().length - this.shown().length),
  );
  protected readonly choice = new Choice(() => idsOf(this.shown()));
  private readonly chosen = signal<string | undefined>(undefined);
  /** The person whom the next key marks: the chosen one, or else the first without a mark. */
  protected readonly current = computed(() => {
    const isThere = this.shown().some(({ enrolmentId }) => enrolmentId === this.chosen());
    return isThere ? this.chosen() : this.shown().find(needsMark)?.enrolmentId;
  });
  protected readonly keyOf = computed(() => keyedPeople(this.keys().people, idsOf(this.shown()), this.current()));
  /** How many are chosen beyond those who have come: all of the list is chosen, and there is more of it. */
  protected readonly beyond = computed(() => {
    const isAll = this.choice.chosen().length > 0 && this.choice.chosen().length === this.shown().length;
    return isAll && this.next() ? this.found() - this.shown().length : 0;
  });

  protected press(event: KeyboardEvent): void {
    const typesText =
      event.target instanceof HTMLElement && event.target.closest('input:not([type=checkbox]), textarea, select');
    if (!this.byKeys() || typesText || event.ctrlKey || event.metaKey || event.altKey || !this.roll.value()?.can.mark)
      return;
    const key = event.key.toLowerCase();
    const mark = attendanceMarks.find((mark) => this.keys().marks[mark] === key);
    const current = this.current();
    const [person] = [...this.keyOf()].find(([, own]) => own === key) ?? [];
    if (mark && current && !event.repeat) this.mark(current, mark);
    else if (mark && this.next()) void this.goOn();
    else if (key === this.keys().others && this.missing()) this.markOthers();
    else if (person) this.choose(person);
    else if (event.key === 'ArrowDown') this.go(1);
    else if (event.key === 'ArrowUp') this.go(-1);
    else return;
    event.preventDefault();
  }

  protected mark(enrolmentId: string, mark: AttendanceMark): void {
    const shown = this.shown();
    this.save(enrolmentId, mark);
    const after = shown.findIndex((person) => person.enrolmentId === enrolmentId);
    const following = shown.slice(after + 1).find(needsMark);
    if (!following && this.next() && this.missing()) void this.goOn();
    else this.choose((following ?? shown.slice(0, after).find(needsMark))?.enrolmentId);
  }

  /** Reads on until there is somebody without a mark, who is the next. */
  private async goOn(): Promise<void> {
    const known = this.stored().length;
    await this.more();
    const missing = this.shown().find(needsMark);
    if (!missing && this.next() && this.stored().length > known) return this.goOn();
    // The new rows are on the screen a moment later.
    setTimeout(() => this.choose(missing?.enrolmentId));
  }

  /** The next page of the list, behind those who have come. */
  protected async more(): Promise<void> {
    const after = this.next();
    const { params, query } = this.question();
    if (!after) return;
    try {
      const page = await this.api.send(readRoll, { params, query: { ...query, after } });
      if (this.next() === after)
        this.behind.update(({ people }) => ({ people: [...people, ...page.people], next: page.next }));
    } catch (error) {
      this.failed.set(error);
    }
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
    const chosen = this.choice.chosen();
    const isAll = this.beyond() > 0;
    this.choice.set([]);
    this.failed.set(undefined);
    this.sent.write(chosen, { mark, minutesLate: 0 });
    const body = { mark, ...(isAll ? this.conditions() : { enrolmentIds: chosen }) };
    this.sent.send(
      () => this.api.send(markMany, { params: this.params(), body }),
      ({ minutesLate }) => {
        if (isAll) this.roll.reload();
        else if (minutesLate) this.sent.write(chosen, { mark, minutesLate });
      },
    );
  }

  protected markOthers(): void {
    this.failed.set(undefined);
    const others = this.people().filter(needsMark);
    this.sent.write(idsOf(others), { mark: 'present', minutesLate: 0 });
    this.others.set(true);
    const body = { mark: 'present', marked: 'none' } as const;
    this.sent.send(() => this.api.send(markMany, { params: this.params(), body }));
    this.choose(undefined);
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
      await this.sent.arrived();
      await this.api.send(closeRoll, { params: this.params() });
      this.notices.tell('attendance-closed');
      this.readAnew();
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
    if (this.shown().length - at < ahead) void this.more();
  }

  private save(enrolmentId: string, mark: AttendanceMark, minutesLate?: number): void {
    this.sent.write([enrolmentId], { mark, minutesLate: minutesLate ?? 0 });
    this.failed.set(undefined);
    const body = { mark, ...(minutesLate === undefined ? {} : { minutesLate }) };
    this.sent.send(
      () => this.api.send(markAttendance, { params: { ...this.params(), enrolmentId }, body }),
      (saved) => {
        if (this.sent.get(enrolmentId)?.mark === saved.mark) this.sent.write([enrolmentId], saved);
      },
    );
  }

  private fail(error: unknown): void {
    this.failed.set(error);
    this.readAnew();
  }

  private readAnew(): void {
    this.others.set(false);
    this.sent.forget();
    this.roll.reload();
  }
}
