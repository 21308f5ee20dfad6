import type { SurveyQuestionRule } from '../programmes';
import { type SurveyAnswers, surveyFaults } from './answers';

const questions: SurveyQuestionRule[] = [
  { id: 'whole', kind: 'scale', required: true },
  { id: 'pace', kind: 'choice', options: [{ id: 'slow' }, { id: 'fast' }] },
  { id: 'used', kind: 'choices', options: [{ id: 'files' }, { id: 'video' }] },
  { id: 'modules', kind: 'matrix', steps: 3, rows: [{ id: 'first' }, { id: 'second' }] },
  { id: 'hours', kind: 'number', min: 0, max: 60 },
  { id: 'remark', kind: 'text', max: 20 },
];
const all: SurveyAnswers = {
  whole: 5,
  pace: 'slow',
  used: ['video', 'files'],
  modules: { first: 1, second: 3 },
  hours: 0,
  remark: 'Two lines,\nand good.',
};
const one = (values: Record<string, unknown>) => ({ whole: 1, ...values }) as SurveyAnswers;

describe('the answers to a survey', () => {
  it.each([
    ['all of them', all],
    ['only what is required', { whole: 1 }],
    ['some rows of a matrix', { whole: 1, modules: { second: 2 } }],
  ])('are taken: %s', (_, answers) => {
    expect(surveyFaults(questions, answers)).toEqual([]);
  });

  it.each<[string, SurveyAnswers, string[], string]>([
    ['nothing where an answer is required', {}, ['whole'], 'missing'],
    ['a step below the first', one({ whole: 0 }), ['whole'], 'no-such-option'],
    ['a step above the last', one({ whole: 6 }), ['whole'], 'no-such-option'],
    ['half a step', one({ whole: 2.5 }), ['whole'], 'no-such-option'],
    ['a step as a text', one({ whole: '2' }), ['whole'], 'no-such-option'],
    ['an option that is not there', one({ pace: 'none' }), ['pace'], 'no-such-option'],
    ['two of one', one({ pace: ['slow', 'fast'] }), ['pace'], 'not-possible'],
    ['one as several', one({ used: 'video' }), ['used'], 'not-possible'],
    ['none of several', one({ used: [] }), ['used'], 'not-possible'],
    ['the same twice', one({ used: ['video', 'video'] }), ['used'], 'not-possible'],
    ['no row of a matrix', one({ modules: {} }), ['modules'], 'not-possible'],
    ['a list for a matrix', one({ modules: ['first'] }), ['modules'], 'not-possible'],
    ['a row that is not there', one({ modules: { third: 1 } }), ['modules', 'third'], 'no-such-field'],
    ['a step that the matrix has not', one({ modules: { first: 4 } }), ['modules', 'first'], 'no-such-option'],
    ['a number beyond its limit', one({ hours: 61 }), ['hours'], 'too-big'],
    ['half a number', one({ hours: 1.5 }), ['hours'], 'not-whole'],
    ['a blank text', one({ remark: '  ' }), ['remark'], 'not-possible'],
    ['a text beyond its limit', one({ remark: 'x'.repeat(21) }), ['remark'], 'too-long'],
    ['a text that reads backwards', one({ remark: 'a\u202eb' }), ['remark'], 'hidden-characters'],
    ['a question that nobody asked', one({ name: 'Ana' }), ['name'], 'no-such-field'],
    ['a question by a name of every object', one({ constructor: 'Ana' }), ['constructor'], 'no-such-field'],
  ])('are not taken: %s', (_, answers, path, reason) => {
    expect(surveyFaults(questions, answers)).toEqual([expect.objectContaining({ path, reason })]);
  });

  it('are missing where the question has a name of every object', () => {
    expect(surveyFaults([{ id: 'constructor', kind: 'text' }], {})).toEqual([]);
  });

  it('need each row of a matrix that is required', () => {
    const [, , , matrix] = questions;
    const required = [{ ...matrix!, required: true }];
    expect(surveyFaults(required, { modules: { first: 1 } })).toMatchObject([
      { path: ['modules', 'second'], reason: 'missing' },
    ]);
  });
});
