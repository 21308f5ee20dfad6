import { wordAnswer } from './word-answer';

const options = [
  { id: 'study', label: { en: 'for study', it: 'per lo studio' } },
  { id: 'work', label: { en: 'for work', it: 'per il lavoro' } },
];

describe('an answer in words', () => {
  it.each([
    ['a text', 'en', { kind: 'text' }, 'As it <b>was</b>', 'As it <b>was</b>'],
    ['one option', 'it', { kind: 'choice', options }, 'work', 'per il lavoro'],
    ['several options', 'en', { kind: 'choice', options }, ['study', 'work'], 'for study, for work'],
    ['an option that a later version has not', 'en', { kind: 'choice', options }, ['law'], 'law'],
    [
      'a number with its unit',
      'it',
      { kind: 'number', unit: { en: 'a year', it: 'l’anno' } },
      12400.5,
      '12.400,5 l’anno',
    ],
    ['a day', 'en', { kind: 'date' }, '2024-02-29', '29 February 2024'],
    ['nothing', 'en', { kind: 'number' }, undefined, ''],
  ])('%s', (_, language, field, answer, words) => expect(wordAnswer(language, field, answer)).toBe(words));
});
