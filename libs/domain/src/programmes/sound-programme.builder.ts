import type { ProgrammeDraft } from './draft';

/** Three modules, 25 hours, one credit: nothing to object to. */
export const sound: ProgrammeDraft = {
  slug: 'sound',
  months: 1,
  participation: 'blended',
  level: { eqf: 7, cycle: 'second' },
  workload: { ects: 1, hours: 25 },
  outcomes: [{ id: 'whole' }],
  modules: [
    {
      number: 1,
      mode: 'online',
      minutes: { contact: 300, 'self-study': 300, project: 0 },
      outcomes: [{ id: 'first' }],
    },
    { number: 2, mode: 'online', minutes: { contact: 0, 'self-study': 300, project: 0 }, outcomes: [{ id: 'second' }] },
    {
      number: 3,
      mode: 'in-presence',
      minutes: { contact: 300, 'self-study': 0, project: 300 },
      outcomes: [{ id: 'third' }],
    },
  ],
  stackability: { kind: 'stand-alone' },
  admission: {
    criteria: [{ id: 'degree' }, { id: 'english' }],
    form: [
      { id: 'kinds', kind: 'choice', options: [{ id: 'academic' }, { id: 'other' }] },
      { id: 'a-year', kind: 'number', min: 1, max: 1, when: { field: 'kinds', is: ['academic'] } },
      {
        id: 'tools',
        kind: 'group',
        min: 10,
        fields: [{ id: 'name', kind: 'text', min: 200 }],
        when: { field: 'a-year' },
      },
      { id: 'since', kind: 'date', from: '2020-01-01', until: '2020-01-01', when: { field: 'exceptionalConditions' } },
    ],
  },
  projectWork: { module: 3, rubric: [{ id: 'sources' }, { id: 'argument' }] },
  completion: { modules: { numbers: [1, 2, 3], percentOfMinutes: 80 }, inPresencePercent: 80, ledgerMinutes: 1200 },
  illustrative: ['modules.minutes', 'outcomes'],
};
