/// <reference lib="esnext.temporal" />
import { type Refusal, refuse } from '../refusal';

/**
 * The instant at which the clocks of a zone show a local time (`2026-12-03T14:30`). Refuses a time that those clocks
 * skip or show twice, on the nights when they change, because nobody could say which one is meant.
 */
export function instantOf(local: string, zone: string): Date | Refusal {
  try {
    const { epochMilliseconds } = Temporal.PlainDateTime.from(local).toZonedDateTime(zone, {
      disambiguation: 'reject',
    });
    return new Date(epochMilliseconds);
  } catch {
    return refuse(isZone(zone) ? 'schedule.no-such-local-time' : 'schedule.no-such-zone', {
      time: local.replace('T', ' '),
      zone,
    });
  }
}

/** What the clocks of a zone show at an instant, to the minute: `2026-12-03T14:30`. */
export function localTimeOf(instant: Date, zone: string): string {
  return Temporal.Instant.fromEpochMilliseconds(instant.getTime())
    .toZonedDateTimeISO(zone)
    .toPlainDateTime()
    .toString({ smallestUnit: 'minute' });
}

/** The calendar day that it is in a zone: `2026-12-03`. */
export const dayOf = (instant: Date, zone: string): string => localTimeOf(instant, zone).slice(0, 10);

/** Whether this is a zone of the IANA database by which clocks can be set. */
export function isZone(zone: string): boolean {
  try {
    return Boolean(Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(zone));
  } catch {
    return false;
  }
}
