import { CdkDrag, type CdkDragEnd } from '@angular/cdk/drag-drop';
import { ChangeDetectionStrategy, Component, computed, inject, input, output } from '@angular/core';
import type { SessionView } from '@libretto/contracts';
import { wordDay, wordTime } from '@libretto/language';
import { InLanguagePipe, ReadingLanguage, SentencePipe } from '../../platform/language';
import { Clock, dayLater, daysFrom, HoursPipe, localTimeIn } from '../../platform/time';
import { isMovable, type Proposal } from './proposal';

interface Module {
  readonly number: number;
  readonly title: Record<string, string>;
  readonly planned?: number;
  readonly notional?: number;
}

/** A mark takes this share of the line, so that two of them are not on top of each other. */
const leastPercent = 4;

/** The modules of an edition on its days: each with its span and its sessions, which are dragged along it or moved by arrow keys. */
@Component({
  selector: 'lib-modules-line',
  imports: [CdkDrag, HoursPipe, InLanguagePipe, SentencePipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './modules-line.html',
  styleUrl: './modules-line.css',
})
export class ModulesLine<Session extends SessionView> {
  readonly sessions = input.required<readonly Session[]>();
  readonly modules = input.required<readonly Module[]>();
  /** The days of the edition; where they are not known, those of its sessions. */
  readonly days = input<{ readonly firstDay: string; readonly lastDay: string }>();
  readonly foreseen = input<readonly { readonly moduleNumber: number; readonly day: string }[]>([]);
  readonly canMove = input(false);
  readonly chosen = output<Session>();
  readonly proposed = output<Proposal<Session>>();

  private readonly reading = inject(ReadingLanguage);
  private readonly clock = inject(Clock);
  protected readonly span = computed(() => {
    const days = this.sessions().map(dayOf).sort();
    const { firstDay, lastDay } = this.days() ?? { firstDay: days[0] ?? '', lastDay: days.at(-1) ?? '' };
    return { firstDay, lastDay, length: Math.max(1, daysFrom(firstDay, lastDay) + 1) };
  });
  protected readonly rows = computed(() =>
    this.modules().map((module) => {
      const own = this.sessions().filter(({ moduleNumber }) => moduleNumber === module.number);
      const marks = inLanes(own.map((session) => ({ session, at: this.placeOf(dayOf(session)) })));
      const foreseen = this.foreseen().filter(({ moduleNumber }) => moduleNumber === module.number);
      // Until something is planned, the programme says when the module takes place.
      const hollow = own.length ? [] : foreseen.map(({ day }) => this.placeOf(day));
      const places = [...marks.map(({ at }) => at), ...hollow];
      const from = Math.min(...places);
      return {
        module,
        marks,
        hollow: [...new Set(hollow)],
        lanes: Math.max(1, ...marks.map(({ lane }) => lane + 1)),
        bar: places.length ? { from, width: Math.max(...places) - from + leastPercent } : undefined,
      };
    }),
  );

  protected nameOf(session: Session): string {
    const { title, startsAt, endsAt, zone } = session;
    const language = this.reading.code();
    const [from, until] = [startsAt, endsAt].map((at) => wordTime(language, at, zone));
    return `${title}, ${wordDay(language, startsAt, zone)}, ${from}–${until}`;
  }

  protected moves(session: Session): boolean {
    return this.canMove() && isMovable(session, this.clock.now());
  }

  protected shift(session: Session, days: number): void {
    if (!days || !this.moves(session)) return;
    const shifted = (at: string) => {
      const local = localTimeIn(at, session.zone);
      return dayLater(local.slice(0, 10), days) + local.slice(10);
    };
    this.proposed.emit({ session, startsLocal: shifted(session.startsAt), endsLocal: shifted(session.endsAt) });
  }

  protected drop(session: Session, { source, distance }: CdkDragEnd, line: HTMLElement): void {
    source.reset();
    this.shift(session, Math.round((distance.x / line.clientWidth) * this.span().length));
  }

  private placeOf(day: string): number {
    const { firstDay, length } = this.span();
    return (daysFrom(firstDay, day) * (100 - leastPercent)) / length;
  }
}

const dayOf = ({ startsAt, zone }: SessionView): string => localTimeIn(startsAt, zone).slice(0, 10);

/** The same marks, each in the first lane that is free at its place. */
function inLanes<Mark extends { readonly at: number }>(marks: readonly Mark[]): (Mark & { readonly lane: number })[] {
  const ends: number[] = [];
  return marks.map((mark) => {
    const free = ends.findIndex((end) => end <= mark.at);
    const lane = free < 0 ? ends.length : free;
    ends[lane] = mark.at + leastPercent;
    return { ...mark, lane };
  });
}
