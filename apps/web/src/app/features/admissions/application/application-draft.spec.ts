import { bodyOf, draftOf, emptyRows } from './application-draft';

const form = {
  degrees: [{ title: 'Laurea', institution: 'Sapienza', country: 'IT', eqfLevel: 6, year: 2015 }],
  posts: [{ employer: 'Sapienza', role: 'Officer', from: '2020-01-01', until: null }],
  languages: [{ language: 'en', level: 'C1' as const }],
  referees: [],
  motivation: 'To learn.',
  exceptionalConditions: '',
  answers: {},
};

describe('the draft of an application', () => {
  it('comes back as it was stored', () => expect(bodyOf(draftOf(form))).toEqual({ body: form, gaps: 0 }));

  it('keeps rows with gaps on the screen until they are whole', () => {
    const draft = draftOf(form);
    draft.degrees.push({ ...emptyRows.degrees, title: 'Master' });
    draft.referees.push({ name: 'Ivo', email: 'ivo' });
    expect(bodyOf(draft)).toEqual({ body: form, gaps: 2 });
  });
});
