import fc from 'fast-check';
import { ReadingExchange } from '../assigning/reading-exchange';
import { deadEnds, unreachableStates } from '../process';
import { isRefusal } from '../refusal';
import {
  askForFeedback,
  changedUntil,
  type FeedbackAsk,
  feedbackForeseen,
  feedbackProcess,
  type FeedbackRound,
  handIn,
  keyOfAsk,
  type LatePolicy,
  mayReadFeedback,
  mayReadPeers,
  mayWriteFeedback,
  shownFrom,
  type StandingAsk,
  whyUnseen,
  type Work,
  deadlineOf,
  reopenedAt,
  standingOfGroup,
} from '.';

/** Groups of these sizes, each with a work. */
function groupsOf(sizes: readonly number[]): FeedbackRound {
  const groups = sizes.map((size, at) => ({ id: `w${at}`, groupId: `g${at}`, size }));
  return {
    works: groups.map(({ id, groupId }) => ({ id, groupId })),
    givers: groups.flatMap(({ groupId, size }) =>
      Array.from({ length: size }, (_, at) => ({ id: `${groupId}p${at}`, groupId })),
    ),
    standing: [],
  };
}

const across = (give: number) => ({ across: { give } });
const loadsOf = ({ works }: FeedbackRound, asks: readonly FeedbackAsk[]) =>
  works.map(({ id }) => asks.filter(({ about }) => about === id).length);
const spreadOf = (loads: readonly number[]) => Math.max(...loads) - Math.min(...loads);
const squares = (loads: readonly number[]) => loads.reduce((sum, load) => sum + load * load, 0);
const standing = (asks: readonly FeedbackAsk[], stateOf: (at: number) => StandingAsk['state']): StandingAsk[] =>
  asks.map((ask, at) => ({ ...ask, state: stateOf(at) }));

const sizes = fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 2, maxLength: 8 });
const gives = fc.integer({ min: 1, max: 3 });
const seeds = fc.string({ maxLength: 6 });

describe('feedback across groups, whatever the groups', () => {
  it('asks nobody for their own group’s work, nobody twice for one, and everybody for as many as there are', () => {
    fc.assert(
      fc.property(sizes, gives, seeds, (people, give, seed) => {
        const round = groupsOf(people);
        const asks = askForFeedback(round, across(give), seed);
        expect(new Set(asks.map(keyOfAsk)).size).toBe(asks.length);
        for (const { id, groupId } of round.givers) {
          const own = asks.filter(({ giverId }) => giverId === id);
          expect(own).toHaveLength(Math.min(give, round.works.length - 1));
          expect(own.map(({ about }) => about)).not.toContain(groupId.replace('g', 'w'));
        }
      }),
    );
  });

  it('gives every work as many as the next, or one more, where groups are of one size', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 2, max: 9 }),
        fc.integer({ min: 1, max: 4 }),
        gives,
        seeds,
        (n, size, give, seed) => {
          const round = groupsOf(Array.from({ length: n }, () => size));
          expect(spreadOf(loadsOf(round, askForFeedback(round, across(give), seed)))).toBeLessThanOrEqual(1);
        },
      ),
    );
  });

  it('is as even as the exchange that spreads marking makes it, where they are not', () => {
    fc.assert(
      fc.property(sizes, gives, seeds, (people, give, seed) => {
        const round = groupsOf(people);
        const exchange = new ReadingExchange(
          round.givers.map(({ groupId }) => ({
            readings: give,
            mayRead: round.works.map((work) => work.groupId !== groupId),
            readBefore: round.works.map(() => false),
          })),
          round.works.map(() => ({ load: 0, limit: Infinity })),
        );
        exchange.run();
        const best = round.works.map((_, at) => exchange.readers.filter((works) => works.has(at)).length);
        expect(squares(loadsOf(round, askForFeedback(round, across(give), seed)))).toBe(squares(best));
      }),
    );
  });

  it('comes out the same for the same seed, in whatever order people and works come', () => {
    fc.assert(
      fc.property(sizes, gives, seeds, (people, give, seed) => {
        const { givers, works } = groupsOf(people);
        const turned = { givers: givers.toReversed(), works: works.toReversed(), standing: [] };
        const keys = (round: FeedbackRound) => askForFeedback(round, across(give), seed).map(keyOfAsk).sort();
        expect(keys(turned)).toEqual(keys({ givers, works, standing: [] }));
      }),
    );
  });

  it('changes nothing when it is asked again', () => {
    fc.assert(
      fc.property(sizes, gives, seeds, fc.integer({ min: 1, max: 3 }), (people, give, seed, every) => {
        const round = groupsOf(people);
        const asks = askForFeedback(round, across(give), seed);
        const again = askForFeedback(
          { ...round, standing: standing(asks, (at) => (at % every ? 'given' : 'to-give')) },
          across(give),
          seed,
        );
        expect(again.map(keyOfAsk).sort()).toEqual(asks.map(keyOfAsk).sort());
      }),
    );
  });

  it('lets a late work have what nobody has begun, and keeps what somebody has', () => {
    fc.assert(
      fc.property(fc.integer({ min: 4, max: 8 }), seeds, fc.nat(3), (n, seed, begun) => {
        const round = groupsOf(Array.from({ length: n }, () => 2));
        const early = { ...round, works: round.works.slice(1), givers: round.givers.slice(2) };
        const asks = standing(askForFeedback(early, across(2), seed), (at) => (at < begun ? 'draft' : 'to-give'));
        const late = askForFeedback({ ...round, standing: asks }, across(2), seed);
        expect(spreadOf(loadsOf(round, late))).toBeLessThanOrEqual(1);
        expect(late.map(keyOfAsk)).toEqual(expect.arrayContaining(asks.slice(0, begun).map(keyOfAsk)));
      }),
    );
  });
});

describe('asking for feedback again', () => {
  const round = groupsOf([3, 3, 3]);
  const terms = { within: {}, across: { give: 1 } };
  const first = askForFeedback(round, terms, 'seed');

  it('asks each member for each other one, and for the works of others', () => {
    expect(first.filter(({ kind }) => kind === 'within')).toHaveLength(18);
    expect(first.filter(({ kind }) => kind === 'across')).toHaveLength(9);
  });

  it('asks whoever joins a group, and its members for them, but nobody who is done', () => {
    const done = 'g0p0';
    const now = first.map((ask) => ({
      ...ask,
      state: ask.giverId === done ? ('given' as const) : ('to-give' as const),
    }));
    const joined = { ...round, givers: [...round.givers, { id: 'new', groupId: 'g0' }], standing: now };
    const asks = askForFeedback(joined, terms, 'seed');
    expect(asks.filter(({ about }) => about === 'new').map(({ giverId }) => giverId)).toEqual(['g0p1', 'g0p2']);
    expect(asks.filter(({ giverId }) => giverId === 'new')).toHaveLength(4);
    expect(asks.filter(({ giverId }) => giverId === done)).toHaveLength(3);
  });

  it('keeps what somebody who left has begun, and takes the rest off', () => {
    const gone = 'g1p1';
    const before = standing(first, () => 'to-give');
    const begun = before.find(({ giverId, kind }) => giverId === gone && kind === 'across') as StandingAsk;
    const now = before.map((ask) => (ask === begun ? { ...ask, state: 'draft' as const } : ask));
    const left = { ...round, givers: round.givers.filter(({ id }) => id !== gone), standing: now };
    const asks = askForFeedback(left, terms, 'seed');
    expect(asks.filter(({ giverId }) => giverId === gone).map(keyOfAsk)).toEqual([keyOfAsk(begun)]);
    expect(asks.filter(({ about }) => about === gone)).toEqual([]);
  });

  it('asks for nothing where there is nobody else', () => {
    expect(askForFeedback(groupsOf([1]), terms, 'seed')).toEqual([]);
  });
});

const day = 86_400_000;

describe('a feedback', () => {
  const until = new Date('2026-12-10T22:59:59Z');
  const [before, after] = [new Date('2026-12-10T12:00:00Z'), new Date('2026-12-11T12:00:00Z')];

  it('can come to be given from every state', () => {
    expect(unreachableStates(feedbackProcess, 'to-give')).toEqual([]);
    expect(deadEnds(feedbackProcess, ['given'])).toEqual([]);
  });

  it.each([
    ['to-give', false, before, true],
    ['draft', false, before, true],
    ['given', false, until, true],
    ['to-give', false, after, true],
    ['draft', false, after, true],
    ['given', false, after, 'peer-feedback.over'],
    ['given', true, before, 'peer-feedback.hidden'],
  ] as const)('that is %s (hidden: %s) is written at %s: %s', (state, isHidden, now, answer) => {
    const may = mayWriteFeedback({ state, isHidden }, until, now);
    expect(may === true ? may : may.refused).toBe(answer);
  });

  it.each([
    [false, before, until, until],
    [true, before, until, before],
    [true, until, until, until],
    [true, after, until, until],
  ])(
    '(anonymous: %s) that all give until %s and somebody until %s is changed until %s',
    (anonymous, ofAll, own, end) => {
      expect(changedUntil({ anonymous }, { until: own, ofAll })).toBe(end);
    },
  );

  it.each([
    [{ asked: 2, given: 1 }, false, before, 'peer-feedback.give-first'],
    [{ asked: 2, given: 2 }, false, before, true],
    [{ asked: 2, given: 1 }, true, before, 'peer-feedback.together'],
    [{ asked: 2, given: 2 }, true, until, 'peer-feedback.together'],
    [{ asked: 2, given: 0 }, true, after, true],
    [{ asked: 2, given: 0 }, false, after, true],
    [{ asked: 0, given: 0 }, false, before, true],
  ])('of %j (anonymous: %s) is read at %s: %s', (tally, anonymous, now, answer) => {
    const may = mayReadFeedback(tally, { anonymous }, until, now);
    expect(may === true ? may : may.refused).toBe(answer);
  });

  it.each([
    ['long before the end', -9 * day, 0],
    ['at the end', 0, 0],
    ['just after it', 1, 7],
    ['days after it', 5 * day, 7],
    ['at the end of its batch', 7 * day, 7],
    ['after that', 7 * day + 1, 14],
  ])('without a name that is given %s is shown with its batch', (_, given, days) => {
    const at = shownFrom(new Date(until.getTime() + given), { until, days: 7 });
    expect(at).toEqual(new Date(until.getTime() + days * day));
  });

  const moments = fc.integer({ min: -20, max: 60 }).map((days) => new Date(until.getTime() + days * day + 1));
  it('without a name is never shown at a moment that is its own, whoever gives when', () => {
    fc.assert(
      fc.property(fc.array(moments, { maxLength: 9 }), fc.integer({ min: 1, max: 30 }), (given, days) => {
        for (const givenAt of given) {
          const at = shownFrom(givenAt, { until, days }).getTime();
          expect((at - until.getTime()) % (days * day)).toBe(0);
          expect(at).toBeGreaterThanOrEqual(Math.max(givenAt.getTime(), until.getTime()));
        }
      }),
    );
  });

  it.each([
    [{ hidesNames: false, isOut: false }, { takesPart: false }, null],
    [{ hidesNames: true, isOut: false }, { takesPart: false }, 'names'],
    [{ hidesNames: true, isOut: true }, { takesPart: false }, null],
    [{ hidesNames: false, isOut: true }, { takesPart: true }, null],
    [{ hidesNames: false, isOut: true }, { takesPart: true, anonymous: true }, 'takes-part'],
    [{ hidesNames: true, isOut: true }, { takesPart: true, anonymous: true }, 'takes-part'],
    [{ hidesNames: false, isOut: false }, { takesPart: false, anonymous: true }, null],
  ] as const)('is seen by whoever looks after it, %j, %j: %s', (marking, giving, why) => {
    expect(whyUnseen(marking, giving)).toBe(why);
  });

  it('on the works of others is never read while its group may still hand in, whatever time it is given', () => {
    const late = fc.constantFrom<LatePolicy | undefined>(undefined, 'refuse', 'flag', { deduct: 1, most: 5 });
    fc.assert(
      fc.property(moments, moments, late, fc.integer({ min: 1, max: 9 }), (deadline, now, policy, versions) => {
        const latest: Work = { attempt: 1, state: 'handed-in', versions, markings: 0, outcome: null };
        const next = handIn({ latest, attempts: 2, deadline, late: policy, readsPeers: true }, now);
        expect(isRefusal(next) || isRefusal(mayReadPeers(deadline, now))).toBe(true);
      }),
    );
  });

  it('whoever could read once does not hand in again, however much time comes afterwards', () => {
    const moment = fc.integer({ min: 1, max: 60 }).map((minute) => new Date(minute * 60_000));
    const late = fc.constantFrom<LatePolicy>('refuse', 'flag', { deduct: 2, most: 10 });
    fc.assert(
      fc.property(moment, moment, moment, moment, moment, late, (usual, at, until, handedInAt, now, policy) => {
        fc.pre(until > usual && until > at && handedInAt <= now && handedInAt <= until);
        const everybody = { groupId: null, enrolmentId: null, personsGroup: null };
        const given = (moment: Date) => (moment < at ? [] : [{ attempt: 1, until, at, reason: null, ...everybody }]);
        const deadlineAt = (moment: Date) => deadlineOf(given(moment), 1, usual).until;
        const minutes = Array.from({ length: 60 }, (_, minute) => new Date((minute + 1) * 60_000));
        const read = minutes.some(
          (minute) => minute >= handedInAt && minute <= now && mayReadPeers(deadlineAt(minute), minute) === true,
        );
        const latest = { attempt: 1, state: 'handed-in', versions: 1, markings: 0, outcome: null, handedInAt } as const;
        const terms = {
          by: 'group',
          attempts: 2,
          late: policy,
          peerFeedback: { across: {} },
          until: () => deadlineAt(now),
          reopened: () => reopenedAt(given(now), 1, usual),
        } as const;
        const { next } = standingOfGroup({ works: [latest], hasGroup: true }, terms, now);
        expect(read && !isRefusal(next)).toBe(false);
      }),
    );
  });

  it.each([
    [{ across: { give: 2 } }, 2],
    [{ within: {} }, 1],
    [{ within: {}, across: { give: 2 } }, 3],
  ])('of %j is foreseen', (terms, foreseen) => {
    expect(feedbackForeseen(terms)).toBe(foreseen);
  });
});
