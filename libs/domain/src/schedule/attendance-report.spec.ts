import fc from 'fast-check';
import {
  comparison,
  headOfReport,
  isWholeMapping,
  linesOfReport,
  minutesIn,
  reportedAttendance,
  reportedTime,
  unitedWithin,
} from './attendance-report';

const at = (time: string) => new Date(`2026-11-26T${time}Z`);
const session = { startsAt: at('13:00:00'), endsAt: at('15:00:00') };
const span = (from: string, to: string) => ({ startsAt: at(from), endsAt: at(to) });
const rowsOf = (text: string) =>
  text
    .trim()
    .split('\n')
    .map((line) => line.trim().split('|'));

describe('the rows of a report', () => {
  it.each([
    [
      'Teams, in sections',
      `1. Summary
       Meeting title|Tools
       2. Participants
       Name|First Join|Last Leave|In-Meeting Duration|Email|Participant ID (UPN)|Role
       Ana Kovač|11/26/26, 1:58:03 PM|11/26/26, 3:01:11 PM|58m|ana@example.hr|ana@example.hr|Organizer
       3. In-Meeting Activities
       Name|Join Time|Leave Time|Duration|Email|Role
       Ana Kovač|11/26/26, 1:58:03 PM|11/26/26, 2:30:00 PM|31m|ana@example.hr|Organizer
       Ana Kovač|11/26/26, 2:35:00 PM|11/26/26, 3:01:11 PM|26m|ana@example.hr|Organizer`,
      [
        ['Ana Kovač', '', 'ana@example.hr', '11/26/26, 1:58:03 PM', '11/26/26, 2:30:00 PM', ''],
        ['Ana Kovač', '', 'ana@example.hr', '11/26/26, 2:35:00 PM', '11/26/26, 3:01:11 PM', ''],
      ],
    ],
    [
      'Teams in Italian',
      `Nome completo|Ora di partecipazione|Ora di uscita|Durata|Indirizzo e-mail
       Ana Kovač|26/11/2026, 13:58:03|26/11/2026, 15:01:11|1h 3m|ana@example.hr`,
      [['Ana Kovač', '', 'ana@example.hr', '26/11/2026, 13:58:03', '26/11/2026, 15:01:11', '']],
    ],
    [
      'Zoom, below the meeting',
      `Meeting ID|Topic|Start Time|End Time|User Email|Duration (Minutes)
       987|Tools|11/26/2026 01:50:00 PM|11/26/2026 03:10:00 PM|host@example.it|80

       Name (Original Name)|User Email|Join Time|Leave Time|Duration (Minutes)|Guest
       Ana (Ana Kovač)|ana@example.hr|11/26/2026 01:58:03 PM|11/26/2026 03:01:11 PM|63|No`,
      [['Ana (Ana Kovač)', '', 'ana@example.hr', '11/26/2026 01:58:03 PM', '11/26/2026 03:01:11 PM', '63']],
    ],
    [
      'Meet',
      `First name|Last name|Email|Duration|Time joined|Time exited
       Ana|Kovač|ana@example.hr|1 hr 3 min|1:58 PM|3:01 PM`,
      [['Ana', 'Kovač', 'ana@example.hr', '1:58 PM', '3:01 PM', '']],
    ],
    [
      'BigBlueButton',
      `Name|Moderator|Activity Score|Talk time|Join|Left|Duration
       Ana Kovač|FALSE|2|00:10|11/26/2026, 1:58:03 PM|11/26/2026, 3:01:11 PM|01:03:08`,
      [['Ana Kovač', '', '', '11/26/2026, 1:58:03 PM', '11/26/2026, 3:01:11 PM', '']],
    ],
  ])('%s', (_, text, expected) => {
    const table = rowsOf(text);
    const { at: head, mapping } = headOfReport(table);
    expect(linesOfReport(table, head, mapping).map((line) => Object.values(line))).toEqual(expected);
  });

  it('without a known heading are mapped by hand', () => {
    const table = rowsOf('Wer|Kam|Ging\nAna Kovač|14:01|15:00');
    const head = headOfReport(table);
    expect([head.at, isWholeMapping(head.mapping)]).toEqual([0, false]);
    expect(linesOfReport(table, 0, { name: 0, joined: 1, left: 2 })).toMatchObject([
      { name: 'Ana Kovač', joined: '14:01', left: '15:00' },
    ]);
  });
});

describe('a time in a report', () => {
  // In Rome the clocks go back at 03:00 on 25 October 2026, so 02:30 comes twice; on 29 March 02:30 never comes.
  const back = { startsAt: new Date('2026-10-25T01:15:00Z'), endsAt: new Date('2026-10-25T03:00:00Z') };
  const before = { startsAt: new Date('2026-10-25T00:15:00Z'), endsAt: new Date('2026-10-25T01:00:00Z') };
  const midnight = { startsAt: new Date('2026-11-26T22:30:00Z'), endsAt: new Date('2026-11-27T00:30:00Z') };
  it.each([
    ['11/26/26, 1:58:03 PM', 'Europe/Rome', session, '2026-11-26T12:58:03.000Z'],
    ['26/11/2026, 13:58:03', 'Europe/Rome', session, '2026-11-26T12:58:03.000Z'],
    ['26.11.2026 13:58', 'Europe/Lisbon', session, '2026-11-26T13:58:00.000Z'],
    ['2026-11-26 13:58:03', 'America/New_York', session, '2026-11-26T18:58:03.000Z'],
    ['2026-11-26T13:58:03+02:00', 'Europe/Rome', session, '2026-11-26T11:58:03.000Z'],
    ['2026-11-26T13:58:03Z', 'Europe/Rome', session, '2026-11-26T13:58:03.000Z'],
    ['1:58 p. m.', 'Europe/Rome', session, '2026-11-26T12:58:00.000Z'],
    ['12:05:00 AM', 'Europe/Rome', midnight, '2026-11-26T23:05:00.000Z'],
    ['23:40', 'Europe/Rome', midnight, '2026-11-26T22:40:00.000Z'],
    ['10/11/2026 14:00', 'Europe/Rome', session, '2026-11-10T13:00:00.000Z'],
    ['25/10/2026 02:30', 'Europe/Rome', before, '2026-10-25T00:30:00.000Z'],
    ['25/10/2026 02:30', 'Europe/Rome', back, '2026-10-25T01:30:00.000Z'],
    ['', 'Europe/Rome', session, null],
    ['yesterday', 'Europe/Rome', session, null],
    ['31/02/2026 14:00', 'Europe/Rome', session, null],
    ['26/11/2026 25:00', 'Europe/Rome', session, null],
    ['2026-11-26T25:00:00Z', 'Europe/Rome', session, null],
    ['2026-11-26 13:61+01:00', 'Europe/Rome', session, null],
    ['2026-02-31T14:00:00Z', 'Europe/Rome', session, null],
  ])('%s in %s', (text, zone, of, expected) => {
    expect(reportedTime(text, zone, of)?.toISOString() ?? null).toBe(expected);
  });
});

describe('spans of one person', () => {
  it.each([
    ['one', [span('13:10:00', '14:00:00')], 50],
    ['two apart', [span('13:00:00', '13:20:00'), span('14:00:00', '14:20:00')], 40],
    ['two that overlap, of two devices', [span('13:00:00', '14:00:00'), span('13:30:00', '14:30:00')], 90],
    ['one within the other', [span('13:00:00', '14:00:00'), span('13:10:00', '13:20:00')], 60],
    ['longer than the session', [span('12:00:00', '18:00:00')], 120],
    ['before and after it', [span('12:00:00', '13:00:00'), span('15:00:00', '16:00:00')], 0],
    ['the wrong way round', [span('14:00:00', '13:00:00')], 0],
  ])('%s', (_, spans, expected) => {
    expect(minutesIn(unitedWithin(spans, session))).toBe(expected);
  });

  it('count each moment of the session once, in any order', () => {
    const minute = fc.integer({ min: -60, max: 200 });
    fc.assert(
      fc.property(fc.array(fc.tuple(minute, minute), { maxLength: 12 }), (pairs) => {
        const moment = (n: number) => new Date(session.startsAt.getTime() + n * 60_000);
        const spans = pairs.map(([from, to]) => ({ startsAt: moment(from), endsAt: moment(to) }));
        const there = Array.from({ length: 120 }, (_, n) => pairs.some(([from, to]) => from <= n && n < to));
        expect(minutesIn(unitedWithin(spans, session))).toBe(there.filter(Boolean).length);
      }),
    );
  });
});

describe('the mark that a report comes to', () => {
  it.each([
    ['from before the start on', [span('12:50:00', '15:10:00')], 'present', 0],
    ['within the tolerance', [span('13:10:00', '15:00:00')], 'present', 0],
    ['after it, by all minutes', [span('13:11:00', '15:00:00')], 'late', 11],
    ['half of it, exactly', [span('13:00:00', '14:00:00')], 'present', 0],
    ['less than half of it', [span('13:00:00', '13:59:59')], 'absent', 0],
    ['never', [], 'absent', 0],
  ] as const)('%s', (_, spans, mark, minutesLate) => {
    expect(reportedAttendance(spans, session)).toEqual({ mark, minutesLate });
  });
});

describe('comparing names', () => {
  const people = [
    { id: 'ana', givenName: 'Ana', familyName: 'Kovač', email: 'ana@example.hr' },
    { id: 'marko', givenName: 'Marko', familyName: 'Kovač', email: 'marko@example.hr' },
    { id: 'maria1', givenName: 'Maria', familyName: 'Rossi', email: 'm.rossi@example.it' },
    { id: 'maria2', givenName: 'Maria', familyName: 'Rossi', email: 'maria@example.it' },
    { id: 'ines', givenName: 'Inês Maria', familyName: 'Carvalho Dias', email: 'ines@example.pt' },
  ];
  it.each([
    ['somebody', 'ANA@example.hr', 'ana', 'certain'],
    ['Kovac Ana', '', 'ana', 'certain'],
    ['KOVAČ, Ana', '', 'ana', 'certain'],
    ['Ana Kovač (guest)', '', 'ana', 'certain'],
    ['Inês Carvalho', '', 'ines', 'likely'],
    ['M. Kovač', '', 'marko', 'likely'],
    ['Maria Rossi', 'maria@example.it', 'maria2', 'certain'],
    ['Maria Rossi', '', undefined, undefined],
    ['Kovač', '', undefined, undefined],
    ['iPhone', '', undefined, undefined],
    ['', '', undefined, undefined],
  ])('%s %s', (name, email, id, certainty) => {
    expect(comparison(people)({ name, email })).toEqual(id ? { id, certainty } : null);
  });
});
