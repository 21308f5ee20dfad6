import { plain } from '../../text';
import { acceptedBy, hasOptions, type SelfTest, type TestOption, type TestQuestion, type Texts } from './self-test';

/**
 * What somebody answers: one option or several, in their order where it counts; of pairs, for each in turn what was put beside it,
 * `''` for nothing; a number or a text.
 */
export type TestAnswer = string | number | readonly string[];

/** How much of a question an answer gets right, in whole percent. Nothing answered is nothing right. */
export function percentRight(question: TestQuestion, answer: TestAnswer | undefined): number {
  if (answer === undefined || !isAnswerTo(question, answer)) return 0;
  switch (question.kind) {
    case 'choice':
      return whole(question.options.some(({ rowId, isRight }) => isRight && rowId === answer));
    case 'choices':
      return choicesRight(question, answer as readonly string[]);
    case 'order':
      return orderRight(question, answer as readonly string[]);
    case 'match':
      return matchRight(question, answer as readonly string[]);
    case 'number':
      return whole(isClose(question, answer as number));
    case 'text':
      return whole(acceptedBy(question).some((text) => plain(text) === plain(answer as string)));
  }
}

/** Whether an answer has the form that its question asks for, and names no option that it does not have. */
export function isAnswerTo({ kind, options }: TestQuestion, answer: TestAnswer): boolean {
  const known = new Set(options.map(({ rowId }) => rowId));
  if (kind === 'number') return typeof answer === 'number' && Number.isFinite(answer);
  if (kind === 'text') return typeof answer === 'string';
  if (kind === 'choice') return typeof answer === 'string' && known.has(answer);
  if (typeof answer !== 'object') return false;
  const named = kind === 'match' ? answer.filter(Boolean) : answer;
  const isWhole = kind === 'choices' || answer.length === options.length;
  return isWhole && named.every((id) => known.has(id)) && new Set(named).size === named.length;
}

const whole = (isRight: boolean): number => (isRight ? 100 : 0);
const share = (right: number, of: number): number => (of ? Math.floor((100 * right) / of) : 0);

/** Each wrong one takes away what a right one brings: to choose all of them is worth nothing. */
function choicesRight({ options }: TestQuestion, chosen: readonly string[]): number {
  const right = options.filter(({ isRight }) => isRight);
  const hits = right.filter(({ rowId }) => chosen.includes(rowId)).length;
  return share(Math.max(0, hits - (chosen.length - hits)), right.length);
}

/** Of each item and the one behind it, whether they follow each other: one item at a wrong place costs little. */
function orderRight({ options }: TestQuestion, order: readonly string[]): number {
  const follows = options
    .slice(1)
    .filter(({ rowId }, at) => order.indexOf(rowId) === order.indexOf(idAt(options, at)) + 1);
  return share(follows.length, options.length - 1);
}

/** Where two things belong to the same, either of the two is right. */
function matchRight({ options }: TestQuestion, chosen: readonly string[]): number {
  const matchOf = (id: string | undefined) => JSON.stringify(options.find(({ rowId }) => rowId === id)?.match);
  const right = options.filter(({ rowId }, at) => chosen[at] && matchOf(chosen[at]) === matchOf(rowId));
  return share(right.length, options.length);
}

/** Fractions have no exact form in a computer: 0.3 is within 0.1 of 0.2. */
const isClose = ({ value, tolerance }: TestQuestion, answer: number): boolean =>
  value !== null && Math.abs(answer - value) <= tolerance + 1e-9 * Math.max(1, Math.abs(value));

const idAt = (options: readonly TestOption[], at: number): string => options[at]?.rowId ?? '';

/** An answer in words: the texts of its options in their order, or the text or number that was typed. */
export function answerInWords({ kind, options }: TestQuestion, answer: TestAnswer): readonly Texts[] | string | number {
  if (!hasOptions({ kind })) return typeof answer === 'object' ? answer.join(' ') : answer;
  return [answer].flat().map((id) => {
    const option = options.find(({ rowId }) => rowId === id);
    return (kind === 'match' ? option?.match : option?.text) ?? {};
  });
}

/** The share of all points, in whole percent, rounded down: nobody passes by rounding. */
export function percentOfTest(questions: readonly { readonly points: number; readonly percent: number }[]): number {
  const points = questions.reduce((sum, one) => sum + one.points, 0);
  const earned = questions.reduce((sum, one) => sum + one.points * one.percent, 0);
  return points ? Math.floor(earned / points) : 0;
}

/** Whether so many percent of the points pass. */
export const isPass = ({ settings }: Pick<SelfTest, 'settings'>, percent: number): boolean =>
  percent >= settings.passPercent;
