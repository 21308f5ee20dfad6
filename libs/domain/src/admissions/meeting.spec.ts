import { unreachableStates } from '../process';
import {
  agendaPart,
  applicationStates,
  discussionStanding,
  mayAttend,
  meetingProcess,
  meetingStates,
  wasLevel,
} from '.';

describe('a meeting', () => {
  it('is open, then closed for good', () => {
    expect(unreachableStates(meetingProcess, 'open')).toEqual([]);
    expect(meetingStates.filter((state) => meetingProcess[state].to.length === 0)).toEqual(['closed']);
  });

  it.each([
    ['the chair', 'lucia', true],
    ['the deputy', 'marko', true],
    ['a member', 'ines', true],
    ['a coordinator', 'carla', false],
  ])('is attended by %s: %s %s', (_, accountId, may) => {
    const members = [
      { accountId: 'lucia', role: 'chair' },
      { accountId: 'marko', role: 'deputy' },
      { accountId: 'ines', role: 'member' },
    ] as const;
    expect(mayAttend(members, accountId)).toBe(may);
  });
});

describe('the agenda', () => {
  it.each([
    ['submitted', false, null, 'waiting'],
    ['under-review', false, null, 'waiting'],
    ['under-review', true, null, 'ready'],
    ['appealed', true, 'an-earlier-one', 'ready'],
    ['ruled', false, 'this-one', 'ruled'],
    ['ruled', false, 'an-earlier-one', null],
    ['ruled', false, null, null],
    ['draft', false, null, null],
    ['returned', false, null, 'waiting'],
    ['withdrawn', false, null, null],
  ] as const)('%s, can be ruled on %s, ruled in %s: %s', (state, canBeRuled, ruledIn, part) => {
    expect(agendaPart({ state, canBeRuled, ruledIn }, 'this-one')).toBe(part);
  });

  it.each([
    [{ admit: 2, reject: 1 }, false],
    [{ admit: 2, 'admit-by-exception': 0, reject: 2 }, true],
    [{ admit: 2, 'admit-by-exception': 1, reject: 1 }, false],
    [{ admit: 0, reject: 0 }, false],
    [{}, false],
  ])('%j is level: %s', (counts, level) => expect(wasLevel(counts)).toBe(level));
});

describe('a discussion', () => {
  it.each([
    ['submitted', 'open'],
    ['under-review', 'open'],
    ['appealed', 'open'],
    ['returned', 'paused'],
    ['ruled', 'closed'],
  ] as const)('of what is %s is %s to who has voted', (state, expected) => {
    expect(discussionStanding({ state, hasVoted: true })).toBe(expected);
  });

  it.each(applicationStates.filter((state) => state !== 'ruled'))(
    'of what is %s waits for the vote of who has not',
    (state) => {
      expect(discussionStanding({ state, hasVoted: false })).toBe('after-vote');
    },
  );

  it('of what is ruled on is read by all who decided, having voted or not', () => {
    expect(discussionStanding({ state: 'ruled', hasVoted: false })).toBe('closed');
  });
});
