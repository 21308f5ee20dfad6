import type { FormField } from '@libretto/contracts';
import { wordItem, wordValue } from './wording';

const own = [
  {
    id: 'tools',
    kind: 'group',
    label: { en: 'Tools' },
    fields: [
      { id: 'name', kind: 'text', label: { en: 'Tool' } },
      { id: 'since', kind: 'date', label: { en: 'Since' } },
    ],
  },
  { id: 'visits', kind: 'number', label: { en: 'Visits' }, unit: { en: 'a year' } },
  {
    id: 'why',
    kind: 'choice',
    several: true,
    label: { en: 'Why' },
    options: [{ id: 'work', label: { en: 'for work' } }],
  },
] as unknown as FormField[];
const wording = { language: 'en', own, say: (key: string) => key.split('.').at(-1) as string };

describe('what changed, in words', () => {
  it.each([
    [
      'degrees',
      { title: 'Laurea', institution: 'Sapienza', country: 'IT', eqfLevel: 6, year: 2015 },
      'Laurea, Sapienza, Italy, 2015 · 6',
    ],
    [
      'posts',
      { role: 'Officer', employer: 'Sapienza', from: '2020-01-01', until: null },
      'Officer, Sapienza · 1 January 2020 – today',
    ],
    ['languages', { language: 'en', level: 'C1' }, 'English: C1'],
    ['referees', { name: 'Ivo', email: 'ivo@hr.example' }, 'Ivo · ivo@hr.example'],
    ['evidence', { id: 'x', kind: 'degree', name: 'laurea.pdf' }, 'degree: laurea.pdf'],
    ['own.tools', { name: 'DEQAR', since: '2024-02-01' }, 'Tool: DEQAR · Since: 1 February 2024'],
    ['own.why', 'work', 'for work'],
  ])('%s', (field, item, expected) => expect(wordItem(field, item, wording)).toBe(expected));

  it.each([
    ['motivation', 'To learn.', 'To learn.'],
    ['own.visits', '1200', '1,200 a year'],
    ['own.visits', '', ''],
  ])('%s: %s', (field, value, expected) => expect(wordValue(field, value, wording)).toBe(expected));
});
