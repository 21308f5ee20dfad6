import type { SurveyQuestion } from '@libretto/contracts';
import { answersIn } from './typed';

const question = (id: string, kind: string) => ({ id, kind, text: { en: id, it: id } }) as unknown as SurveyQuestion;
const questions = [question('n', 'number'), question('t', 'text'), question('c', 'choices'), question('m', 'matrix')];

describe('what was typed into a survey', () => {
  it.each([
    ['nothing', {}, {}],
    ['blanks', { n: '', t: ' \n', c: [], m: {} }, {}],
    ['a number', { n: '0' }, { n: 0 }],
    ['no number', { n: 'many' }, { n: Number.NaN }],
    ['the rest', { t: 'Good.', c: ['a'], m: { x: 1 } }, { t: 'Good.', c: ['a'], m: { x: 1 } }],
  ])('becomes its answers: %s', (_, typed, answers) => {
    expect(answersIn(questions, typed as never)).toEqual(answers);
  });
});
