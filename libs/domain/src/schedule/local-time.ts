/// <reference lib="esnext.temporal" />
import { type Refusal, refuse } from '../refusal';

/**
 * The instant of a local time in a zone (`2026-12-03T14:30`). Refuses a time that does not exist or is ambiguous there,
 * on the nights when clocks change.
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

/** The local time of an instant in a zone, to the minute: `2026-12-03T14:30`. */
export function localTimeOf(instant: Date, zone: string): string {
  return Temporal.Instant.fromEpochMilliseconds(instant.getTime())
    .toZonedDateTimeISO(zone)
    .toPlainDateTime()
    .toString({ smallestUnit: 'minute' });
}

/** The calendar day that it is in a zone: `2026-12-03`. */
export const dayOf = (instant: Date, zone: string): string => localTimeOf(instant, zone).slice(0, 10);

/** Whether this is a zone of the IANA database. */
export function isZone(zone: string): boolean {
  try {
    return Boolean(Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(zone));
  } catch {
    return false;
  }
}
