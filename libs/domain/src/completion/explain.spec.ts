import fc from 'fast-check';
import {
  explainCompletion,
  type CompletionFacts,
  type CompletionRequirements,
  type SessionFact,
  type WorkFact,
} from '.';

const asked: CompletionRequirements = {
  modules: { numbers: [1, 2], percentOfMinutes: 80 },
  inPresencePercent: 80,
  ledgerMinutes: 1000,
  projectWorkPassed: true,
  surveyAnswered: true,
  excusedCounts: false,
};
const nothing: CompletionRequirements = {
  inPresencePercent: 0,
  projectWorkPassed: false,
  surveyAnswered: false,
  excusedCounts: false,
};
const sessions = (...marks: SessionFact['mark'][]): SessionFact[] =>
  marks.map((mark, index) => ({
    sessionId: `s${index}`,
    title: 'Workshop',
    startsAt: new Date('2026-12-03T08:00:00Z'),
    zone: 'Europe/Rome',
    mark,
    isEarlier: false,
  }));
const before = (...marks: SessionFact['mark'][]) =>
  sessions(...marks).map((session) => ({ ...session, isEarlier: true }));
const facts: CompletionFacts = {
  notional: [
    { module: 1, minutes: 600, contact: 300 },
    { module: 2, minutes: 600, contact: 600 },
  ],
  earlier: [],
  ledger: [
    { module: 1, minutes: 300 },
    { module: 1, minutes: 200 },
    { module: 2, minutes: 500 },
  ],
  inPresence: sessions('present', 'late', 'present', 'present', 'absent'),
  works: [{ brief: 'project-work', work: { workId: 'w', attempt: 1, result: 'passed' } }],
  feedback: [],
  surveyAnsweredAt: '2026-11-23T10:00:00.000Z',
};
const answerTo = (kind: string, requirements: CompletionRequirements, known: CompletionFacts) =>
  explainCompletion(requirements, known).requirements.find((answer) => answer.kind === kind);

describe('completion', () => {
  it('is met when every requirement is', () => {
    const { met, requirements } = explainCompletion(asked, facts);
    expect(met).toBe(true);
    expect(requirements.map(({ kind }) => kind)).toEqual([
      'modules',
      'in-presence',
      'ledger-minutes',
      'project-work',
      'survey',
    ]);
  });

  it('asks for nothing that the programme does not ask', () => {
    expect(explainCompletion(nothing, { ...facts, ledger: [] })).toEqual({ met: true, requirements: [] });
  });

  it('names the modules that are not done and what each of them has', () => {
    const known = {
      ...facts,
      ledger: [
        { module: 1, minutes: 480 },
        { module: 2, minutes: 479 },
      ],
    };
    expect(answerTo('modules', asked, known)).toEqual({
      kind: 'modules',
      met: false,
      missing: 1,
      percent: 80,
      modules: [
        { number: 1, minutes: 480, needed: 480, earlier: 0, done: true },
        { number: 2, minutes: 479, needed: 480, earlier: 0, done: false },
      ],
    });
  });

  it.each<[string, SessionFact['mark'][], boolean, number, number, number]>([
    // marks, excused counts, attended, needed, missing
    ['four of five are 80 %', ['present', 'present', 'late', 'present', 'absent'], false, 4, 4, 0],
    ['excused does not count', ['present', 'present', 'present', 'excused', 'absent'], false, 3, 4, 1],
    [
      'excused counts where the programme says so',
      ['present', 'present', 'present', 'excused', 'absent'],
      true,
      4,
      4,
      0,
    ],
    ['80 % of six is five', ['present', 'present', 'present', 'present', null, null], false, 4, 5, 1],
    ['a roll that says nothing yet', [null, null], false, 0, 2, 2],
    ['no session is planned', [], false, 0, 1, 1],
  ])('counts in-presence sessions: %s', (_, marks, excusedCounts, attended, needed, missing) => {
    const answer = answerTo('in-presence', { ...asked, excusedCounts }, { ...facts, inPresence: sessions(...marks) });
    expect(answer).toMatchObject({
      attended,
      needed,
      missing,
      met: missing === 0,
      open: marks.filter((m) => !m).length,
    });
  });

  it.each<[string, SessionFact[], boolean, number, number, boolean]>([
    // sessions, whether earlier ones count, attended, needed, met
    ['joined between two', [...before(null), ...sessions('present')], false, 1, 1, true],
    ['joined between two, and earlier ones count', [...before(null), ...sessions('present')], true, 1, 2, false],
    ['joined after all of them', before(null, null), false, 0, 0, true],
    ['joined after all of them, and earlier ones count', before(null, null), true, 0, 2, false],
    ['marked absent before the enrolment', [...before('absent'), ...sessions('present')], false, 1, 1, true],
    ['there before the enrolment', [...before('present'), ...sessions('absent')], false, 1, 2, false],
    ['joined after one, and the next is still to come', [...before(null), ...sessions(null)], false, 0, 1, false],
  ])(
    'counts sessions before the enrolment as the programme says: %s',
    (_, inPresence, earlierSessionsCount, attended, needed, met) => {
      const answer = answerTo('in-presence', { ...asked, earlierSessionsCount }, { ...facts, inPresence });
      expect(answer).toMatchObject({ attended, needed, met });
    },
  );

  it('asks for no minutes of the sessions before the enrolment, and for no less than the rest', () => {
    const known = {
      ...facts,
      ledger: [{ module: 1, minutes: 360 }],
      earlier: [
        { module: 1, minutes: 150 },
        { module: 2, minutes: 700 },
      ],
    };
    expect(answerTo('modules', asked, known)).toMatchObject({
      met: true,
      modules: [
        { needed: 360, earlier: 150, done: true },
        { needed: 0, earlier: 600, done: true },
      ],
    });
    expect(answerTo('ledger-minutes', asked, known)).toMatchObject({ needed: 250, earlier: 750, met: true });
    const strict = { ...asked, earlierSessionsCount: true };
    expect(answerTo('modules', strict, known)).toMatchObject({ met: false, missing: 2 });
    expect(answerTo('ledger-minutes', strict, known)).toMatchObject({ needed: 1000, earlier: 0, met: false });
  });

  it('sums the ledger, with its contrary entries', () => {
    const known = { ...facts, ledger: [...facts.ledger, { module: 2, minutes: -100 }] };
    expect(answerTo('ledger-minutes', asked, known)).toMatchObject({
      met: false,
      minutes: 900,
      needed: 1000,
      missing: 100,
    });
  });

  it.each<[string, WorkFact | null, boolean]>([
    ['nothing handed in', null, false],
    ['no result yet', { workId: 'w', attempt: 1, result: null }, false],
    ['not passed', { workId: 'w', attempt: 1, result: 'not-passed' }, false],
    ['passed at the second attempt', { workId: 'w', attempt: 2, result: 'passed' }, true],
  ])('asks for passed project work: %s', (_, work, met) => {
    expect(answerTo('project-work', asked, { ...facts, works: [{ brief: 'project-work', work }] })).toEqual({
      kind: 'project-work',
      met,
      missing: met ? 0 : 1,
      works: [{ brief: 'project-work', work, passed: met }],
    });
  });

  it('asks for every brief to be passed', () => {
    const passed = { workId: 'w', attempt: 1, result: 'passed' as const };
    const works = [
      { brief: 'portfolio', work: passed },
      { brief: 'report', work: { ...passed, result: null } },
      { brief: 'portrait', work: null },
    ];
    expect(answerTo('project-work', asked, { ...facts, works })).toMatchObject({
      met: false,
      missing: 2,
      works: [{ passed: true }, { passed: false }, { passed: false }],
    });
    const allPassed = works.map(({ brief }) => ({ brief, work: passed }));
    expect(answerTo('project-work', asked, { ...facts, works: allPassed })).toMatchObject({ met: true, missing: 0 });
  });

  it.each([
    ['before anybody was asked', [], false, 2, { asked: 2, given: 0, isOpen: false }],
    ['of one who gave one', [{ brief: 'essay', asked: 2, given: 1 }], false, 1, { asked: 2, given: 1, isOpen: true }],
    ['of one who gave all', [{ brief: 'essay', asked: 2, given: 2 }], true, 0, { asked: 2, given: 2, isOpen: true }],
    ['of one with nobody to give it to', [{ brief: 'essay', asked: 0, given: 0 }], true, 0, { asked: 0, isOpen: true }],
  ])('asks for the feedback of briefs that count it, %s', (_, feedback, met, missing, brief) => {
    const peers = { ...nothing, peerFeedback: [{ brief: 'essay', foreseen: 2 }] };
    expect(answerTo('peer-feedback', peers, { ...facts, feedback })).toMatchObject({ met, missing, briefs: [brief] });
  });

  it('asks for the survey', () => {
    expect(answerTo('survey', asked, { ...facts, surveyAnsweredAt: null })).toMatchObject({ met: false, missing: 1 });
  });
});

describe('completion, whatever the records say', () => {
  const marks = fc.array(fc.constantFrom('present', 'late', 'excused', 'absent', null), { maxLength: 12 });
  const anyFacts = fc
    .record({
      marks,
      minutes: fc.array(fc.integer({ min: -600, max: 1200 }), { minLength: 2, maxLength: 2 }),
      passed: fc.boolean(),
    })
    .map(({ marks, minutes, passed }) => ({
      ...facts,
      inPresence: sessions(...marks),
      ledger: minutes.map((of, index) => ({ module: index + 1, minutes: of })),
      works: passed ? facts.works : [{ brief: 'project-work', work: null }],
    }));
  const percents = fc.integer({ min: 0, max: 100 });

  it('is met exactly when nothing is missing', () => {
    fc.assert(
      fc.property(anyFacts, percents, (known, inPresencePercent) => {
        const { met, requirements } = explainCompletion({ ...asked, inPresencePercent }, known);
        for (const answer of requirements) expect(answer.met).toBe(answer.missing === 0);
        expect(met).toBe(requirements.every(({ missing }) => missing === 0));
      }),
    );
  });

  it('does not hang on sessions before the enrolment that nobody attended, unless the programme says so', () => {
    fc.assert(
      fc.property(anyFacts, percents, fc.nat(5), (known, inPresencePercent, more) => {
        const earlier = before(...Array.from({ length: more }, () => null));
        const later = { ...known, inPresence: [...earlier, ...known.inPresence] };
        const ask = { ...asked, inPresencePercent };
        if (known.inPresence.length) expect(explainCompletion(ask, later).met).toBe(explainCompletion(ask, known).met);
      }),
    );
  });

  it('is never lost by another attended session, more minutes or excuses that begin to count', () => {
    fc.assert(
      fc.property(anyFacts, percents, (known, inPresencePercent) => {
        const requirements = { ...asked, inPresencePercent };
        if (!explainCompletion(requirements, known).met) return;
        const more: CompletionFacts = {
          ...known,
          inPresence: known.inPresence.map((session) => ({ ...session, mark: session.mark ?? 'present' })),
          ledger: [...known.ledger, { module: 1, minutes: 60 }],
        };
        expect(explainCompletion({ ...requirements, excusedCounts: true }, more).met).toBe(true);
      }),
    );
  });
});
