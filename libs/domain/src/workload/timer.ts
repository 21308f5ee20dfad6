/// <reference lib="esnext.temporal" />
import { mostMinutesADay } from '../programmes';
import { zonedAt } from '../schedule';
import type { DayMinutes } from './day';

const minuteMs = 60_000;

/** What a timer measured: whole minutes by day, and whether it ran for longer than anybody may record. */
export interface TimedWork {
  readonly days: readonly DayMinutes[];
  readonly isCut: boolean;
}

/**
 * The minutes between start and stop, on the days of the person's zone. A timer that somebody forgot counts from its
 * start for as long as a day may hold. Begun minutes do not count, but midnight loses none.
 */
export function timedWork(startedAt: Date, stoppedAt: Date, zone: string): TimedWork {
  const elapsed = Math.floor((stoppedAt.getTime() - startedAt.getTime()) / minuteMs);
  const minutes = Math.max(0, Math.min(elapsed, mostMinutesADay));
  const days: DayMinutes[] = [];
  let counted = 0;
  for (let at = zonedAt(startedAt, zone).startOfDay(); counted < minutes;) {
    const next = at.add({ days: 1 }).startOfDay();
    const untilNext = Math.floor((next.epochMilliseconds - startedAt.getTime()) / minuteMs);
    const ofDay = Math.min(minutes, untilNext) - counted;
    if (ofDay > 0) days.push({ day: at.toPlainDate().toString(), minutes: ofDay });
    counted += ofDay;
    at = next;
  }
  return { days, isCut: elapsed > minutes };
}
