import {
  ChangeDetectionStrategy,
  Component,
  computed,
  effect,
  type ElementRef,
  inject,
  input,
  output,
  signal,
  untracked,
  viewChild,
  ViewEncapsulation,
} from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { Calendar, type CalendarOptions } from 'fullcalendar';
import dayGrid from 'fullcalendar/daygrid';
import interaction from 'fullcalendar/interaction';
import list from 'fullcalendar/list';
import italian from 'fullcalendar/locales/it';
import classic from 'fullcalendar/themes/classic';
import timeGrid from 'fullcalendar/timegrid';
import type { SessionView } from '@libretto/contracts';
import { fromEvent, map } from 'rxjs';
import { ReadingLanguage } from '../../platform/language';
import { Clock, localTimeIn } from '../../platform/time';
import { isMovable, type Proposal } from './proposal';

const views = {
  month: { wide: 'dayGridMonth', narrow: 'listMonth' },
  week: { wide: 'timeGridWeek', narrow: 'listWeek' },
} as const;

/**
 * Sessions in a month or a week, each at the time that its own clocks show; on a narrow screen as a list of their days. Each is
 * a tab stop. One that is dragged or stretched goes back to its place, and is proposed to be moved.
 */
@Component({
  selector: 'lib-session-calendar',
  changeDetection: ChangeDetectionStrategy.OnPush,
  // The library's own elements have no mark of this component.
  encapsulation: ViewEncapsulation.None,
  template: '<div #place></div>',
  styleUrls: ['./session-calendar.skeleton.css', './session-calendar.css'],
})
export class SessionCalendar<Session extends SessionView> {
  readonly sessions = input.required<readonly Session[]>();
  readonly view = input.required<keyof typeof views>();
  readonly canMove = input(false);
  readonly chosen = output<Session>();
  readonly proposed = output<Proposal<Session>>();

  private readonly place = viewChild.required<ElementRef<HTMLElement>>('place');
  private readonly calendar = signal<Calendar | undefined>(undefined);
  private readonly narrow = matchMedia('(width < 45rem)');
  private readonly isNarrow = toSignal(
    fromEvent<MediaQueryListEvent>(this.narrow, 'change').pipe(map(({ matches }) => matches)),
    { initialValue: this.narrow.matches },
  );
  private readonly language = inject(ReadingLanguage);
  private readonly clock = inject(Clock);
  /** The first session ahead, or the last one. */
  private readonly begin = computed(() => {
    const all = this.sessions();
    return all.find(({ endsAt }) => Date.parse(endsAt) > this.clock.now()) ?? all.at(-1);
  });
  private readonly initialDate = computed(() => this.begin()?.startsAt ?? new Date().toISOString());

  private readonly options = computed<CalendarOptions>(() => ({
    plugins: [classic, dayGrid, timeGrid, list, interaction],
    locales: [italian],
    locale: this.language.code() === 'it' ? 'it' : 'en-gb',
    firstDay: 1,
    // Their clocks' times, whatever the zone: none of them is converted.
    timeZone: 'UTC',
    initialDate: this.initialDate(),
    initialView: views[this.view()][this.isNarrow() ? 'narrow' : 'wide'],
    headerToolbar: { start: 'title', center: '', end: 'prev,next' },
    buttonClass: 'turn',
    dayHeaderDidMount: ({ el }) => nameByContent(el),
    dayCellDidMount: ({ el }) => nameByContent(el),
    viewDidMount: ({ el }) => {
      for (const empty of el.querySelectorAll('[role=rowheader]')) empty.setAttribute('role', 'gridcell');
    },
    height: 'auto',
    allDaySlot: false,
    slotMinTime: '07:00:00',
    slotMaxTime: '22:00:00',
    nowIndicator: false,
    dayMaxEvents: 4,
    eventInteractive: true,
    eventTimeFormat: { hour: '2-digit', minute: '2-digit', hour12: false },
    events: this.sessions().map((session) => ({
      id: session.id,
      title: session.title,
      start: `${localTimeIn(session.startsAt, session.zone)}Z`,
      end: `${localTimeIn(session.endsAt, session.zone)}Z`,
      editable: this.canMove() && isMovable(session, this.clock.now()),
      className: session.state,
    })),
    eventClick: ({ event, jsEvent }) => {
      jsEvent.preventDefault();
      const session = this.sessionOf(event.id);
      if (session) this.chosen.emit(session);
    },
    eventDrop: ({ event, revert }) => this.propose(event, revert),
    eventResize: ({ event, revert }) => this.propose(event, revert),
  }));

  constructor() {
    // A calendar takes its first view only when it begins, so each view has a calendar of its own.
    effect((onCleanup) => {
      this.view();
      this.isNarrow();
      const calendar = new Calendar(this.place().nativeElement, untracked(this.options));
      calendar.render();
      this.calendar.set(calendar);
      onCleanup(() => calendar.destroy());
    });
    effect(() => this.calendar()?.resetOptions(this.options()));
  }

  private propose({ id, start, end }: { id: string; start: Date | null; end: Date | null }, revert: () => void): void {
    revert();
    const session = this.sessionOf(id);
    if (session && start && end) this.proposed.emit({ session, startsLocal: typed(start), endsLocal: typed(end) });
  }

  private readonly sessionOf = (id: string) => this.sessions().find((session) => session.id === id);
}

/** The library names a cell by its date alone, and hides what else stands in it. */
function nameByContent(el: HTMLElement): void {
  const cell = el.closest('[role]') ?? el;
  cell.removeAttribute('aria-label');
  for (const hidden of cell.querySelectorAll('[aria-hidden]')) hidden.removeAttribute('aria-hidden');
}

/** `2026-12-03T14:30`, as it stands in the calendar. */
const typed = (at: Date): string => at.toISOString().slice(0, 16);
