import { deadEnds, unreachableStates } from '../process';
import { announcementProcess, announcementStates, cancelSending, sendingAt } from './announcement';
import { behindBecause, lastDayToFinish, type Headway } from './behind';

const now = new Date('2026-11-23T09:00:00Z');

it('an announcement is sent or cancelled, once', () => {
  expect(unreachableStates(announcementProcess, 'scheduled')).toEqual([]);
  expect(deadEnds(announcementProcess, ['sent', 'cancelled'])).toEqual([]);
  expect(announcementStates.map(cancelSending)).toEqual([
    'cancelled',
    { refused: 'announcements.not-scheduled', numbers: {} },
    { refused: 'announcements.not-scheduled', numbers: {} },
  ]);
});

it.each([
  [null, now],
  ['2026-11-23T09:00:01Z', new Date('2026-11-23T09:00:01Z')],
  ['2026-11-23T09:00:00Z', { refused: 'announcements.time-is-past', numbers: {} }],
])('at %s it goes out: %j', (chosen, expected) => {
  expect(sendingAt(chosen === null ? null : new Date(chosen), now)).toEqual(expected);
});

const onPace: Headway = { lacksHours: false, unfinished: 0, overdue: 0 };

it.each<[string, Partial<Headway>, string[]]>([
  ['with everything done', {}, []],
  ['with too few hours', { lacksHours: true }, ['hours']],
  ['with an unfinished material', { unfinished: 1 }, ['materials']],
  ['with nothing handed in', { overdue: 1 }, ['work']],
  ['with all of it', { lacksHours: true, unfinished: 3, overdue: 2 }, ['hours', 'materials', 'work']],
])('a participant %s is behind because of %j', (_, standing, grounds) => {
  expect(behindBecause({ ...onPace, ...standing })).toEqual(grounds);
});

it('a required material is to be finished within a week', () => {
  expect(lastDayToFinish('2026-11-23')).toBe('2026-11-16');
});
