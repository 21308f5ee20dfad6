import { isOpenOn, type MaterialKind, type Progress, progressAfter, type ProgressStep } from '.';

const [before, now] = [new Date('2026-11-23T09:00:00Z'), new Date('2026-11-24T09:00:00Z')];
const opened: Progress = { openedAt: before, finishedAt: null, finishedBy: null };
const marked: Progress = { openedAt: before, finishedAt: before, finishedBy: 'marked' };
const read: Progress = { openedAt: before, finishedAt: before, finishedBy: 'read' };

it.each<[MaterialKind, string, Progress | null, ProgressStep | 'passed', Progress]>([
  ['page', 'is opened', null, 'opened', { ...opened, openedAt: now }],
  ['page', 'is opened again', opened, 'opened', opened],
  ['page', 'is read to its end', opened, 'read', { ...opened, finishedAt: now, finishedBy: 'read' }],
  ['page', 'is read before its opening arrived', null, 'read', { openedAt: now, finishedAt: now, finishedBy: 'read' }],
  ['page', 'is marked', opened, 'marked', { ...opened, finishedAt: now, finishedBy: 'marked' }],
  ['page', 'was read, and stays so when it is marked', read, 'marked', read],
  ['page', 'was marked, and is not', marked, 'unmarked', opened],
  ['page', 'was read, and stays so', read, 'unmarked', read],
  ['page', 'was never opened, and is not marked', null, 'unmarked', { ...opened, openedAt: now }],
  ['file', 'needs only to be opened', null, 'opened', { openedAt: now, finishedAt: now, finishedBy: 'opened' }],
  ['link', 'needs only to be opened', null, 'opened', { openedAt: now, finishedAt: now, finishedBy: 'opened' }],
  ['video', 'is opened', null, 'opened', { ...opened, openedAt: now }],
  ['self-test', 'is opened', null, 'opened', { ...opened, openedAt: now }],
  ['self-test', 'is passed', opened, 'passed', { ...opened, finishedAt: now, finishedBy: 'passed' }],
  ['self-test', 'is marked, which passes nobody', opened, 'marked', opened],
  ['self-test', 'is said to be read', opened, 'read', opened],
  ['video', 'is marked', opened, 'marked', { ...opened, finishedAt: now, finishedBy: 'marked' }],
])('a %s %s', (kind, _, from, step, expected) => {
  expect(progressAfter(kind, from, step, now)).toEqual(expected);
});

it.each([
  [null, true],
  ['2026-11-24', true],
  ['2026-11-25', false],
])('a material that opens on %s is open: %s', (day, isOpen) => {
  expect(isOpenOn(day, '2026-11-24')).toBe(isOpen);
});
