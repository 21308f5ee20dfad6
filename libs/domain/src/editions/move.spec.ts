import { type CompletionRequirements, compareCompletion } from '../completion';
import { type ComparedVersion, type Difference, differencesBetween, metInCourse } from './differences';
import {
  type Hindrance,
  hindrancesOf,
  type KeptRecords,
  type KeptWorks,
  mayMove,
  type RunBrief,
  type RunVersion,
} from './move';

const version: RunVersion & { projectWork: RunBrief } = {
  modules: [
    { number: 1, mode: 'online' },
    { number: 2, mode: 'in-presence' },
  ],
  projectWork: {
    module: 2,
    by: 'group',
    brief: { en: 'Three diplomas.' },
    rubric: [{ id: 'accuracy', title: { en: 'Accuracy' } }],
    markers: 1,
    markerIsProfessor: false,
  },
  admission: {
    criteria: [
      { id: 'degree', kind: 'required' },
      { id: 'english', kind: 'preferred' },
    ],
    exception: { conditions: { en: 'Exceptional.' } },
    form: [{ id: 'tools', kind: 'text' }],
    appealDays: 15,
  },
};
const [online, workshop] = version.modules as [RunVersion['modules'][number], RunVersion['modules'][number]];
const [degree, english] = version.admission.criteria as [
  RunVersion['admission']['criteria'][number],
  RunVersion['admission']['criteria'][number],
];

const nothing: KeptRecords = {
  sessions: new Map(),
  materials: new Map(),
  entries: new Map(),
  works: new Map(),
  submitted: 0,
  undecided: 0,
};
const inModuleTwo: Partial<KeptRecords> = {
  sessions: new Map([
    [1, 4],
    [2, 3],
  ]),
  materials: new Map([[1, 2]]),
  entries: new Map([[2, 40]]),
};
const project = (values: Partial<RunBrief>): Partial<RunVersion> => ({
  projectWork: { ...version.projectWork, ...values },
});
const admission = (values: Partial<RunVersion['admission']>): Partial<RunVersion> => ({
  admission: { ...version.admission, ...values },
});
const works = (values: Partial<KeptWorks>, brief = 'project-work'): Partial<KeptRecords> => ({
  works: new Map([[brief, { groups: 0, submissions: 0, markings: 0, feedback: 0, ...values }]]),
});
const undecided = { submitted: 5, undecided: 2 };
const decided = { submitted: 5, undecided: 0 };

const inShort = ({ what, module, records, count }: Hindrance) =>
  [what, module, records, count].filter((part) => part !== null).join(' ');

describe('what stands in the way of a newer version', () => {
  it.each<[string, Partial<RunVersion>, Partial<KeptRecords>, string[]]>([
    [
      'nothing, where it is the same',
      {},
      { ...inModuleTwo, ...undecided, ...works({ groups: 2, submissions: 2, markings: 2 }) },
      [],
    ],
    ['a module without records that is gone', { modules: [online] }, {}, []],
    [
      'a module with records that is gone',
      { modules: [online] },
      inModuleTwo,
      ['module-gone 2 sessions 3', 'module-gone 2 entries 40'],
    ],
    [
      'a module that takes place otherwise',
      { modules: [{ number: 1, mode: 'in-presence' }, workshop] },
      inModuleTwo,
      ['module-mode 1 sessions 4', 'module-mode 1 materials 2'],
    ],
    ['a module more', { modules: [online, workshop, { number: 3, mode: 'online' }] }, inModuleTwo, []],
    [
      'another brief and other rows before anything is marked',
      project({ brief: { en: 'Two.' }, rubric: [] }),
      works({ submissions: 3 }),
      [],
    ],
    [
      'another brief and other rows afterwards',
      project({ brief: { en: 'Two.' }, rubric: [] }),
      works({ markings: 4 }),
      ['brief markings 4', 'rubric markings 4'],
    ],
    ['another number of markers before anything is marked', project({ markers: 2 }), works({ submissions: 3 }), []],
    ['another number of markers afterwards', project({ markers: 2 }), works({ markings: 4 }), ['markers markings 4']],
    [
      'points for late works where some are handed in',
      project({ late: { deduct: 2, most: 10 }, grades: { scale: 'thirty' } }),
      works({ submissions: 2, markings: 1 }),
      ['deduction submissions 2'],
    ],
    ['grades where works are marked without', project({ grades: { scale: 'percent' } }), works({ markings: 2 }), []],
    ['works that come late where none is graded', project({ late: 'flag' }), works({ submissions: 2 }), []],
    ['work alone where there are groups', project({ by: 'person' }), works({ groups: 3 }), ['grouping groups 3']],
    ['the work in another module', project({ module: 1 }), works({ submissions: 2 }), ['project-module submissions 2']],
    [
      'other peer feedback where some is asked',
      project({ peerFeedback: { days: 7 } }),
      works({ groups: 2, feedback: 6 }),
      ['peer-feedback feedback 6'],
    ],
    ['the same brief in a list of one', { projectWork: [version.projectWork] }, works({ groups: 2, markings: 2 }), []],
    [
      'a brief more',
      { projectWork: [version.projectWork, { ...version.projectWork, id: 'report' }] },
      works({ groups: 2, markings: 2 }),
      [],
    ],
    [
      'a brief that is gone',
      project({ id: 'report' }),
      works({ groups: 2, submissions: 3, markings: 1 }),
      ['brief-gone groups 2'],
    ],
    [
      'another brief where only its neighbour is marked',
      project({ brief: { en: 'Two.' } }),
      works({ groups: 1, markings: 2 }, 'report'),
      [],
    ],
    ['the work in another module before anybody hands in', project({ module: 1 }), works({ groups: 2 }), []],
    [
      'a criterion that is worded anew while applications are judged',
      admission({ criteria: [degree, { ...english, statement: 'B2' } as never] }),
      undecided,
      ['criteria applications'],
    ],
    [
      'a criterion that is worded anew afterwards',
      admission({ criteria: [degree, { ...english, statement: 'B2' } as never] }),
      decided,
      [],
    ],
    [
      'a criterion more while applications are judged',
      admission({ criteria: [degree, english, { id: 'post', kind: 'required' }] }),
      undecided,
      ['criteria applications'],
    ],
    [
      'a criterion more afterwards',
      admission({ criteria: [degree, english, { id: 'post', kind: 'required' }] }),
      decided,
      [],
    ],
    ['a criterion less afterwards', admission({ criteria: [degree] }), decided, ['criteria applications']],
    [
      'a criterion of another kind afterwards',
      admission({ criteria: [degree, { id: 'english', kind: 'required' }] }),
      decided,
      ['criteria applications'],
    ],
    [
      'no exception while applications are judged',
      admission({ exception: undefined }),
      undecided,
      ['criteria applications'],
    ],
    ['no form of its own after answers', admission({ form: undefined }), decided, ['form applications']],
    ['no form of its own before any application', admission({ form: undefined, criteria: [] }), {}, []],
    [
      'a field more while applications are judged',
      admission({
        form: [
          { id: 'tools', kind: 'text' },
          { id: 'why', kind: 'text' },
        ],
      }),
      undecided,
      ['form applications'],
    ],
    ['less time to appeal', admission({ appealDays: 14 }), decided, ['appeal-days applications']],
    ['more time to appeal', admission({ appealDays: 30 }), undecided, []],
  ])('%s', (_, changed, kept, expected) => {
    expect(hindrancesOf(version, { ...version, ...changed }, { ...nothing, ...kept }).map(inShort)).toEqual(expected);
  });

  it.each<[string, Partial<RunBrief>, string[]]>([
    ['another scale', { grades: { scale: 'percent' } }, ['grades markings 2']],
    ['another grade that passes', { grades: { scale: 'thirty', passFrom: 20 } }, ['grades markings 2']],
    ['none any more', {}, ['grades markings 2']],
    ['the same in other words', { grades: { scale: 'thirty', passFrom: 18 } }, []],
    ['the same as older files say it', { markerIsProfessor: true }, []],
  ])('is, where works are graded: %s', (_, changed, expected) => {
    const graded = { ...version, ...project({ grades: { scale: 'thirty' } }) };
    const kept = { ...nothing, ...works({ markings: 2 }) };
    expect(hindrancesOf(graded, { ...version, ...project(changed) }, kept).map(inShort)).toEqual(expected);
  });

  it.each<[string, Parameters<typeof mayMove>[0], { from: number; to: number }, Hindrance[], string | true]>([
    ['an open one, as it was seen', { state: 'open', runs: 1, newest: 3 }, { from: 1, to: 3 }, [], true],
    ['a draft', { state: 'draft', runs: 1, newest: 2 }, { from: 1, to: 2 }, [], true],
    ['a closed one', { state: 'closed', runs: 1, newest: 2 }, { from: 1, to: 2 }, [], 'editions.is-closed'],
    [
      'one that runs the newest',
      { state: 'open', runs: 2, newest: 2 },
      { from: 1, to: 2 },
      [],
      'editions.no-newer-version',
    ],
    ['one back', { state: 'open', runs: 2, newest: 2 }, { from: 2, to: 1 }, [], 'editions.no-newer-version'],
    [
      'one of which a newer version came out meanwhile',
      { state: 'open', runs: 1, newest: 3 },
      { from: 1, to: 2 },
      [],
      'editions.move-is-stale',
    ],
    [
      'one that was moved meanwhile',
      { state: 'open', runs: 2, newest: 3 },
      { from: 1, to: 3 },
      [],
      'editions.move-is-stale',
    ],
    [
      'a hindered one',
      { state: 'open', runs: 1, newest: 2 },
      { from: 1, to: 2 },
      [{ what: 'brief', module: null, brief: 'project-work', records: 'markings', count: 4 }],
      'editions.move-is-hindered',
    ],
  ])('lets move %s', (_, edition, seen, hindrances, expected) => {
    const answer = mayMove(edition, seen, hindrances);
    expect(answer === true ? true : answer.refused).toBe(expected);
  });

  it('counts in its refusal what is in the way, the same markings once and the sessions of two modules together', () => {
    const kept = { ...nothing, ...inModuleTwo, ...decided, ...works({ markings: 4 }) };
    const hindrances = hindrancesOf(
      version,
      { ...version, modules: [], ...project({ brief: {}, rubric: [] }), ...admission({ criteria: [] }) },
      kept,
    );
    expect(mayMove({ state: 'open', runs: 1, newest: 2 }, { from: 1, to: 2 }, hindrances)).toMatchObject({
      numbers: { hindrances: 7, sessions: 7, materials: 2, entries: 40, markings: 4 },
    });
  });
});

describe('the differences of two versions', () => {
  const asked: CompletionRequirements = {
    modules: { numbers: [1, 2], percentOfMinutes: 80 },
    inPresencePercent: 80,
    ledgerMinutes: 1200,
    projectWorkPassed: true,
    surveyAnswered: false,
    excusedCounts: false,
  };
  const minutes = (contact: number) => ({ contact, 'self-study': 450, project: 0 });
  const from: ComparedVersion<string> = {
    requirements: asked,
    modules: [
      { number: 1, minutes: minutes(300) },
      { number: 2, minutes: minutes(600) },
    ],
    criteria: [{ id: 'degree', kind: 'required', statement: 'A degree.' }],
    parts: {
      modules: 0,
      attendance: 0,
      'project-work': 0,
      form: undefined,
      exception: 0,
      deadlines: 0,
      survey: undefined,
      presentation: { title: 'A', aim: 'B' },
    },
  };
  const requires = (values: Partial<CompletionRequirements>) => ({ requirements: { ...asked, ...values } });

  it.each<[string, Partial<ComparedVersion<string>>, unknown[]]>([
    ['none', {}, []],
    [
      'none where the same is said in another order',
      { parts: { ...from.parts, presentation: { aim: 'B', title: 'A' } } },
      [],
    ],
    [
      'a lower share in presence',
      requires({ inPresencePercent: 50 }),
      [
        {
          what: 'requirement',
          kind: 'in-presence',
          before: { amount: 80, modules: [] },
          after: { amount: 50, modules: [] },
        },
      ],
    ],
    [
      'no hours',
      requires({ ledgerMinutes: undefined }),
      [{ what: 'requirement', kind: 'ledger-minutes', before: { amount: 1200, modules: [] }, after: null }],
    ],
    [
      'one module less to do',
      requires({ modules: { numbers: [1], percentOfMinutes: 80 } }),
      [
        {
          what: 'requirement',
          kind: 'modules',
          before: { amount: 80, modules: [1, 2] },
          after: { amount: 80, modules: [1] },
        },
      ],
    ],
    [
      'other minutes and a module more',
      {
        modules: [
          { number: 1, minutes: minutes(240) },
          { number: 2, minutes: minutes(600) },
          { number: 3, minutes: minutes(60) },
        ],
      },
      [
        { what: 'module', number: 1, before: minutes(300), after: minutes(240) },
        { what: 'module', number: 3, before: null, after: minutes(60) },
      ],
    ],
    [
      'other criteria',
      { criteria: [{ id: 'post', kind: 'required', statement: 'A post.' }] },
      [
        { what: 'criterion', before: { kind: 'required', statement: 'A degree.' }, after: null },
        { what: 'criterion', before: null, after: { kind: 'required', statement: 'A post.' } },
      ],
    ],
    ['another part', { parts: { ...from.parts, attendance: 1 } }, [{ what: 'part', part: 'attendance' }]],
  ])('%s', (_, changed, expected) => {
    expect(differencesBetween(from, { ...from, ...changed })).toEqual(expected);
  });
});

describe('what another version means for somebody', () => {
  const answers = (...missing: [kind: 'survey' | 'project-work', missing: number][]) => {
    const requirements = missing.map(
      ([kind, lacks]) => ({ kind, met: lacks === 0, missing: lacks, work: null, answeredAt: null }) as never,
    );
    return { met: missing.every(([, lacks]) => lacks === 0), requirements };
  };

  it.each([
    ['the same', answers(['survey', 1]), answers(['survey', 1]), false],
    ['less', answers(['survey', 1]), answers(['survey', 0]), true],
    ['nothing any more of what was missing', answers(['survey', 1]), answers(), true],
    ['nothing any more of what was there', answers(['survey', 0]), answers(), false],
    ['something more that is missing', answers(), answers(['project-work', 1]), true],
    ['something more that is there', answers(), answers(['project-work', 0]), false],
  ])('is %s', (_, before, after, expected) => {
    expect(compareCompletion(before, after).isChanged).toBe(expected);
  });
});

it('leaves out of them what those who take part no longer meet', () => {
  const all: Difference<string>[] = [
    { what: 'requirement', kind: 'ledger-minutes', before: null, after: { amount: 100, modules: [] } },
    { what: 'module', number: 2, before: null, after: { contact: 60, 'self-study': 0, project: 0 } },
    { what: 'criterion', before: null, after: { kind: 'required', statement: 'A degree.' } },
    ...(['modules', 'form', 'deadlines', 'project-work', 'presentation'] as const).map((part) => ({
      what: 'part' as const,
      part,
    })),
  ];
  expect(metInCourse(all).map((one) => (one.what === 'part' ? one.part : one.what))).toEqual([
    'requirement',
    'module',
    'modules',
    'project-work',
  ]);
});
