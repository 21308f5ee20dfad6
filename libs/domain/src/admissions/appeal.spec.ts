import fc from 'fast-check';
import { isRefusal } from '../refusal';
import {
  appeal,
  type Appealable,
  appealEnd,
  baseOf,
  type CommissionMember,
  decide,
  type Deliberation,
  quorumOf,
  ruleOn,
  secondRound,
  type VoteChoice,
} from '.';

const codeOf = (answer: unknown) => (isRefusal(answer) ? answer.refused.split('.')[1] : answer);

describe('the end of an appeal', () => {
  it.each([
    ['in the morning', '2026-10-19T08:00:00Z', 'Europe/Rome', 15, '2026-11-03T22:59:59.999Z'],
    [
      'late in the evening: the day is the edition’s',
      '2026-10-19T22:30:00Z',
      'Europe/Rome',
      15,
      '2026-11-04T22:59:59.999Z',
    ],
    ['west of there', '2026-10-19T22:30:00Z', 'Atlantic/Azores', 15, '2026-11-04T00:59:59.999Z'],
    ['over the night on which the clocks change', '2026-10-24T10:00:00Z', 'Europe/Rome', 1, '2026-10-25T22:59:59.999Z'],
    ['where midnight is skipped', '2026-09-05T10:00:00Z', 'America/Santiago', 0, '2026-09-06T03:59:59.999Z'],
  ])('of a ruling %s', (_, ruledAt, timeZone, appealDays, end) => {
    expect(appealEnd(new Date(ruledAt), { appealDays, timeZone }).toISOString()).toBe(end);
  });
});

describe('an appeal', () => {
  const until = new Date('2026-11-03T22:59:59.999Z');
  const rejected: Appealable = { state: 'ruled', round: 1, outcome: 'rejected', isOffered: false, until };
  const inTime = '2026-10-20T08:00:00Z';
  it.each<[string, Partial<Appealable>, string, unknown]>([
    ['against a rejection', {}, inTime, true],
    ['in the last moment', {}, '2026-11-03T22:59:59.999Z', true],
    ['a moment later', {}, '2026-11-03T23:00:00.000Z', 'appeal-too-late'],
    ['against the waiting list', { outcome: 'waiting-list' }, inTime, true],
    [
      'against the waiting list, once it has brought a place',
      { outcome: 'waiting-list', isOffered: true },
      inTime,
      'nothing-to-appeal',
    ],
    ['against an admission', { outcome: 'admitted', isOffered: true }, inTime, 'nothing-to-appeal'],
    ['against an exception', { outcome: 'admitted-by-exception', isOffered: true }, inTime, 'nothing-to-appeal'],
    ['while the first is before the commission', { state: 'appealed', round: 2 }, inTime, 'already-appealed'],
    ['against the second ruling', { round: 2 }, inTime, 'already-appealed'],
    ['before a ruling', { state: 'under-review', outcome: null, until: null }, inTime, 'no-such-step'],
    ['while it is a draft', { state: 'draft', outcome: null, until: null }, inTime, 'no-such-step'],
    ['of what was withdrawn', { state: 'withdrawn', outcome: null, until: null }, inTime, 'no-such-step'],
  ])('%s', (_, changes, now, expected) => {
    expect(codeOf(appeal({ ...rejected, ...changes }, new Date(now)))).toBe(expected);
  });
});

type Role = CommissionMember['role'];
const seated = (...people: [string, Role?][]) =>
  people.map(([accountId, role = 'member']): CommissionMember => ({ accountId, role }));
const five = seated(['carmen', 'chair'], ['dario', 'deputy'], ['ines'], ['jean'], ['pilar']);

describe('the second round', () => {
  it.each<[string, CommissionMember[], string[], string[], string, string[], string | null]>([
    ['of those who did not rule first', five, ['carmen', 'ines', 'jean'], [], 'others', ['dario', 'pilar'], 'dario'],
    [
      'by the chair who did not rule first',
      five,
      ['dario', 'ines'],
      [],
      'others',
      ['carmen', 'jean', 'pilar'],
      'carmen',
    ],
    [
      'without chair and deputy: by who has sat longest',
      five,
      ['carmen', 'dario', 'ines'],
      [],
      'others',
      ['jean', 'pilar'],
      'jean',
    ],
    ['with the chair in conflict', five, ['dario', 'ines'], ['carmen'], 'others', ['jean', 'pilar'], 'jean'],
    [
      'for want of others: of all',
      five,
      ['carmen', 'dario', 'ines', 'jean', 'pilar'],
      [],
      'all',
      ['carmen', 'dario', 'ines', 'jean', 'pilar'],
      'carmen',
    ],
    [
      'with one other only: of all, by the other',
      five,
      ['carmen', 'dario', 'ines', 'jean'],
      [],
      'all',
      ['carmen', 'dario', 'ines', 'jean', 'pilar'],
      'pilar',
    ],
    [
      'with a conflict that leaves one other',
      five,
      ['carmen', 'dario', 'ines'],
      ['pilar'],
      'all',
      ['carmen', 'dario', 'ines', 'jean'],
      'jean',
    ],
    [
      'with two who came since',
      [...five, ...seated(['rosa'], ['tomas'])],
      ['carmen', 'dario', 'ines', 'jean', 'pilar'],
      [],
      'others',
      ['rosa', 'tomas'],
      'rosa',
    ],
    [
      'with somebody who has left since',
      five.slice(0, 3),
      ['jean', 'pilar'],
      [],
      'others',
      ['carmen', 'dario', 'ines'],
      'carmen',
    ],
    ['with everybody in conflict', five, [], ['carmen', 'dario', 'ines', 'jean', 'pilar'], 'all', [], null],
  ])('%s', (_, members, ruledFirst, inConflict, base, deciding, chairId) => {
    const round = secondRound(members, new Set(inConflict), new Set(ruledFirst));
    expect({ ...round, members: round.members.map(({ accountId }) => accountId) }).toEqual({
      base,
      members: deciding,
      chairId,
    });
  });

  const commission = fc
    .uniqueArray(fc.string({ minLength: 1, maxLength: 2 }), { minLength: 1, maxLength: 9 })
    .chain((ids) =>
      fc.record({
        members: fc.constant(
          ids.map(
            (accountId, at) =>
              ({ accountId, role: at === 0 ? 'chair' : at === 1 ? 'deputy' : 'member' }) as CommissionMember,
          ),
        ),
        inConflict: fc.subarray(ids).map((some) => new Set(some)),
        ruledBy: fc.subarray(ids).map((some) => new Set(some)),
      }),
    );

  it('never has somebody in conflict, nor a first-round voter while there are enough others', () => {
    fc.assert(
      fc.property(commission, ({ members, inConflict, ruledBy }) => {
        const { base, members: deciding } = secondRound(members, inConflict, ruledBy);
        const others = members.filter(({ accountId }) => !inConflict.has(accountId) && !ruledBy.has(accountId));
        expect(deciding.filter(({ accountId }) => inConflict.has(accountId))).toEqual([]);
        expect(base).toBe(others.length >= 2 ? 'others' : 'all');
        if (others.length >= 2) expect(deciding).toEqual(others);
        else expect(deciding).toHaveLength(members.length - [...inConflict].length);
      }),
    );
  });

  it('always has somebody to chair it where a quorum is possible, who decides with it', () => {
    fc.assert(
      fc.property(commission, ({ members, inConflict, ruledBy }) => {
        const { members: deciding, chairId } = secondRound(members, inConflict, ruledBy);
        if (deciding.length >= quorumOf(deciding.length))
          expect(deciding.map(({ accountId }) => accountId)).toContain(chairId);
      }),
    );
  });

  it('can always end in a ruling, whoever votes how, once all have voted', () => {
    const choices = fc.array(fc.constantFrom<VoteChoice>('admit', 'reject'), { minLength: 9, maxLength: 9 });
    const firstDecision = fc.constantFrom('admitted' as const, 'rejected' as const);
    fc.assert(
      fc.property(commission, choices, firstDecision, (of, minds, decision) => {
        const { members, chairId } = baseOf({ ...of, first: { decision, ruledBy: of.ruledBy } });
        if (members.length < 2) return;
        const votes = members.map(({ accountId }, at) => ({ accountId, choice: minds[at] as VoteChoice }));
        const deliberation = appealed({ ...of, first: { decision, ruledBy: of.ruledBy }, votes });
        const ruled = ruleOn(deliberation, { accountId: chairId as string, reason: 'So decided.' });
        expect(isRefusal(ruled)).toBe(false);
        if (!isRefusal(ruled) && decision === 'admitted') expect(ruled.decision).toBe('admitted');
      }),
    );
  });
});

function appealed(changes: Partial<Deliberation>): Deliberation {
  const first = { decision: 'rejected' as const, ruledBy: new Set(['carmen', 'ines', 'jean']) };
  return {
    state: 'appealed',
    terms: { criteria: [], knowsException: false },
    members: five,
    inConflict: new Set(),
    asked: new Set(),
    first,
    votes: [],
    findings: [],
    ...changes,
  };
}

describe('the second ruling', () => {
  const votes = (said: Record<string, VoteChoice>) =>
    Object.entries(said).map(([accountId, choice]) => ({ accountId, choice }));
  it('counts those who decide, and nobody who ruled first', () => {
    expect(
      codeOf(decide(appealed({ votes: votes({ carmen: 'reject', ines: 'reject', jean: 'reject', dario: 'admit' }) }))),
    ).toBe('quorum-missing');
    expect(
      decide(appealed({ votes: votes({ carmen: 'reject', ines: 'reject', dario: 'admit', pilar: 'admit' }) })),
    ).toMatchObject({
      decision: 'admitted',
      membersWithoutConflict: 2,
      quorum: 2,
      votes: { counts: { admit: 2, reject: 0 } },
    });
  });

  it('lets a tie go with whoever chairs it', () => {
    expect(decide(appealed({ votes: votes({ dario: 'reject', pilar: 'admit' }) }))).toMatchObject({
      decision: 'rejected',
      votes: { decidedByChair: true },
    });
  });

  it('is signed by whoever chairs it, and not by the chair who ruled first', () => {
    const it = appealed({ votes: votes({ carmen: 'admit', dario: 'admit', pilar: 'admit' }) });
    expect(codeOf(ruleOn(it, { accountId: 'carmen', reason: 'So decided.' }))).toBe('not-the-chair');
    expect(ruleOn(it, { accountId: 'dario', reason: 'So decided.' })).toMatchObject({
      decision: 'admitted',
      keepsFirst: false,
    });
  });

  it('never makes it worse', () => {
    const first = { decision: 'admitted' as const, ruledBy: new Set(['carmen', 'ines', 'jean']) };
    expect(decide(appealed({ first, votes: votes({ dario: 'reject', pilar: 'reject' }) }))).toMatchObject({
      decision: 'admitted',
      keepsFirst: true,
      votes: { counts: { reject: 2 } },
    });
  });
});
