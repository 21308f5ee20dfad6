import { newId } from '../../../platform/database/new-id';
import { Config } from '../../../platform/config/config';
import { Languages } from '../../../platform/language/languages';
import { readCalendar } from '../../../testing/read-calendar';
import { aRoom, aSession } from '../session.builder';
import type { Room } from '../timetable/room.entity';
import type { Session } from '../timetable/session.entity';
import { CalendarWriter, type Entry } from './calendar-writer';

const config = Config.read({ PUBLIC_URL: 'https://libretto.example', SECRET: 'x'.repeat(40) });
const writer = new CalendarWriter(config, Languages.read());
const definition = { modules: [{ number: 1, title: { en: 'Policy context', it: 'Il contesto' } }] };
const edition = { id: newId(), name: 'Autumn 2026', definition } as unknown as Entry['edition'];

const entry = (values: Partial<Session> = {}, room: Room | null = null): Entry => ({
  session: { ...aSession({ editionId: edition.id, ...values }), room },
  edition,
});
const at = (startsAt: string) => ({
  startsAt: new Date(startsAt),
  endsAt: new Date(new Date(startsAt).getTime() + 7_200_000),
});
const readBack = (...entries: Entry[]) => readCalendar(writer.feed('en', entries)).entries;

describe('a calendar', () => {
  it.each([
    // Before and after each change of clocks, and in the hours around it.
    ['Europe/Rome', ['2026-03-28T23:30Z', '2026-03-29T00:30Z', '2026-03-29T01:00Z', '2026-07-01T08:00Z']],
    ['Europe/Rome', ['2026-10-24T23:00Z', '2026-10-25T02:00Z', '2026-12-01T08:00Z', '2027-04-01T08:00Z']],
    ['Europe/Dublin', ['2026-03-28T12:00Z', '2026-03-30T12:00Z', '2026-10-24T12:00Z', '2026-10-26T12:00Z']],
    ['Europe/Lisbon', ['2026-03-28T12:00Z', '2026-03-30T12:00Z', '2026-11-30T12:00Z']],
    ['Asia/Kathmandu', ['2026-01-15T04:15Z', '2026-07-15T04:15Z']],
    ['Africa/Casablanca', ['2026-02-01T09:00Z', '2026-03-01T09:00Z', '2026-04-01T09:00Z', '2026-12-01T09:00Z']],
    ['Asia/Gaza', ['2026-03-20T09:00Z', '2026-10-20T09:00Z', '2026-10-28T09:00Z', '2026-11-20T09:00Z']],
    ['America/Vancouver', ['2026-01-20T17:00Z', '2026-12-20T17:00Z']],
    ['Australia/Lord_Howe', ['2026-04-04T03:00Z', '2026-04-06T03:00Z', '2026-10-05T03:00Z']],
    ['America/St_Johns', ['2026-03-07T12:00Z', '2026-03-09T12:00Z']],
    ['Pacific/Apia', ['2026-01-20T00:00Z']],
    ['Etc/GMT+3', ['2026-01-20T00:00Z']],
    ['UTC', ['2026-01-20T00:00Z', '2026-07-20T00:00Z']],
  ])('of sessions in %s is read back at the very instants', (zone, starts) => {
    const entries = starts.map((start) => entry({ zone, ...at(start) }));
    expect(readBack(...entries).map(({ startsAt, endsAt }) => [startsAt, endsAt])).toEqual(
      entries.map(({ session }) => [session.startsAt.toISOString(), session.endsAt.toISOString()]),
    );
  });

  it('is right in every zone that this machine knows', () => {
    const months = Array.from({ length: 24 }, (_, month) => new Date(Date.UTC(2026, month, 17, 10)).toISOString());
    for (const zone of Intl.supportedValuesOf('timeZone'))
      expect([
        zone,
        readBack(...months.map((month) => entry({ zone, ...at(month) }))).map((one) => one.startsAt),
      ]).toEqual([zone, months]);
  });

  it('holds several zones at once, each described once', () => {
    const text = writer.feed('en', [
      entry(at('2026-11-26T13:00Z')),
      entry(at('2026-11-27T13:00Z')),
      entry({ ...at('2026-11-28T04:15Z'), zone: 'Asia/Kathmandu' }),
    ]);
    expect(text.match(/^TZID:.*/gm)).toEqual(['TZID:Europe/Rome', 'TZID:Asia/Kathmandu']);
    expect(readCalendar(text).entries.map(({ zone, startsAt }) => [zone, startsAt])).toEqual([
      ['Europe/Rome', '2026-11-26T13:00:00.000Z'],
      ['Europe/Rome', '2026-11-27T13:00:00.000Z'],
      ['Asia/Kathmandu', '2026-11-28T04:15:00.000Z'],
    ]);
  });

  it.each([
    'Policy; with, commas \\ and \\n backslashes',
    'END:VEVENT',
    'a\r\nATTACH:https://evil.example/x\r\nEND:VEVENT',
    '"quotes" and ^carets^ : colons',
    '👩‍🏫'.repeat(30),
    'Ž'.repeat(120),
    'محمد الفاروقي يتحدث',
    ' '.repeat(3) + 'spaces around' + ' '.repeat(3),
  ])('keeps a hostile title as text: %j', (title) => {
    const room = aRoom({ venue: title, address: title, name: title });
    const text = writer.feed('en', [entry({ title, mode: 'in-presence', joinUrl: null }, room), entry()]);
    const [first, second, ...more] = readCalendar(text).entries;
    const asText = title.replaceAll('\r\n', '\n');
    expect([first?.summary, first?.location, more]).toEqual([asText, [asText, asText, asText].join(', '), []]);
    expect(second?.summary).toBe('Why recognition became automatic');
    expect(text.split('\r\n').filter((line) => Buffer.byteLength(line) > 75)).toEqual([]);
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  });

  it('never shows the link of the meeting, and leads to the page that does', () => {
    const text = writer.feed('en', [entry()]);
    expect(text.replaceAll('\r\n ', '')).not.toContain('meet.example');
    expect(readCalendar(text).entries[0]).toMatchObject({
      location: 'Online',
      description: `Module 1: Policy context\nAutumn 2026\nJoin from this page, from 15 minutes before the start: https://libretto.example/editions/${edition.id}/sessions`,
      alarms: [-900],
    });
  });

  it('says a cancelled one in the reader’s language, without an alarm', () => {
    const cancelled = entry({ state: 'cancelled', cancelledBecause: 'Sciopero; treni, bus', sequence: 3 });
    const { entries, name } = readCalendar(writer.feed('it', [cancelled]));
    expect(name).toBe('Incontri di Libretto');
    expect(entries[0]).toMatchObject({
      uid: cancelled.session.id,
      sequence: 3,
      status: 'CANCELLED',
      summary: 'Annullato: Why recognition became automatic',
      alarms: [],
    });
    expect(entries[0]?.description).toContain('Modulo 1: Il contesto\nAutumn 2026\nAnnullato: Sciopero; treni, bus');
  });

  it('is the same text each time, so that whoever has it need not read it again', () => {
    const one = entry();
    expect(writer.feed('en', [one])).toBe(writer.feed('en', [one]));
  });
});
