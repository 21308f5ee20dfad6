import { isAnswerTo, percentRight, type TestAnswer } from './score';
import { acceptedBy, hasOptions, type QuestionKind, type SelfTest, type TestQuestion, type Texts } from './self-test';

/** The questions that one attempt asks, and the order in which it shows the options of each: their ids. */
export type Sheet = readonly { readonly id: string; readonly options: readonly string[] }[];

/** A question as it is sent before it is answered: what it asks, and nothing of what is right. */
export interface PaperQuestion {
  readonly id: string;
  readonly kind: QuestionKind;
  readonly text: Texts;
  readonly points: number;
  /** The left sides of the pairs, where things are matched. */
  readonly prompts: readonly Texts[];
  /** Their ids are places on this sheet: those of the test could tell in which order they were written. */
  readonly options: readonly { readonly id: string; readonly text: Texts }[];
}

/** The outcome of an answer, as its participant is told. */
export interface AnswerOutcome {
  readonly percent: number;
  /** The right answer, in the form of an answer; of a text all that are accepted. */
  readonly right: TestAnswer;
  readonly tolerance: number;
  readonly feedback: Texts;
  /** The author’s feedback to the options that were chosen. */
  readonly remarks: readonly { readonly id: string; readonly text: Texts }[];
}

/** Draws the questions of an attempt and their order. `random` answers a number from 0 to less than 1. */
export function layOut({ settings, questions }: SelfTest, random: () => number): Sheet {
  const drawn = new Set(shuffled(questions, random).slice(0, settings.draw ?? questions.length));
  const asked = questions.filter((question) => drawn.has(question));
  return (settings.isShuffled ? shuffled(asked, random) : asked).map((question) => ({
    id: question.rowId,
    options: shownOptions(question, settings.isShuffled, random),
  }));
}

function shownOptions(question: TestQuestion, isShuffled: boolean, random: () => number): string[] {
  if (!hasOptions(question)) return [];
  const ids = question.options.map(({ rowId }) => rowId);
  if (question.kind === 'choice' || question.kind === 'choices') return isShuffled ? shuffled(ids, random) : ids;
  const shown = shuffled(ids, random);
  // Items that are shown in the right order would be answered by doing nothing.
  return question.kind === 'order' && shown.every((id, at) => id === ids[at])
    ? [...shown.slice(1), ...shown.slice(0, 1)]
    : shown;
}

function shuffled<One>(all: readonly One[], random: () => number): One[] {
  const result = [...all];
  for (let at = result.length - 1; at > 0; at -= 1) {
    const other = Math.floor(random() * (at + 1));
    [result[at], result[other]] = [result[other]!, result[at]!];
  }
  return result;
}

/** The questions of a sheet, each with the options that it shows. */
export const askedOn = ({ questions }: SelfTest, sheet: Sheet) =>
  sheet.flatMap(({ id, options }) => {
    const question = questions.find(({ rowId }) => rowId === id);
    return question ? [{ question, shown: options }] : [];
  });
export type Asked = ReturnType<typeof askedOn>[number];

export const paperOf = ({ question, shown }: Asked): PaperQuestion => {
  const { rowId: id, kind, text, points, options } = question;
  const isMatch = kind === 'match';
  return {
    ...{ id, kind, text, points, prompts: isMatch ? options.map((option) => option.text) : [] },
    options: shown.map((of, place) => {
      const option = options.find(({ rowId }) => rowId === of);
      return { id: String(place), text: (isMatch ? option?.match : option?.text) ?? {} };
    }),
  };
};

/** An answer whose options are places on the sheet, as one that names them; `null` for none that this question can have. */
export function answerNamed({ question, shown }: Asked, answer: TestAnswer): TestAnswer | null {
  const named = withIds(question, answer, (place) => (/^\d+$/.test(place) ? shown[Number(place)] : undefined));
  if (named === null || !isAnswerTo(question, named)) return null;
  // The same options are the same answer, in every order in which they are pressed.
  return question.kind === 'choices' ? idsOf(question).filter((id) => (named as string[]).includes(id)) : named;
}

/** The other way round. */
export const answerPlaced = ({ question, shown }: Asked, answer: TestAnswer): TestAnswer =>
  withIds(question, answer, (id) => String(shown.indexOf(id))) ?? '';

export function outcomeOfAnswer(asked: Asked, answer: TestAnswer | undefined): AnswerOutcome {
  const { question, shown } = asked;
  const chosen = new Set(hasOptions(question) && question.kind !== 'order' ? [answer ?? []].flat() : []);
  return {
    percent: percentRight(question, answer),
    right: hasOptions(question) ? answerPlaced(asked, rightAnswer(question)) : rightAnswer(question),
    tolerance: question.tolerance,
    feedback: question.feedback,
    remarks: question.options
      .filter(({ rowId, feedback }) => chosen.has(rowId) && Object.values(feedback).some(Boolean))
      .map(({ rowId, feedback }) => ({ id: String(shown.indexOf(rowId)), text: feedback })),
  };
}

function rightAnswer(question: TestQuestion): TestAnswer {
  const right = question.options.filter(({ isRight }) => isRight).map(({ rowId }) => rowId);
  switch (question.kind) {
    case 'choice':
      return right[0] ?? '';
    case 'choices':
      return right;
    case 'order':
    case 'match':
      return idsOf(question);
    case 'number':
      return question.value ?? 0;
    case 'text':
      return acceptedBy(question);
  }
}

const idsOf = ({ options }: TestQuestion): string[] => options.map(({ rowId }) => rowId);

function withIds(
  question: TestQuestion,
  answer: TestAnswer,
  idFor: (id: string) => string | undefined,
): TestAnswer | null {
  if (!hasOptions(question)) return answer;
  if (typeof answer === 'number') return null;
  const ids = [answer].flat().map((id) => (id === '' ? '' : idFor(id)));
  if (ids.some((id) => id === undefined)) return null;
  return typeof answer === 'string' ? (ids[0] ?? '') : (ids as string[]);
}
