import fc from 'fast-check';
import { deadEnds, unreachableStates } from '../process';
import { isRefusal } from '../refusal';
import {
  afterMarking,
  type AtAgreement,
  askThird,
  drawSample,
  type Marker,
  mayAnswer,
  mayAppeal,
  mayLookAgain,
  mayMark,
  mayPropose,
  planMarking,
  proposalProcess,
  sayWhatMustChange,
  seesMarkings,
  type Work,
  type WorkMark,
  type WorkState,
  workProcess,
  workStates,
} from '.';

const work = (changes: Partial<Work> = {}): Work => ({
  attempt: 1,
  state: 'handed-in',
  versions: 1,
  markings: 0,
  outcome: null,
  ...changes,
});
const codeOf = (answer: unknown) => (isRefusal(answer) ? answer.refused.split('.')[1] : answer);
const passed: WorkMark = { outcome: 'passed' };
const failed: WorkMark = { outcome: 'not-passed' };
const graded = (grade: string): WorkMark => ({ outcome: 'passed', grade });

describe('the process of a work', () => {
  it('reaches every state, and from every state its result', () => {
    expect(unreachableStates(workProcess, 'handed-in')).toEqual([]);
    expect(deadEnds(workProcess, ['released'])).toEqual([]);
    expect(unreachableStates(proposalProcess, 'open')).toEqual([]);
  });

  /** Whatever can be done in a state by somebody, so that none is left without a way on. */
  it.each<[WorkState, boolean]>(workStates.map((state) => [state, state === 'released']))(
    'leaves somebody something to do in %s',
    (state, isOver) => {
      const marker = { isMember: false, hasMarked: false };
      const at: AtAgreement = { hasMarked: true, proposal: null };
      const acts = [
        mayMark(work({ state }), 1, marker, { needed: 1, others: 0 }),
        mayPropose(state, at),
        mayLookAgain(state === 'moderating', { isMember: false, hasJudged: false }),
        state === 'marked' || 'waits',
      ];
      expect(acts.some((act) => act === true)).toBe(!isOver);
    },
  );
});

describe('marking', () => {
  const stranger: Marker = { isMember: false, hasMarked: false };
  const alone = { needed: 1, others: 0 };
  it.each<[string, Work, number, Marker, typeof alone, unknown]>([
    ['the newest version', work(), 1, stranger, alone, true],
    ['an older version', work({ versions: 2 }), 1, stranger, alone, 'newer-version'],
    ['the own group’s work', work(), 1, { ...stranger, isMember: true }, alone, 'own-work'],
    ['a second time', work({ markings: 1 }), 1, { ...stranger, hasMarked: true }, alone, 'already-marked'],
    ['as the second marker', work({ markings: 1 }), 1, stranger, { needed: 2, others: 0 }, true],
    ['while somebody else is at it', work(), 1, stranger, { needed: 1, others: 1 }, 'somebody-marks'],
    ['beside the one other of two', work(), 1, stranger, { needed: 2, others: 1 }, true],
    ['beside two others of two', work(), 1, stranger, { needed: 2, others: 2 }, 'somebody-marks'],
    ['while two agree', work({ state: 'differing', markings: 2 }), 1, stranger, alone, 'markers-agree'],
    ['as the third', work({ state: 'deciding', markings: 2 }), 1, stranger, { needed: 2, others: 0 }, true],
    ['as a fourth', work({ state: 'deciding', markings: 2 }), 1, stranger, { needed: 2, others: 1 }, 'somebody-marks'],
    ['what is agreed', work({ state: 'marked', outcome: 'passed' }), 1, stranger, alone, 'marking-over'],
    ['what is released', work({ state: 'released', outcome: 'passed' }), 1, stranger, alone, 'marking-over'],
  ])('%s', (_, it, version, marker, at, expected) =>
    expect(codeOf(mayMark(it, version, marker, at))).toEqual(expected),
  );

  it.each<[string, WorkState, WorkMark[], number, WorkState, WorkMark | null]>([
    ['one marker', 'handed-in', [failed], 1, 'marked', failed],
    ['the first of two', 'handed-in', [passed], 2, 'handed-in', null],
    ['two of one mind', 'handed-in', [failed, failed], 2, 'marked', failed],
    ['two of two minds', 'handed-in', [passed, failed], 2, 'differing', null],
    ['the same grade', 'handed-in', [graded('28'), graded('28')], 2, 'marked', graded('28')],
    ['a grade beside a pass', 'handed-in', [passed, graded('28')], 2, 'marked', graded('28')],
    ['two grades', 'handed-in', [graded('27'), graded('28')], 2, 'differing', null],
    ['a third, whoever is right', 'deciding', [graded('27'), graded('28'), graded('26')], 2, 'marked', graded('26')],
    ['a third without a grade', 'deciding', [graded('27'), failed, passed], 2, 'marked', passed],
  ])('says of %s', (_, state, marks, needed, next, mark) =>
    expect(afterMarking(state, marks, needed)).toEqual({ state: next, mark }),
  );

  it('ends in the same state in whatever order two markers come', () => {
    const mark = fc.constantFrom(passed, failed, graded('27'), graded('28'));
    fc.assert(
      fc.property(mark, mark, (one, other) => {
        expect(afterMarking('handed-in', [one, other], 2)).toEqual(afterMarking('handed-in', [other, one], 2));
      }),
    );
  });

  it.each<[string, WorkState, boolean, boolean]>([
    ['another marker before the own mark', 'handed-in', false, false],
    ['one’s own mark opens the others', 'handed-in', true, true],
    ['a bystander while two agree', 'differing', false, false],
    ['the third, who decides', 'deciding', false, true],
    ['nothing is left to decide', 'marked', false, true],
  ])('is blind until done: %s', (_, state, hasMarked, sees) => expect(seesMarkings(state, { hasMarked })).toBe(sees));

  it.each<[string, WorkMark, string, unknown]>([
    ['a pass', passed, '', null],
    ['no pass without a word', failed, ' ', 'must-change-missing'],
    ['no pass', failed, 'Cite the sources.', 'Cite the sources.'],
  ])('says what must change: %s', (_, mark, words, expected) =>
    expect(codeOf(sayWhatMustChange(mark, words))).toEqual(expected),
  );
});

describe('two markers who differ', () => {
  const [mine, theirs, none] = (['own', 'other', null] as const).map((proposal) => ({ hasMarked: true, proposal }));
  const other = { hasMarked: false, proposal: null };
  it.each<[string, WorkState, AtAgreement | undefined, unknown, unknown]>([
    ['nothing is proposed', 'differing', none, true, 'no-proposal'],
    ['one’s own proposal waits', 'differing', mine, true, 'no-proposal'],
    ['the other has proposed', 'differing', theirs, 'answer-first', true],
    ['a third is asked, who has not decided', 'deciding', theirs, 'answer-first', true],
    ['somebody else looks on', 'differing', other, 'not-its-marker', 'not-its-marker'],
    ['it is settled', 'marked', theirs, 'nothing-to-agree', 'nothing-to-agree'],
    ['the second has not marked', 'handed-in', none, 'nothing-to-agree', 'nothing-to-agree'],
  ])('%s', (_, state, at, propose, answer) => {
    if (!at) throw new Error('nobody');
    expect([codeOf(mayPropose(state, at)), codeOf(mayAnswer(state, at))]).toEqual([propose, answer]);
  });

  it.each<[string, WorkState, { hasMarked: boolean; isCoordinator: boolean }, unknown]>([
    ['one of them', 'differing', { hasMarked: true, isCoordinator: false }, 'deciding'],
    ['the coordinator', 'differing', { hasMarked: false, isCoordinator: true }, 'deciding'],
    ['somebody else', 'differing', { hasMarked: false, isCoordinator: false }, 'not-its-marker'],
    ['twice', 'deciding', { hasMarked: true, isCoordinator: false }, 'nothing-to-agree'],
  ])('ask for a third: %s', (_, state, at, expected) => expect(codeOf(askThird(state, at))).toEqual(expected));
});

describe('a second look', () => {
  it.each([
    ['somebody else', true, { isMember: false, hasJudged: false }, true],
    ['its marker', true, { isMember: false, hasJudged: true }, 'look-by-somebody-else'],
    ['a member', true, { isMember: true, hasJudged: false }, 'own-work'],
    ['unasked', false, { isMember: false, hasJudged: false }, 'no-second-look'],
  ])('by %s', (_, isAsked, looker, expected) => expect(codeOf(mayLookAgain(isAsked, looker))).toEqual(expected));

  it('draws the same sample by the same seed, in any order, as large as the rule says', () => {
    const ids = fc.uniqueArray(fc.uuid(), { maxLength: 40 });
    fc.assert(
      fc.property(
        ids,
        fc.integer({ min: 0, max: 100 }),
        fc.integer({ min: 0, max: 5 }),
        fc.string(),
        (all, percent, least, seed) => {
          const drawn = drawSample(all, { percent, least }, seed);
          expect(drawSample([...all].reverse(), { percent, least }, seed)).toEqual(drawn);
          expect(drawn).toHaveLength(Math.min(all.length, Math.max(least, Math.ceil((all.length * percent) / 100))));
          expect(new Set(drawn).size).toBe(drawn.length);
        },
      ),
    );
  });

  it('draws by lot: another seed draws others', () => {
    const all = Array.from({ length: 200 }, (_, at) => `work ${at}`);
    const by = (seed: string) => new Set(drawSample(all, { percent: 50, least: 0 }, seed));
    const common = by('spring').intersection(by('autumn')).size;
    expect(common).toBeGreaterThan(30);
    expect(common).toBeLessThan(70);
  });

  const released = new Date('2026-11-01T10:00:00Z');
  const fresh = {
    work: { state: 'released' as WorkState },
    days: 10 as number | null,
    releasedAt: released as Date | null,
    hasAppealed: false,
    hasMovedOn: false,
  };
  it.each<[string, Partial<typeof fresh>, string, unknown]>([
    ['in time', {}, '2026-11-05T10:00:00Z', true],
    ['in the last moment', {}, '2026-11-11T10:00:00Z', true],
    ['too late', {}, '2026-11-11T10:00:01Z', 'appeal-too-late'],
    ['twice', { hasAppealed: true }, '2026-11-05T10:00:00Z', 'appealed-already'],
    ['after handing in again', { hasMovedOn: true }, '2026-11-05T10:00:00Z', 'handed-in-again'],
    ['before there is a result', { work: { state: 'marked' } }, '2026-11-05T10:00:00Z', 'no-result-yet'],
    ['where none are heard', { days: null }, '2026-11-05T10:00:00Z', 'no-appeals'],
  ])('is asked for by an appeal: %s', (_, changes, now, expected) =>
    expect(codeOf(mayAppeal({ ...fresh, ...changes }, new Date(now)))).toEqual(expected),
  );
});

describe('a marking plan', () => {
  const markers = ['ines', 'jean', 'lucia'].map((accountId, at) => ({
    accountId,
    language: at ? 'it' : 'en',
    load: 0,
  }));
  const works = (count: number, changes: object = {}) =>
    Array.from({ length: count }, (_, at) => ({
      workId: `w${at}`,
      groupId: `g${at}`,
      markers: 1,
      inConflict: new Set<string>(),
      language: 'it',
      ...changes,
    }));
  const loads = (plan: ReturnType<typeof planMarking>) =>
    markers.map(({ accountId }) => plan.planned.filter((one) => one.accountId === accountId).length);
  const nothing = { planned: [], marked: [] };

  it.each<[string, ReturnType<typeof works>, 'even' | 'language', number[]]>([
    ['evenly', works(6), 'even', [2, 2, 2]],
    ['two to each', works(3, { markers: 2 }), 'even', [2, 2, 2]],
    ['away from who has a conflict', works(4, { inConflict: new Set(['ines']) }), 'even', [0, 2, 2]],
    ['to whoever shares the language', works(4), 'language', [0, 2, 2]],
    ['to anybody where too few share it', works(3, { markers: 3 }), 'language', [3, 3, 3]],
  ])('spreads works %s', (_, all, rule, expected) =>
    expect(loads(planMarking(all, markers, rule, nothing))).toEqual(expected),
  );

  it('leaves a group to the marker whom it had, and keeps a plan that is made again', () => {
    const marked = [{ groupId: 'g1', accountId: 'lucia' }];
    expect(planMarking(works(3), markers, 'group', { planned: [], marked }).planned).toContainEqual({
      workId: 'w1',
      accountId: 'lucia',
    });
    const { planned } = planMarking(works(5), markers, 'even', nothing);
    expect(planMarking(works(5), markers, 'even', { planned, marked: [] }).planned).toEqual(planned);
  });

  it('says which works lack a marker', () => {
    const inConflict = new Set(['ines', 'jean']);
    expect(planMarking(works(1, { markers: 2, inConflict }), markers, 'even', nothing).lacking).toEqual([
      { workId: 'w0', needed: 2, got: 1 },
    ]);
  });
});
