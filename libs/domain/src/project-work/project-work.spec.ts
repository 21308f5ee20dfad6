import fc from 'fast-check';
import { isRefusal, type Refusal } from '../refusal';
import { unreachableStates } from '../process';
import {
  agreedMark,
  attemptNow,
  extendDeadline,
  fillRubric,
  handIn,
  isSettled,
  markBy,
  mayMark,
  workOutcomes,
  releaseTogether,
  type ReleaseRound,
  seesMarkings,
  type Work,
  workProcess,
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

it('reaches every state of a work', () => expect(unreachableStates(workProcess, 'handed-in')).toEqual([]));

describe('handing in', () => {
  const failed = work({ state: 'released', outcome: 'not-passed', versions: 3, markings: 1 });
  it.each<[string, Work | null, Date, unknown]>([
    ['the first file', null, before, { attempt: 1, version: 1 }],
    ['in the last moment', null, deadline, { attempt: 1, version: 1 }],
    ['the thirtieth version', work({ versions: 29 }), before, { attempt: 1, version: 30 }],
    ['one version more', work({ versions: 30 }), before, 'too-many-versions'],
    ['too late', null, after, 'deadline-passed'],
    ['another version', work({ versions: 2 }), before, { attempt: 1, version: 3 }],
    ['while a marker reads', work({ markings: 1 }), before, 'being-marked'],
    ['once it is marked', work({ state: 'marked', markings: 1, outcome: 'passed' }), before, 'being-marked'],
    ['after a pass', work({ state: 'released', outcome: 'passed' }), before, 'already-passed'],
    ['again, after a fail', failed, before, { attempt: 2, version: 1 }],
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

describe('marking', () => {
  const stranger = { isMember: false, hasMarked: false };
  it.each([
    ['the newest version', work(), 1, stranger, true],
    ['an older version', work({ versions: 2 }), 1, stranger, 'newer-version'],
    ['the own group’s work', work(), 1, { isMember: true, hasMarked: false }, 'own-work'],
    ['a second time', work({ markings: 1 }), 1, { isMember: false, hasMarked: true }, 'already-marked'],
    ['as the second marker', work({ markings: 1 }), 1, stranger, true],
    ['what is agreed', work({ state: 'marked', outcome: 'passed' }), 1, stranger, 'marking-over'],
    ['what is released', work({ state: 'released', outcome: 'passed' }), 1, stranger, 'marking-over'],
  ])('%s', (_, it, version, marker, expected) => expect(codeOf(mayMark(it, version, marker))).toEqual(expected));

  it.each([
    ['one marker, passed', ['passed'], 1, 'passed'],
    ['one marker, not passed', ['not-passed'], 1, 'not-passed'],
    ['the first of two', ['passed'], 2, null],
    ['two of one mind', ['not-passed', 'not-passed'], 2, 'not-passed'],
    ['two of two minds', ['passed', 'not-passed'], 2, null],
    ['a third decides', ['passed', 'not-passed', 'not-passed'], 2, 'not-passed'],
    ['nobody', [], 1, null],
  ] as const)('agrees: %s', (_, marks, needed, expected) => expect(agreedMark(marks, needed)).toBe(expected));

  it('agrees on the same mark in whatever order the markers come', () => {
    const marks = fc.array(fc.constantFrom(...workOutcomes), { maxLength: 5 });
    fc.assert(
      fc.property(marks, fc.integer({ min: 1, max: 2 }), (given, needed) => {
        expect(agreedMark([...given].reverse(), needed)).toBe(agreedMark(given, needed));
      }),
    );
  });

  it.each([
    ['nobody but the own group’s markers may look', 'handed-in', false, false],
    ['one’s own mark opens the others', 'handed-in', true, true],
    ['nothing is left to decide', 'marked', false, true],
  ] as const)('is blind until done: %s', (_, state, hasMarked, sees) =>
    expect(seesMarkings(state, { hasMarked })).toBe(sees),
  );

  it.each([
    ['a professor', true, { outcome: 'passed', grade: '28/30' }, { outcome: 'passed', grade: '28/30' }],
    ['somebody else', false, { outcome: 'passed', grade: '28/30' }, 'grade-needs-professor'],
    ['somebody else, without a grade', false, { outcome: 'not-passed' }, { outcome: 'not-passed' }],
  ] as const)('gives a grade only from a professor: %s', (_, isProfessor, mark, expected) => {
    expect(codeOf(markBy({ isProfessor }, mark))).toEqual(expected);
  });
});

describe('the rubric', () => {
  const [clear, sound] = [{ row: 'clarity' }, { row: 'evidence' }];
  it.each([
    ['every row, in the rubric’s order', [sound, clear], [clear, sound]],
    ['a row without an answer', [clear], 'rubric-incomplete'],
    ['a row answered twice', [clear, clear, sound], 'rubric-incomplete'],
    ['a row that is not there', [clear, sound, { row: 'style' }], 'rubric-incomplete'],
  ])('takes %s', (_, filled, expected) => {
    expect(codeOf(fillRubric(['clarity', 'evidence'], filled))).toEqual(expected);
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
    ...changes,
  });
  it.each<[string, ReleaseRound, unknown]>([
    ['all at once', round(), { passed: 2, notPassed: 1 }],
    ['nothing', round({ works: [] }), 'nothing-to-release'],
    ['with one unmarked', round({ works: [{ state: 'handed-in', outcome: null }] }), 'works-unmarked'],
    ['while a group may still hand in', round({ groupsToCome: 1 }), 'groups-to-come'],
    ['without a date for the next attempt', round({ mayTryAgain: 1 }), 'next-deadline-missing'],
    ['with a date that has passed', round({ mayTryAgain: 1, nextDeadline: before }), 'next-deadline-missing'],
    ['with a date to come', round({ mayTryAgain: 1, nextDeadline: after }), { passed: 2, notPassed: 1 }],
  ])('%s', (_, looked, expected) => expect(codeOf(releaseTogether(looked, before))).toEqual(expected));

  it.each([
    ['passed', work({ state: 'released', outcome: 'passed' }), true],
    ['not passed, one attempt left', work({ state: 'released', outcome: 'not-passed' }), false],
    ['not passed for the last time', work({ state: 'released', outcome: 'not-passed', attempt: 2 }), true],
    ['marked, not released', work({ state: 'marked', outcome: 'passed' }), false],
  ])('settles a group for good: %s', (_, it, settled) => expect(isSettled(it, 2)).toBe(settled));
});
