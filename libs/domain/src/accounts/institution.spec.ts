import { becomeOne, mostProposals, propose } from './institution';

describe('institutions', () => {
  const one = { id: 'a', state: 'confirmed' as const, rorId: null };
  it.each([
    ['two that are on the list', one, { ...one, id: 'b' }, true],
    [
      'a proposed one and one with an id in the registry',
      { ...one, state: 'proposed' as const },
      { ...one, id: 'b', rorId: '01x' },
      true,
    ],
    ['one with itself', one, one, 'accounts.merge-with-itself'],
    [
      'one that is another already',
      { ...one, state: 'merged' as const },
      { ...one, id: 'b' },
      'accounts.merged-already',
    ],
    ['one with what is another already', one, { ...one, id: 'b', state: 'merged' as const }, 'accounts.merged-already'],
    [
      'two that the registry tells apart',
      { ...one, rorId: '01y' },
      { ...one, id: 'b', rorId: '01x' },
      'accounts.two-in-the-registry',
    ],
  ])('become one: %s', (_, from, into, expected) => {
    const answer = becomeOne(from, into);
    expect(answer === true || answer.refused).toBe(expected);
  });

  it.each([
    [0, true],
    [mostProposals - 1, true],
    [mostProposals, false],
  ])('with %i that wait, another can be proposed: %p', (waiting, may) =>
    expect(propose({ waiting }) === true).toBe(may),
  );
});
