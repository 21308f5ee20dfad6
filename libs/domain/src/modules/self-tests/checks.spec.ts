import {
  checksFor,
  emptyOption,
  emptyQuestion,
  emptySelfTest,
  publishSelfTest,
  type QuestionKind,
  type SelfTest,
  type TestOption,
  type TestQuestion,
} from '.';

const said = (en: string, isRight = false): TestOption => ({
  ...{ ...emptyOption(en), text: { en }, isRight },
  match: { en: `${en}!` },
});
const question = (kind: QuestionKind, values: Partial<TestQuestion> = {}): TestQuestion => ({
  ...emptyQuestion('q', kind, [said('a', true), said('b')]),
  text: { en: 'Which?' },
  feedback: { en: 'That one.' },
  ...values,
});
const test = (questions: TestQuestion[], settings: Partial<SelfTest['settings']> = {}): SelfTest => {
  const empty = emptySelfTest({ en: 'Recognition' });
  return { ...empty, questions, settings: { ...empty.settings, ...settings } };
};
const untitled = { ...test([question('choice')]), title: { en: ' ' } };

it.each<[string, SelfTest, string[]]>([
  ['a test without a title', untitled, ['no-title']],
  ['a test without questions', test([]), ['no-questions']],
  ['a test that draws more than it has', test([question('choice')], { draw: 2 }), ['draws-too-many']],
  ['a test that everybody passes', test([question('choice')], { passPercent: 0 }), ['always-passed']],
  ['a sound test', test([question('choice'), question('order'), question('match')], { draw: 2 }), []],
  ['no words', test([question('choice', { text: {} })]), ['1 no-text']],
  ['one option', test([question('choices', { options: [said('a', true)] })]), ['1 too-few-options']],
  ['an option without words', test([question('choice', { options: [said('a', true), said('')] })]), ['1 empty-option']],
  [
    'a pair of one half',
    test([question('match', { options: [said('a'), { ...said('b'), match: {} }] })]),
    ['1 empty-option'],
  ],
  [
    'options that read alike',
    test([question('choice', { options: [said('É a', true), said('e  A')] })]),
    ['1 same-options'],
  ],
  ['nothing right', test([question('choice', { options: [said('a'), said('b')] })]), ['1 no-right-answer']],
  [
    'two right ones of one',
    test([question('choice', { options: [said('a', true), said('b', true)] })]),
    ['1 several-right'],
  ],
  ['two right ones of several', test([question('choices', { options: [said('a', true), said('b', true)] })]), []],
  ['no number', test([question('number')]), ['1 no-right-answer']],
  ['zero', test([question('number', { value: 0 })]), []],
  ['no text', test([question('text', { accepted: { en: ' \n ' } })]), ['1 no-right-answer']],
  ['nothing said afterwards', test([question('text', { feedback: {}, accepted: { en: 'a' } })]), ['1 no-feedback']],
])('says of %s what is wrong with it', (_, of, expected) => {
  expect(checksFor(of, ['en']).map(({ what, question: at }) => (at ? `${at} ${what}` : what))).toEqual(expected);
});

it('names the language in which something is not said, once for each question', () => {
  const half = question('choice', { text: { en: 'Which?', it: 'Quale?' }, feedback: {} });
  expect(checksFor(test([half]), ['en', 'it'])).toEqual([
    { what: 'no-translation', question: null, language: 'it' },
    { what: 'no-feedback', question: 1 },
    { what: 'no-translation', question: 1, language: 'it' },
  ]);
});

it('goes out as it is written, unless nobody could answer it or it has gone out so already', () => {
  const draft = test([question('choice')]);
  expect(publishSelfTest(draft, null)).toBe(draft);
  expect(publishSelfTest(draft, structuredClone(draft))).toMatchObject({ refused: 'modules.self-test-unchanged' });
  expect(publishSelfTest(test([question('number'), question('text')]), draft)).toEqual({
    refused: 'modules.self-test-not-ready',
    numbers: { faults: 2 },
  });
});
