import type { ProgrammeDraft } from './draft';
import { faultsOf } from './faults';
import { sound } from './sound-programme.builder';

const [one, two, three] = sound.modules!;

describe('the faults of a programme', () => {
  it('finds none in a sound one', () => {
    expect(faultsOf(sound)).toEqual([]);
  });

  it('is silent about what is not written yet', () => {
    expect(faultsOf({})).toEqual([]);
    expect(
      faultsOf({
        modules: [undefined],
        admission: { criteria: [undefined], form: [undefined, { when: {} }, { fields: [undefined] }] },
        outcomes: [undefined, {}],
      }),
    ).toEqual([]);
  });

  it.each<[string, Partial<ProgrammeDraft>, string, (string | number)[], Record<string, string | number>]>([
    [
      'a session after the end',
      { modules: [{ ...one!, sessions: [{ day: 31 }, { day: 32 }] }, two, three] },
      'session-after-the-end',
      ['modules', 0, 'sessions', 1, 'day'],
      { day: 32, lastDay: 31 },
    ],
    [
      'a session that ends when it starts',
      { modules: [one, { ...two!, sessions: [{ day: 1, from: '14:00', to: '14:00' }] }, three] },
      'session-ends-first',
      ['modules', 1, 'sessions', 0, 'to'],
      { start: '14:00', end: '14:00' },
    ],
    [
      'sessions that last longer than the contact minutes',
      {
        modules: [
          {
            ...one!,
            sessions: [
              { day: 1, from: '09:00', to: '13:00' },
              { day: 2, from: '14:30', to: '15:31' },
            ],
          },
          two,
          three,
        ],
      },
      'sessions-over-contact',
      ['modules', 0, 'sessions'],
      { planned: 301, contact: 300 },
    ],
    [
      'credits that are no halves',
      { workload: { ects: 0.9, hours: 25 } },
      'credits-not-halves',
      ['workload', 'ects'],
      { ects: 0.9, nearest: 1 },
    ],
    [
      'too many hours for the credits',
      { workload: { ects: 0.5, hours: 25 } },
      'hours-per-credit',
      ['workload', 'hours'],
      { hours: 25, ects: 0.5, perCredit: 50, least: 13, most: 15 },
    ],
    [
      'too few hours for the credits',
      { workload: { ects: 1.5, hours: 25 } },
      'hours-per-credit',
      ['workload', 'hours'],
      { hours: 25, ects: 1.5, perCredit: 16.67, least: 38, most: 45 },
    ],
    [
      'modules that fall short of the hours',
      { workload: { ects: 1, hours: 26 } },
      'modules-do-not-sum',
      ['modules'],
      { sum: 1500, expected: 1560, difference: 60, direction: 'under' },
    ],
    [
      'an outcome of a module named like one of the programme',
      { outcomes: [{ id: 'third' }] },
      'repeated-id',
      ['modules', 2, 'outcomes', 0, 'id'],
      { id: 'third' },
    ],
    [
      'two criteria of one name',
      { admission: { criteria: [{ id: 'degree' }, { id: 'degree' }] } },
      'repeated-id',
      ['admission', 'criteria', 1, 'id'],
      { id: 'degree' },
    ],
    [
      'two fields of one name',
      { admission: { form: [{ id: 'a' }, { id: 'a' }] } },
      'repeated-id',
      ['admission', 'form', 1, 'id'],
      { id: 'a' },
    ],
    [
      'two options of one name',
      { admission: { form: [{ id: 'a', options: [{ id: 'b' }, { id: 'b' }] }] } },
      'repeated-id',
      ['admission', 'form', 0, 'options', 1, 'id'],
      { id: 'b' },
    ],
    [
      'two columns of one name',
      { admission: { form: [{ id: 'a', fields: [{ id: 'b' }, { id: 'b' }] }] } },
      'repeated-id',
      ['admission', 'form', 0, 'fields', 1, 'id'],
      { id: 'b' },
    ],
    [
      'a field called like one of every form',
      { admission: { form: [{ id: 'posts' }] } },
      'field-of-every-form',
      ['admission', 'form', 0, 'id'],
      { id: 'posts' },
    ],
    [
      'a condition on nothing',
      { admission: { form: [{ id: 'a', when: { field: 'b' } }] } },
      'no-such-form-field',
      ['admission', 'form', 0, 'when', 'field'],
      { field: 'b' },
    ],
    [
      'a condition on a later field',
      { admission: { form: [{ id: 'a', when: { field: 'b' } }, { id: 'b' }] } },
      'condition-on-later-field',
      ['admission', 'form', 0, 'when', 'field'],
      { field: 'b' },
    ],
    [
      'a condition on itself',
      { admission: { form: [{ id: 'a', when: { field: 'a' } }] } },
      'condition-on-later-field',
      ['admission', 'form', 0, 'when', 'field'],
      { field: 'a' },
    ],
    [
      'a condition on an option that is not there',
      {
        admission: {
          form: [
            { id: 'a', kind: 'choice', options: [{ id: 'x' }] },
            { id: 'b', when: { field: 'a', is: ['x', 'y'] } },
          ],
        },
      },
      'no-such-option',
      ['admission', 'form', 1, 'when', 'is', 1],
      { field: 'a', option: 'y' },
    ],
    [
      'a condition on an option of a number',
      {
        admission: {
          form: [
            { id: 'a', kind: 'number' },
            { id: 'b', when: { field: 'a', is: ['x'] } },
          ],
        },
      },
      'condition-not-on-choice',
      ['admission', 'form', 1, 'when', 'is'],
      { field: 'a' },
    ],
    [
      'a condition on an option of a field of every form',
      { admission: { form: [{ id: 'b', when: { field: 'posts', is: ['x'] } }] } },
      'condition-not-on-choice',
      ['admission', 'form', 0, 'when', 'is'],
      { field: 'posts' },
    ],
    [
      'a number between nothing',
      { admission: { form: [{ id: 'a', kind: 'number', min: 2, max: 1 }] } },
      'limits-crossed',
      ['admission', 'form', 0, 'min'],
      { min: 2, max: 1 },
    ],
    [
      'a whole number where there is none',
      { admission: { form: [{ id: 'a', kind: 'number', min: 1.2, max: 1.8 }] } },
      'no-whole-number',
      ['admission', 'form', 0, 'min'],
      { min: 1.2, max: 1.8 },
    ],
    [
      'the same below zero, in a column',
      { admission: { form: [{ id: 'a', fields: [{ id: 'b', kind: 'number', min: -0.9, max: -0.1 }] }] } },
      'no-whole-number',
      ['admission', 'form', 0, 'fields', 0, 'min'],
      { min: -0.9, max: -0.1 },
    ],
    [
      'a text that one line cannot hold',
      { admission: { form: [{ id: 'a', kind: 'text', min: 300 }] } },
      'limits-crossed',
      ['admission', 'form', 0, 'min'],
      { min: 300, max: 200 },
    ],
    [
      'more rows than there can be',
      { admission: { form: [{ id: 'a', kind: 'group', min: 11 }] } },
      'limits-crossed',
      ['admission', 'form', 0, 'min'],
      { min: 11, max: 10 },
    ],
    [
      'days in the wrong order, in a column',
      {
        admission: {
          form: [{ id: 'a', fields: [{ id: 'b', kind: 'date', from: '2021-01-01', until: '2020-01-01' }] }],
        },
      },
      'limits-crossed',
      ['admission', 'form', 0, 'fields', 0, 'from'],
      { min: '2021-01-01', max: '2020-01-01' },
    ],
    [
      'two rows of the rubric of one name',
      { projectWork: { rubric: [{ id: 'a' }, { id: 'a' }] } },
      'repeated-id',
      ['projectWork', 'rubric', 1, 'id'],
      { id: 'a' },
    ],
    [
      'two levels of one name',
      { projectWork: { module: 3, rubric: [{ id: 'a' }, { id: 'b', levels: [{ id: 'c' }, { id: 'c' }] }] } },
      'repeated-id',
      ['projectWork', 'rubric', 1, 'levels', 1, 'id'],
      { id: 'c' },
    ],
    [
      'two grades of one name',
      {
        projectWork: [{ module: 3, grades: { scale: 'own', grades: [{ grade: 'Good' }, { grade: 'good' }] } }],
        awardingBodies: [{ university: true }],
        partners: [],
      },
      'repeated-id',
      ['projectWork', 0, 'grades', 'grades', 1, 'grade'],
      { id: 'good' },
    ],
    [
      'a passing grade below a failing one',
      {
        projectWork: {
          module: 3,
          grades: {
            scale: 'own',
            grades: [
              { grade: 'Low', passes: false },
              { grade: 'High', passes: true },
            ],
          },
        },
        awardingBodies: [],
        partners: [{ university: true }],
      },
      'passing-below-failing',
      ['projectWork', 'grades', 'grades', 1],
      { grade: 'High' },
    ],
    [
      'grades without a university',
      { projectWork: { module: 3, grades: { scale: 'ects' } }, awardingBodies: [{}], partners: [] },
      'grades-without-university',
      ['projectWork', 'grades'],
      {},
    ],
    [
      'two rows of the rubric of one name in the second of two briefs',
      { projectWork: [{ module: 3 }, { id: 'report', module: 3, rubric: [{ id: 'a' }, { id: 'a' }] }] },
      'repeated-id',
      ['projectWork', 1, 'rubric', 1, 'id'],
      { id: 'a' },
    ],
    [
      'two briefs without an id',
      { projectWork: [{ module: 3 }, { module: 3 }] },
      'repeated-id',
      ['projectWork', 1, 'id'],
      { id: 'project-work' },
    ],
    [
      'briefs whose weights are not a hundred',
      {
        projectWork: [
          { id: 'report', module: 3, weight: 60 },
          { id: 'portrait', module: 3 },
        ],
      },
      'weights-not-a-hundred',
      ['projectWork'],
      { sum: 60 },
    ],
    [
      'groups of at least more than at most',
      { projectWork: { module: 3, by: 'group', size: { least: 5, most: 3 } } },
      'sizes-crossed',
      ['projectWork', 'size'],
      { least: 5, most: 3 },
    ],
    [
      'a text of at least more words than at most',
      { projectWork: { module: 3, text: { least: 300, most: 200 } } },
      'parts-crossed',
      ['projectWork', 'text'],
      { least: 300, most: 200 },
    ],
    [
      'a brief for which nothing can be handed in',
      { projectWork: { module: 3, files: { most: 0 }, links: { most: 0 } } },
      'no-parts',
      ['projectWork', 'files'],
      {},
    ],
    [
      'a choice of groups for people who work alone',
      { projectWork: [{ module: 3, by: 'person', choice: { untilDay: 3 } }] },
      'only-for-groups',
      ['projectWork', 0, 'choice'],
      { field: 'choice' },
    ],
    [
      'a module out of order',
      { modules: [one, { ...two, number: 3 }, three] },
      'module-number',
      ['modules', 1, 'number'],
      { number: 3, expected: 2 },
    ],
    [
      'project work in a module that is not there',
      { projectWork: { module: 4 } },
      'no-such-module',
      ['projectWork', 'module'],
      { number: 4, modules: 3 },
    ],
    [
      'the second of two briefs in a module that is not there',
      { projectWork: [{ module: 3 }, { id: 'report', module: 4 }] },
      'no-such-module',
      ['projectWork', 1, 'module'],
      { number: 4, modules: 3 },
    ],
    [
      'completion asking for a module that is not there',
      { completion: { modules: { numbers: [1, 9] } } },
      'no-such-module',
      ['completion', 'modules', 'numbers', 1],
      { number: 9, modules: 3 },
    ],
    [
      'completion asking for more than is offered',
      { completion: { ledgerMinutes: 1501 } },
      'completion-out-of-reach',
      ['completion', 'ledgerMinutes'],
      { asked: 1501, offered: 1500 },
    ],
    [
      'attendance asked where nobody meets',
      { participation: 'online', modules: [one, two, { ...three, mode: 'online' }] },
      'nothing-in-presence',
      ['completion', 'inPresencePercent'],
      { percent: 80 },
    ],
    [
      'a module whose project minutes nobody can record',
      { projectWork: { module: 1 } },
      'module-out-of-reach',
      ['completion', 'modules', 'numbers', 2],
      { number: 3, percent: 80, most: 50, recordable: 300, minutes: 600, project: '1' },
    ],
    [
      'a module to be done in which nothing is planned',
      {
        modules: [one, two, three, { number: 4, mode: 'online', minutes: { contact: 0, 'self-study': 0, project: 0 } }],
        completion: { modules: { numbers: [4], percentOfMinutes: 50 } },
      },
      'module-without-minutes',
      ['completion', 'modules', 'numbers', 0],
      { number: 4 },
    ],
    [
      'completion asking for project minutes that nobody can record',
      { projectWork: { module: 1 }, completion: { ledgerMinutes: 1201 } },
      'completion-out-of-reach',
      ['completion', 'ledgerMinutes'],
      { asked: 1201, offered: 1200 },
    ],
    [
      'more than a month holds',
      {
        completion: { ledgerMinutes: 22_321 },
        workload: { ects: 15, hours: 375 },
        modules: [{ ...one, minutes: { contact: 0, 'self-study': 22_500, project: 0 } }],
        projectWork: { module: 1 },
        participation: 'online',
      },
      'months-too-few',
      ['months'],
      { asked: 22_321, held: 22_320, least: 2 },
    ],
    [
      'completion asking for nothing',
      {
        completion: {
          modules: { numbers: [1], percentOfMinutes: 0 },
          inPresencePercent: 0,
          ledgerMinutes: 0,
          projectWorkPassed: false,
          surveyAnswered: false,
        },
      },
      'nothing-asked',
      ['completion'],
      {},
    ],
    [
      'an online programme whose completion says nothing',
      {
        participation: 'online',
        modules: [one, two, { ...three, mode: 'online' }],
        completion: { projectWorkPassed: false, surveyAnswered: false },
      },
      'nothing-asked',
      ['completion'],
      {},
    ],
    [
      'an online programme with a module in presence',
      { participation: 'online' },
      'participation-differs',
      ['participation'],
      { participation: 'online', form: 'blended' },
    ],
    [
      'a cycle of another level',
      { level: { eqf: 6, cycle: 'second' } },
      'level-of-cycle',
      ['level', 'cycle'],
      { cycle: 'second', eqf: 6, expected: 7 },
    ],
    [
      'a stack without the programme itself',
      { stackability: { programmes: ['other', 'another'] } },
      'not-in-its-stack',
      ['stackability', 'programmes'],
      { slug: 'sound' },
    ],
    [
      'a stack with a programme twice',
      { stackability: { programmes: ['sound', 'other', 'other'] } },
      'repeated-in-stack',
      ['stackability', 'programmes', 2],
      { id: 'other' },
    ],
    [
      'a mark on nothing',
      { illustrative: ['modules.fees'] },
      'nothing-illustrative',
      ['illustrative', 0],
      { path: 'modules.fees' },
    ],
  ])('finds %s', (_, change, code, path, numbers) => {
    expect(faultsOf({ ...sound, ...change })).toEqual([{ refused: `programmes.${code}`, path, numbers }]);
  });

  it('finds all of them at once', () => {
    const faults = faultsOf({ ...sound, workload: { ects: 0.7, hours: 10 }, level: { eqf: 6, cycle: 'third' } });
    expect(faults.map(({ refused }) => refused)).toEqual([
      'programmes.credits-not-halves',
      'programmes.hours-per-credit',
      'programmes.modules-do-not-sum',
      'programmes.level-of-cycle',
    ]);
  });
});
