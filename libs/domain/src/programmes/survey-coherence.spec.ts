import type { ProgrammeDraft, QuestionDraft } from './draft';
import { faultsOf } from './faults';
import { sound } from './sound-programme.builder';
import { scaleSteps } from './survey-questions';

const asking = (...questions: (QuestionDraft | undefined)[]): Partial<ProgrammeDraft> => ({ survey: { questions } });
const choice: QuestionDraft = { id: 'pace', kind: 'choice', options: [{ id: 'slow' }, { id: 'fast' }] };

describe('the survey of a programme', () => {
  it.each<[string, Partial<ProgrammeDraft>]>([
    ['there is none', {}],
    ['it is offered', asking(choice, { id: 'what-else', kind: 'text' })],
    ['it is demanded', { ...asking(choice), completion: { ...sound.completion, surveyAnswered: true } }],
    ['one thing can be ticked', asking({ ...choice, kind: 'choices', options: [{ id: 'slow' }] })],
    ['one number is possible', asking({ id: 'hours', kind: 'number', min: 1, max: 1 })],
    [
      'only its half is written',
      { survey: { questions: [undefined, {}, { kind: 'choice', options: [undefined, {}] }] } },
    ],
  ])('has no fault where %s', (_, survey) => {
    expect(faultsOf({ ...sound, ...survey })).toEqual([]);
  });

  it.each<[string, Partial<ProgrammeDraft>, string, (string | number)[], Record<string, string | number>]>([
    [
      'is demanded and not there',
      { completion: { ...sound.completion, surveyAnswered: true } },
      'no-survey',
      ['completion', 'surveyAnswered'],
      {},
    ],
    [
      'asks two questions with one id',
      asking(choice, { id: 'pace', kind: 'text' }),
      'repeated-id',
      ['survey', 'questions', 1, 'id'],
      { id: 'pace' },
    ],
    [
      'has two options with one id',
      asking({ ...choice, options: [{ id: 'slow' }, { id: 'slow' }] }),
      'repeated-id',
      ['survey', 'questions', 0, 'options', 1, 'id'],
      { id: 'slow' },
    ],
    [
      'has two rows with one id',
      asking({ id: 'modules', kind: 'matrix', rows: [{ id: 'first' }, { id: 'first' }] }),
      'repeated-id',
      ['survey', 'questions', 0, 'rows', 1, 'id'],
      { id: 'first' },
    ],
    [
      'has one option to choose from',
      asking({ ...choice, options: [{ id: 'slow' }] }),
      'only-one-option',
      ['survey', 'questions', 0, 'options'],
      {},
    ],
    [
      'asks for a number that is not there',
      asking({ id: 'hours', kind: 'number', min: 5, max: 4 }),
      'limits-crossed',
      ['survey', 'questions', 0, 'min'],
      { min: 5, max: 4 },
    ],
  ])('has a fault where it %s', (_, survey, code, path, numbers) => {
    expect(faultsOf({ ...sound, ...survey })).toEqual([{ refused: `programmes.${code}`, path, numbers }]);
  });

  it.each([
    [undefined, [1, 2, 3, 4, 5]],
    [2, [1, 2]],
  ])('has scales with %s steps', (steps, expected) => {
    expect(scaleSteps({ steps })).toEqual(expected);
  });
});
