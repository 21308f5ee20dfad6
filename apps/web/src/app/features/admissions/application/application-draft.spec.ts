import type { ApplicationFormBody, FormField } from '@libretto/contracts';
import { bodyOf, draftOf } from './application-draft';

const label = { en: 'Label', it: 'Etichetta' };
const fields: FormField[] = [
  { id: 'kinds', kind: 'choice', label, several: true, options: [{ id: 'academic', label }] },
  { id: 'share', kind: 'number', label, decimal: true, max: 1 },
  { id: 'statement', kind: 'file', label },
  {
    id: 'tools',
    kind: 'group',
    label,
    fields: [
      { id: 'name', kind: 'text', label },
      { id: 'users', kind: 'number', label },
    ],
  },
];
const form: ApplicationFormBody = {
  degrees: [{ rowId: 'd', title: 'Laurea', institution: 'Sapienza', country: 'IT', eqfLevel: 6, year: 2015 }],
  posts: [{ rowId: 'p', employer: 'Sapienza', role: 'Officer', from: '2020-01-01', until: null }],
  languages: [{ rowId: 'l', language: 'en', level: 'C1' }],
  referees: [],
  motivation: 'To learn.',
  exceptionalConditions: '',
  answers: {
    kinds: ['academic'],
    share: 0.5,
    tools: [
      { rowId: 'r1', name: 'ARENA', users: 3 },
      { rowId: 'r2', name: 'DEQAR' },
    ],
  },
};

describe('the draft of an application', () => {
  it('comes back as it was stored', () => {
    expect(bodyOf(draftOf(form, fields), fields, form)).toEqual({ body: form, gaps: 0, faulty: [] });
    const empty = { ...form, answers: {} };
    expect(bodyOf(draftOf(empty, fields), fields, empty)).toEqual({ body: empty, gaps: 0, faulty: [] });
  });

  it('keeps rows with gaps on the screen until they are whole', () => {
    const draft = draftOf(form, fields);
    draft.degrees.push({ title: 'Master', institution: '', country: '', eqfLevel: '', year: '' });
    draft.posts.push({ employer: 'Sapienza', role: 'Officer', from: '2030-01-01', until: '2019-01-01' });
    draft.referees.push({ name: 'Ivo', email: 'ivo' });
    expect(bodyOf(draft, fields, form)).toEqual({ body: form, gaps: 3, faulty: [] });
    draft.languages = draft.languages.map((row) => ({ ...row, level: '' }));
    expect(bodyOf(draft, fields, form)).toEqual({ body: form, gaps: 4, faulty: [] });
  });

  it('keeps answers with a fault on the screen until they are right, and reads numbers as people write them', () => {
    const draft = draftOf(form, fields);
    draft.answers = {
      ...draft.answers,
      kinds: [],
      share: ' 0,25 ',
      tools: [{ rowId: 'r1', name: 'x'.repeat(201), users: '' }],
    };
    expect(bodyOf(draft, fields, form)).toMatchObject({ body: { answers: { share: 0.25 } }, faulty: ['tools'] });
    draft.answers = { ...draft.answers, share: 'half' };
    expect(bodyOf(draft, fields, form)).toEqual({
      body: { ...form, answers: { tools: [{ rowId: 'r1' }] } },
      gaps: 0,
      faulty: ['share', 'tools'],
    });
  });
});
