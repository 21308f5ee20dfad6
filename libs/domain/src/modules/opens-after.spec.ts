import { isOpenTo, mayOpenAfter } from '.';

const all = [
  { id: 'a', opensAfterId: null },
  { id: 'b', opensAfterId: 'a' },
  { id: 'c', opensAfterId: 'b' },
  { id: 'd', opensAfterId: 'gone' },
];

it.each([
  ['a', null, true],
  ['c', 'a', true],
  ['a', 'd', true],
  ['a', 'a', 'modules.condition-in-circle'],
  ['a', 'b', 'modules.condition-in-circle'],
  ['a', 'c', 'modules.condition-in-circle'],
  ['a', 'gone', 'modules.condition-elsewhere'],
])('%s may open after %s: %s', (id, afterId, expected) => {
  const answer = mayOpenAfter(all, id, afterId);
  expect(answer === true || answer.refused).toBe(expected);
});

it('ends where a circle is there already', () => {
  const circle = [{ id: 'x', opensAfterId: 'y' }, { id: 'y', opensAfterId: 'x' }, ...all];
  expect(mayOpenAfter(circle, 'a', 'x')).toBe(true);
});

it.each([
  [null, null, true],
  ['2026-11-24', null, true],
  ['2026-11-25', null, false],
  [null, 'done', true],
  [null, 'other', false],
  ['2026-11-25', 'done', false],
  ['2026-11-24', 'done', true],
  [null, 'gone', true],
])('a material that opens on %s and after %s is open: %s', (opensOn, opensAfterId, isOpen) => {
  const progress = new Map([
    ['done', { finishedAt: new Date('2026-11-23T09:00:00Z') }],
    ['other', { finishedAt: null }],
  ]);
  expect(isOpenTo({ opensOn, opensAfterId }, '2026-11-24', progress)).toBe(isOpen);
});
