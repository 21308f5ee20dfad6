import { repeatedIds } from './coherence';
import type { Items, Named, ProgrammeDraft } from './draft';
import { type Fault, faultAt, type Path } from './fault';

const questionsPath: Path = ['survey', 'questions'];

/** Whoever has to answer a survey finds one: nobody could complete the programme otherwise. */
export const surveyAskedForExists = ({ completion, survey }: ProgrammeDraft): Fault[] =>
  completion?.surveyAnswered && survey === undefined
    ? [faultAt(['completion', 'surveyAnswered'], 'programmes.no-survey')]
    : [];

/** No two questions of the survey have the same id, nor two options or rows of one question. */
export const surveyIdsAreUnique = ({ survey }: ProgrammeDraft): Fault[] => [
  ...repeatedIds(placed(survey?.questions, questionsPath)),
  ...(survey?.questions ?? []).flatMap((question, at) => [
    ...repeatedIds(placed(question?.options, [...questionsPath, at, 'options'])),
    ...repeatedIds(placed(question?.rows, [...questionsPath, at, 'rows'])),
  ]),
];

/** A question that asks for one of some things has several to choose from. */
export const surveyChoicesLeaveAChoice = ({ survey }: ProgrammeDraft): Fault[] =>
  (survey?.questions ?? []).flatMap((question, at) =>
    question?.kind === 'choice' && question.options?.length === 1
      ? [faultAt([...questionsPath, at, 'options'], 'programmes.only-one-option')]
      : [],
  );

/** Something lies between the limits of a number that is asked for. */
export const surveyLimitsLeaveRoom = ({ survey }: ProgrammeDraft): Fault[] =>
  (survey?.questions ?? []).flatMap((question, at) => {
    const { min, max } = question ?? {};
    return min !== undefined && max !== undefined && min > max
      ? [faultAt([...questionsPath, at, 'min'], 'programmes.limits-crossed', { min, max })]
      : [];
  });

const placed = (items: Items<Named>, path: Path) =>
  (items ?? []).map((item, at) => ({ id: item?.id, path: [...path, at, 'id'] }));
