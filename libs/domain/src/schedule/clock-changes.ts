import { zonedAt } from './local-time';
import type { Span } from './session';

/** A moment from which a zone's clocks have another offset from UTC. */
export interface ClockChange {
  /** What the clocks showed when they changed: `2026-10-25T03:00:00`. */
  readonly at: string;
  /** The offset until then: `+02:00`. */
  readonly from: string;
  readonly to: string;
}

/**
 * The changes that a zone's clocks need to show every moment of a span: the last one before it, and those within. A zone
 * whose clocks never changed has one that changes nothing.
 */
export function clockChanges(zone: string, { startsAt, endsAt }: Span): ClockChange[] {
  const first = zonedAt(startsAt, zone);
  const changes: ClockChange[] = [];
  // The second after: a change at the very start is not before it.
  let change = first.add({ seconds: 1 }).getTimeZoneTransition('previous');
  if (!change) changes.push({ at: '1970-01-01T00:00:00', from: first.offset, to: first.offset });
  change ??= first.getTimeZoneTransition('next');
  for (; change && change.epochMilliseconds <= endsAt.getTime(); change = change.getTimeZoneTransition('next')) {
    const before = change.subtract({ nanoseconds: 1 });
    const at = change.withTimeZone('UTC').add({ nanoseconds: before.offsetNanoseconds }).toPlainDateTime();
    changes.push({ at: at.toString({ smallestUnit: 'second' }), from: before.offset, to: change.offset });
  }
  return changes;
}
