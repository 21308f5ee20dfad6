import { mostPlanned, planOfTable, typedDay, typedTime } from './session-plan';

const head = ['Module', 'Topic', 'Date', 'Start time', 'End time', 'Room', 'Meeting link'];

describe('a plan of sessions in a table', () => {
  it('is read by its headings, in any order and language', () => {
    const line = { module: '1', title: 'Policy', day: '2026-12-03', from: '14:00', to: '16:00', room: '', link: '' };
    const rows = [
      [head, ['1', 'Policy', '2026-12-03', '14:00', '16:00', '', ''], ['', ' ']],
      [
        ['Fine', 'Inizio', 'Data', 'Argomento', 'MODULO'],
        ['16:00', '14:00', '2026-12-03', 'Policy', ' 1 '],
      ],
    ];
    for (const table of rows) expect(planOfTable(table)).toEqual({ lines: [line] });
  });

  it.each([
    ['nothing', [], 'empty'],
    ['headings only', [head], 'empty'],
    ['no date', [head.toSpliced(2, 1), ['1', 'x', '14:00', '16:00']], 'no-columns'],
    ['more than a plan has', [head, ...Array.from({ length: mostPlanned + 1 }, () => ['1'])], 'too-long'],
  ])('is refused where it has %s', (_, table, fault) => {
    expect(planOfTable(table)).toEqual({ fault });
  });

  it.each([
    ['2026-12-03', '2026-12-03'],
    ['2026-12-03T00:00', '2026-12-03'],
    ['3/12/2026', '2026-12-03'],
    ['03.12.2026', '2026-12-03'],
    ['31/12/2026', '2026-12-31'],
    ['12/31/2026', null],
    ['2026-02-30', null],
    ['29/2/2027', null],
    ['3/12/26', null],
    ['tomorrow', null],
    ['', null],
  ])('has a day: %j is %j', (text, day) => expect(typedDay(text)).toBe(day));

  it.each([
    ['14:00', '14:00'],
    ['9:05', '09:05'],
    ['14.30', '14:30'],
    ['14h30', '14:30'],
    ['14:00:00', '14:00'],
    ['24:00', null],
    ['14:60', null],
    ['2 pm', null],
    ['', null],
  ])('has a time: %j is %j', (text, time) => expect(typedTime(text)).toBe(time));
});
