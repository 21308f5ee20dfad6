import ICAL from 'ical.js';

/** What a calendar program sees of one entry. */
interface ReadEntry {
  readonly uid: string;
  readonly sequence: number;
  readonly status: string;
  readonly summary: string;
  readonly location: string;
  readonly description: string;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly zone: string;
  /** Seconds from the start to each alarm. */
  readonly alarms: number[];
}

/** A calendar as a parser reads it that had no part in writing it: times by the zones of the file itself. */
export function readCalendar(text: string): { method: string | null; name: string | null; entries: ReadEntry[] } {
  const calendar = new ICAL.Component(ICAL.parse(text));
  return {
    method: calendar.getFirstPropertyValue('method') as string | null,
    name: calendar.getFirstPropertyValue('x-wr-calname') as string | null,
    entries: calendar.getAllSubcomponents('vevent').map(entryOf),
  };
}

function entryOf(component: ICAL.Component): ReadEntry {
  const event = new ICAL.Event(component);
  const { startDate, endDate } = event;
  if (!startDate || !endDate || !event.uid) throw new Error('An entry needs a start, an end and a UID.');
  const alarms = component
    .getAllSubcomponents('valarm')
    .map((alarm) => (alarm.getFirstPropertyValue('trigger') as ICAL.Duration).toSeconds());
  return {
    uid: event.uid,
    sequence: event.sequence ?? 0,
    status: String(component.getFirstPropertyValue('status')),
    summary: event.summary ?? '',
    location: event.location ?? '',
    description: event.description ?? '',
    startsAt: startDate.toJSDate().toISOString(),
    endsAt: endDate.toJSDate().toISOString(),
    zone: startDate.zone?.tzid ?? '',
    alarms,
  };
}
