import {
  answerInWords,
  emptyOption,
  emptyQuestion,
  emptySelfTest,
  isAnswerTo,
  isPass,
  percentOfTest,
  percentRight,
  type QuestionKind,
  type TestQuestion,
} from '.';

const options = ['a', 'b', 'c', 'd'].map((rowId, at) => ({
  ...emptyOption(rowId),
  text: { en: rowId },
  match: { en: rowId === 'd' ? 'A' : rowId.toUpperCase() },
  isRight: at < 2,
}));
const question = (kind: QuestionKind, values: Partial<TestQuestion> = {}): TestQuestion => ({
  ...emptyQuestion('q', kind, options),
  ...values,
});
const one = question('choice', { options: options.map((option, at) => ({ ...option, isRight: at === 1 })) });
const number = question('number', { value: 0.3, tolerance: 0.1 });
const text = question('text', { accepted: { en: 'Lisbon\nLisbon Convention', it: 'Lisbona' } });

it.each<[string, TestQuestion, unknown, number]>([
  ['the right one', one, 'b', 100],
  ['a wrong one', one, 'a', 0],
  ['one that the question does not have', one, 'z', 0],
  ['nothing', one, undefined, 0],
  ['all right ones', question('choices'), ['b', 'a'], 100],
  ['one of two', question('choices'), ['a'], 50],
  ['one of two and a wrong one', question('choices'), ['a', 'c'], 0],
  ['all there are', question('choices'), ['a', 'b', 'c', 'd'], 0],
  ['both and a wrong one', question('choices'), ['a', 'b', 'c'], 50],
  ['none of them', question('choices'), [], 0],
  ['the same one twice', question('choices'), ['a', 'a'], 0],
  ['the right order', question('order'), ['a', 'b', 'c', 'd'], 100],
  ['an order with the first one last', question('order'), ['b', 'c', 'd', 'a'], 66],
  ['the order backwards', question('order'), ['d', 'c', 'b', 'a'], 0],
  ['a part of an order', question('order'), ['a', 'b'], 0],
  ['all pairs', question('match'), ['a', 'b', 'c', 'd'], 100],
  ['a pair that two share, the other way round', question('match'), ['d', 'b', 'c', 'a'], 100],
  ['half of the pairs', question('match'), ['a', 'c', 'b', 'd'], 50],
  ['a pair, and nothing else', question('match'), ['a', '', '', ''], 25],
  ['the number', number, 0.3, 100],
  ['a number at the edge of its tolerance', number, 0.2, 100],
  ['a number just beyond it', number, 0.399 + 0.0011, 0],
  ['no finite number', number, Infinity, 0],
  ['a number as a text', number, '0.3', 0],
  ['a number where none is right', question('number'), 0, 0],
  ['a text', text, 'Lisbon', 100],
  ['a text in other letters and spaces', text, '  LISBÓN   convention ', 100],
  ['a text in another language', text, 'lisbona', 100],
  ['another text', text, 'Bologna', 0],
  ['no text', text, '', 0],
])('scores %s', (_, asked, answer, percent) => {
  expect(percentRight(asked, answer as never)).toBe(percent);
});

it.each<[QuestionKind, unknown, boolean]>([
  ['choice', 'a', true],
  ['choice', ['a'], false],
  ['choices', 'a', false],
  ['order', ['a', 'b', 'c', 'c'], false],
  ['order', ['a', 'b', 'c', ''], false],
  ['match', ['a', '', '', ''], true],
  ['match', ['a', 'a', '', ''], false],
  ['match', ['a'], false],
  ['text', 7, false],
  ['number', 7, true],
])('%s takes %j: %s', (kind, answer, isOne) => {
  expect(isAnswerTo(question(kind), answer as never)).toBe(isOne);
});

it.each([
  [[{ points: 1, percent: 100 }], 100],
  [
    [
      { points: 2, percent: 100 },
      { points: 1, percent: 0 },
    ],
    66,
  ],
  [
    [
      { points: 1, percent: 100 },
      { points: 1, percent: 33 },
    ],
    66,
  ],
  [[], 0],
])('sums up %j to %i percent', (scored, percent) => {
  expect(percentOfTest(scored)).toBe(percent);
});

it.each([
  [69, false],
  [70, true],
  [100, true],
])('passes a test of 70 percent with %i: %s', (percent, isPassed) => {
  expect(isPass(emptySelfTest(), percent)).toBe(isPassed);
});

it.each<[QuestionKind, unknown, unknown]>([
  ['choice', 'b', [{ en: 'b' }]],
  ['order', ['b', 'a'], [{ en: 'b' }, { en: 'a' }]],
  ['match', ['b', '', 'gone'], [{ en: 'B' }, {}, {}]],
  ['number', 0.3, 0.3],
  ['text', 'Lisbon', 'Lisbon'],
])('reads a %s of %j', (kind, answer, words) => {
  expect(answerInWords(question(kind), answer as never)).toEqual(words);
});
