import fc from 'fast-check';
import { isRefusal, type Refusal } from '../refusal';
import {
  mayGiveTime,
  attemptNow,
  extendDeadline,
  handIn,
  isSettled,
  type LatePolicy,
  type ProjectWorkTerms,
  takesFile,
  takesName,
  type WorkFileKind,
  type RoundFacts,
  roundOf,
  standingOfGroup,
  releaseAlone,
  releaseTogether,
  type ReleaseRound,
  type Work,
} from '.';

const deadline = new Date('2026-12-01T22:59:59.000Z');
const before = new Date('2026-12-01T10:00:00.000Z');
const after = new Date('2026-12-01T23:00:00.000Z');
const work = (changes: Partial<Work> = {}): Work => ({
  attempt: 1,
  state: 'handed-in',
  versions: 1,
  markings: 0,
  outcome: null,
  ...changes,
});
const codeOf = (answer: unknown) => (isRefusal(answer) ? answer.refused.split('.')[1] : answer);

describe('handing in', () => {
  const failed = work({ state: 'released', outcome: 'not-passed', versions: 3, markings: 1 });
  it.each<[string, Work | null, Date, unknown]>([
    ['the first file', null, before, { attempt: 1, version: 1, isLate: false }],
    ['in the last moment', null, deadline, { attempt: 1, version: 1, isLate: false }],
    ['the thirtieth version', work({ versions: 29 }), before, { attempt: 1, version: 30, isLate: false }],
    ['one version more', work({ versions: 30 }), before, 'too-many-versions'],
    ['too late', null, after, 'deadline-passed'],
    ['another version', work({ versions: 2 }), before, { attempt: 1, version: 3, isLate: false }],
    ['while a marker reads', work({ markings: 1 }), before, 'being-marked'],
    ['once it is marked', work({ state: 'marked', markings: 1, outcome: 'passed' }), before, 'being-marked'],
    ['after a pass', work({ state: 'released', outcome: 'passed' }), before, 'already-passed'],
    ['again, after a fail', failed, before, { attempt: 2, version: 1, isLate: false }],
    ['again, too late', failed, after, 'deadline-passed'],
    ['after the last attempt', { ...failed, attempt: 2 }, before, 'no-attempt-left'],
  ])('%s', (_, latest, now, expected) => {
    expect(codeOf(handIn({ latest, attempts: 2, deadline }, now))).toEqual(expected);
  });

  it('counts versions without a gap and never exceeds the attempts', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('hand-in', 'fail'), { maxLength: 40 }),
        fc.integer({ min: 1, max: 4 }),
        (steps, attempts) => {
          let latest = null as Work | null;
          for (const step of steps) {
            if (step === 'fail' && latest)
              latest = { ...latest, state: 'released', outcome: 'not-passed', markings: 1 };
            if (step !== 'hand-in') continue;
            const answer: { attempt: number; version: number } | Refusal = handIn(
              { latest, attempts, deadline },
              before,
            );
            if (isRefusal(answer)) {
              expect(latest && isSettled(latest, attempts)).toBe(true);
              continue;
            }
            expect(answer.attempt).toBeLessThanOrEqual(attempts);
            expect(answer.version).toBe(latest?.attempt === answer.attempt ? latest.versions + 1 : 1);
            latest = work({ attempt: answer.attempt, versions: answer.version });
          }
        },
      ),
    );
  });

  it.each<[string, Work | null, number]>([
    ['nothing handed in', null, 1],
    ['a work that waits', work(), 1],
    ['a work that passed', work({ state: 'released', outcome: 'passed' }), 1],
    ['a work that did not', failed, 2],
  ])('names the attempt after %s', (_, latest, attempt) => expect(attemptNow(latest)).toBe(attempt));
});

describe('a deadline', () => {
  it.each([
    ['to a later day', '2026-12-08T22:59:59.000Z', before, new Date('2026-12-08T22:59:59.000Z')],
    ['to the same moment', deadline.toISOString(), before, 'deadline-not-later'],
    ['to an earlier day', '2026-11-30T22:59:59.000Z', before, 'deadline-not-later'],
    [
      'to a day that has passed',
      '2026-12-02T00:00:00.000Z',
      new Date('2026-12-03T00:00:00.000Z'),
      'deadline-in-the-past',
    ],
  ])('moves %s', (_, to, now, expected) => {
    expect(codeOf(extendDeadline(deadline, new Date(to), now))).toEqual(expected);
  });
});

describe('the standing of a group', () => {
  const terms: ProjectWorkTerms = { by: 'group', attempts: 2, until: () => deadline };
  const first = work({ state: 'released', outcome: 'not-passed' });
  const second = work({ attempt: 2, versions: 3 });
  const [only, anew] = [work(), { attempt: 2, version: 4, isLate: true }];
  const latePeers: Partial<ProjectWorkTerms> = {
    until: () => new Date(0),
    late: 'flag',
    peerFeedback: { across: {} },
  };
  const opened = () => new Date(before.getTime() - 1000);
  const reopened: Partial<ProjectWorkTerms> = { peerFeedback: { across: {} }, reopened: opened };
  const early = { ...work(), handedInAt: new Date(0) };
  const fresh = { ...work(), handedInAt: before };
  const next = { attempt: 1, version: 1, isLate: false };
  it.each<[string, Work[], boolean, Partial<ProjectWorkTerms>, [Work | null, number, unknown]]>([
    ['nothing handed in', [], true, {}, [null, 1, { attempt: 1, version: 1, isLate: false }]],
    ['the newest work in any order', [second, first], true, {}, [second, 2, { attempt: 2, version: 4, isLate: false }]],
    ['after the last attempt, that attempt', [first], true, { attempts: 1 }, [first, 1, 'no-attempt-left']],
    ['without a group', [], false, {}, [null, 1, 'no-group']],
    ['alone, where people may', [], false, { by: 'person' }, [null, 1, { attempt: 1, version: 1, isLate: false }]],
    ['after the deadline', [], true, { until: () => new Date(0) }, [null, 1, 'deadline-passed']],
    ['late, beside a version that peers read', [only], true, latePeers, [only, 1, 'peers-read']],
    ['with more time, and could read others before', [early], true, reopened, [early, 1, 'peers-read']],
    ['with more time, and handed in within it', [fresh], true, reopened, [fresh, 1, { ...next, version: 2 }]],
    ['with more time, and handed in nothing before', [], true, reopened, [null, 1, next]],
    ['with more time, where no peers read', [early], true, { reopened: opened }, [early, 1, { ...next, version: 2 }]],
    ['late at the second attempt, which no peer reads', [first, second], true, latePeers, [second, 2, anew]],
  ])('%s', (_, works, hasGroup, changed, [latest, attempt, next]) => {
    const standing = standingOfGroup({ works, hasGroup }, { ...terms, ...changed }, before);
    expect({ ...standing, next: codeOf(standing.next) }).toEqual({ latest, attempt, next });
  });
});

describe('more time for one group', () => {
  const late = new Date(deadline.getTime() + 1);
  const failed = work({ state: 'released', outcome: 'not-passed' });
  it.each<[string, Work | null, boolean, Date, true | string]>([
    ['before its deadline', work(), true, before, true],
    ['that has handed in nothing', null, true, late, true],
    ['that has handed in, where no peers read', work(), false, late, true],
    ['that has handed in, and reads others since', work(), true, late, 'peers-could-read'],
    ['for its second attempt', failed, true, late, true],
  ])('is of use to one %s', (_, latest, readsPeers, now, expected) => {
    expect(codeOf(mayGiveTime({ latest, deadline, readsPeers }, now))).toBe(expected);
  });
});

describe('a round of results', () => {
  const ends: Record<number, Date> = { 1: deadline, 2: new Date('2026-12-20T22:59:59.000Z') };
  const terms: ProjectWorkTerms = { by: 'group', attempts: 2, until: (attempt) => ends[attempt] ?? deadline };
  const of = (groupId: string, changes: Partial<Work> = {}) => ({ ...work(changes), groupId });
  const facts = (...works: RoundFacts['works']): RoundFacts => ({
    works,
    waiting: works.filter(({ state }) => state !== 'released'),
    groups: [
      { id: 'one', members: 2 },
      { id: 'two', members: 3 },
    ],
    people: 7,
    aloneWithTime: 0,
  });
  const failed = { state: 'released', outcome: 'not-passed', markings: 1 } as const;
  const marked = { state: 'marked', outcome: 'not-passed', markings: 1 } as const;
  it.each<[string, RoundFacts, Partial<ProjectWorkTerms>, Date, { come: number; again: number; next: number[] }]>([
    ['waits for groups that handed in nothing', facts(of('one')), {}, before, { come: 1, again: 0, next: [] }],
    ['no longer after the deadline', facts(of('one')), {}, after, { come: 0, again: 0, next: [] }],
    ['waits for a second attempt', facts(of('one', failed), of('two')), {}, after, { come: 1, again: 0, next: [] }],
    [
      'not for a third',
      facts(of('one', { ...failed, attempt: 2 }), of('two')),
      {},
      before,
      { come: 0, again: 0, next: [] },
    ],
    [
      'not for a group that passed',
      facts(of('one', { ...failed, outcome: 'passed' }), of('two')),
      {},
      before,
      { come: 0, again: 0, next: [] },
    ],
    ['gives another attempt', facts(of('one', marked), of('two', marked)), {}, after, { come: 0, again: 2, next: [2] }],
    [
      'none after the last',
      facts(of('one', { ...marked, attempt: 2 }), of('two')),
      {},
      after,
      { come: 0, again: 0, next: [] },
    ],
    [
      'waits for people who work alone',
      facts(of('one'), of('two')),
      { by: 'person' },
      before,
      { come: 2, again: 0, next: [] },
    ],
    ['not after the deadline', facts(of('one'), of('two')), { by: 'person' }, after, { come: 0, again: 0, next: [] }],
  ])('%s', (_, collected, changed, now, { come, again, next }) => {
    const round = roundOf(collected, { ...terms, ...changed }, now);
    expect(round).toEqual({ works: collected.waiting, groupsToCome: come, mayTryAgain: again, nextAttempts: next });
  });
});

describe('releasing', () => {
  const round = (changes: Partial<ReleaseRound> = {}): ReleaseRound => ({
    works: [
      { state: 'marked', outcome: 'passed' },
      { state: 'marked', outcome: 'not-passed' },
      { state: 'marked', outcome: 'passed' },
    ],
    groupsToCome: 0,
    mayTryAgain: 0,
    nextDeadline: null,
    sampleIsDue: false,
    ...changes,
  });
  it.each<[string, ReleaseRound, unknown]>([
    ['all at once', round(), { passed: 2, notPassed: 1 }],
    ['nothing', round({ works: [] }), 'nothing-to-release'],
    ['with one unmarked', round({ works: [{ state: 'handed-in', outcome: null }] }), 'works-unmarked'],
    ['before the sample is drawn', round({ sampleIsDue: true }), 'sample-not-drawn'],
    ['while a group may still hand in', round({ groupsToCome: 1 }), 'groups-to-come'],
    ['without a date for the next attempt', round({ mayTryAgain: 1 }), 'next-deadline-missing'],
    ['with a date that has passed', round({ mayTryAgain: 1, nextDeadline: before }), 'next-deadline-missing'],
    ['with a date to come', round({ mayTryAgain: 1, nextDeadline: after }), { passed: 2, notPassed: 1 }],
  ])('%s', (_, looked, expected) => expect(codeOf(releaseTogether(looked, before))).toEqual(expected));

  const alone = { attempts: 2, sampleIsDue: false, nextDeadline: null };
  it.each<[string, Partial<Work>, Partial<Omit<typeof alone, 'nextDeadline'>> & { nextDeadline?: Date }, unknown]>([
    ['a pass', { state: 'marked', outcome: 'passed' }, {}, true],
    ['what is not agreed', { state: 'differing' }, {}, 'works-unmarked'],
    ['what is drawn into a sample', { state: 'moderating', outcome: 'passed' }, {}, 'works-unmarked'],
    ['before the sample is drawn', { state: 'marked', outcome: 'passed' }, { sampleIsDue: true }, 'sample-not-drawn'],
    ['no pass without another date', { state: 'marked', outcome: 'not-passed' }, {}, 'next-deadline-missing'],
    ['no pass with another date', { state: 'marked', outcome: 'not-passed' }, { nextDeadline: after }, true],
    ['no pass for the last time', { state: 'marked', outcome: 'not-passed', attempt: 2 }, {}, true],
  ])('lets one go out alone: %s', (_, changes, facts, expected) =>
    expect(codeOf(releaseAlone(work(changes), { ...alone, ...facts }, before))).toEqual(expected),
  );

  it.each([
    ['passed', work({ state: 'released', outcome: 'passed' }), true],
    ['not passed, one attempt left', work({ state: 'released', outcome: 'not-passed' }), false],
    ['not passed for the last time', work({ state: 'released', outcome: 'not-passed', attempt: 2 }), true],
    ['marked, not released', work({ state: 'marked', outcome: 'passed' }), false],
  ])('settles a group for good: %s', (_, it, settled) => expect(isSettled(it, 2)).toBe(settled));
});

describe('what comes in', () => {
  it.each<[string, LatePolicy | undefined, string, unknown]>([
    ['in time', 'flag', '2026-12-01T10:00:00Z', { attempt: 1, version: 1, isLate: false }],
    ['late, taken', 'flag', '2027-03-01T10:00:00Z', { attempt: 1, version: 1, isLate: true }],
    ['late, refused', 'refuse', '2027-03-01T10:00:00Z', 'deadline-passed'],
    ['late, where the brief says nothing', undefined, '2027-03-01T10:00:00Z', 'deadline-passed'],
  ])('%s', (_, late, now, expected) => {
    const until = new Date('2026-12-11T23:00:00Z');
    expect(codeOf(handIn({ latest: null, attempts: 2, deadline: until, late }, new Date(now)))).toEqual(expected);
  });

  it.each<[string, WorkFileKind[] | null, string, boolean]>([
    ['anything', null, 'text/csv', true],
    ['a kind that is asked for', ['pdf', 'docx'], 'application/pdf', true],
    ['a kind that is not', ['docx'], 'application/pdf', false],
    ['a picture of any sort', ['image'], 'image/png', true],
  ])('takes %s', (_, kinds, type, taken) => {
    expect(takesFile(kinds, type) === true).toBe(taken);
  });

  it.each<[WorkFileKind[] | null, string, boolean]>([
    [null, 'a.exe', true],
    [['pdf'], 'a.PDF', true],
    [['pdf'], 'a.pdf.exe', false],
    [['pdf'], 'a', true],
    [['image'], 'a.jpeg', true],
    [['docx', 'odt'], 'a.pdf', false],
  ])('of %j may be called %j: %s', (kinds, name, taken) => {
    expect(takesName(kinds, name) === true).toBe(taken);
  });
});
