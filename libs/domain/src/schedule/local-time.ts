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
  return zonedAt(instant, zone).toPlainDateTime().toString({ smallestUnit: 'minute' });
}

/** An instant by the clocks of a zone. */
export const zonedAt = (instant: Date, zone: string): Temporal.ZonedDateTime =>
  Temporal.Instant.fromEpochMilliseconds(instant.getTime()).toZonedDateTimeISO(zone);

/** The calendar day that it is in a zone: `2026-12-03`. */
export const dayOf = (instant: Date, zone: string): string => localTimeOf(instant, zone).slice(0, 10);

/** The instant at which the clocks of a zone show the same time some days later, or the next one that they show. */
export const shiftedBy = (instant: Date, zone: string, days: number): Date =>
  new Date(zonedAt(instant, zone).add({ days }).epochMilliseconds);

/** The calendar day that is these days later. */
export const laterDay = (day: string, days: number): string => Temporal.PlainDate.from(day).add({ days }).toString();

/** The number of days from one calendar day to another. */
export const daysBetween = (from: string, to: string): number =>
  Temporal.PlainDate.from(from).until(Temporal.PlainDate.from(to)).days;

/** Whether the day exists: not the 30th of February. */
export const isDay = (text: string): boolean =>
  /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(Date.parse(text)) && new Date(text).toISOString().startsWith(text);

/** Whether this is a zone of the IANA database. */
export function isZone(zone: string): boolean {
  try {
    return Boolean(Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(zone));
  } catch {
    return false;
  }
}
