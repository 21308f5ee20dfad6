import * as z from 'zod/mini';
import { route } from './route';
import { id, inLanguages, instant } from './shapes';
import { surveyAnswers, surveyQuestion } from './survey-definition';
import { sheetQuery } from './workload';

const inEdition = z.object({ editionId: id });
const standing = z.enum(['none', 'to-come', 'open', 'closed']);
const span = {
  /** `none` where the programme has no survey. */
  standing,
  /** When it opens, and until when it can be answered. */
  from: z.nullable(instant),
  until: z.nullable(instant),
};

export const readMySurvey = route({
  summary: 'The course survey of an edition: whether the signed-in participant can answer it, and its questions if so',
  method: 'GET',
  path: '/editions/:editionId/survey',
  params: inEdition,
  reply: z.object({
    ...span,
    /** When the reader answered. What they answered is not known. */
    answeredAt: z.nullable(instant),
    /** Whether it has to be answered to complete the programme. */
    isRequired: z.boolean(),
    /** Fewer answers than this are never shown. */
    least: z.int(),
    introduction: z.nullable(inLanguages),
    /** Empty for whoever can’t answer it. */
    questions: z.array(surveyQuestion),
    can: z.object({ answer: z.boolean() }),
  }),
});
export type OwnSurvey = z.infer<NonNullable<typeof readMySurvey.reply>>;

export const answerSurvey = route({
  summary: 'Answer the course survey of an edition, once and for good; the answers are kept without their author',
  method: 'POST',
  path: '/editions/:editionId/survey/answers',
  params: inEdition,
  body: z.object({ answers: surveyAnswers }),
  refusals: ['surveys.not-open', 'surveys.closed', 'surveys.answered', 'surveys.nothing-answered'],
});

const counts = z.array(z.object({ of: z.string(), count: z.int() }));
const answered = { id: z.string(), answered: z.int() };
const mean = z.nullable(z.number());
const steps = { counts, mean };

export const surveyTally = z.discriminatedUnion('kind', [
  z.object({ ...answered, kind: z.literal('scale'), ...steps }),
  z.object({ ...answered, kind: z.literal('choice'), counts }),
  z.object({ ...answered, kind: z.literal('choices'), counts }),
  z.object({ ...answered, kind: z.literal('matrix'), rows: z.array(z.object({ ...answered, ...steps })) }),
  z.object({ ...answered, kind: z.literal('number'), least: mean, median: mean, mean, most: mean }),
  /** Some of them where there are many, in an order that tells nothing. */
  z.object({ ...answered, kind: z.literal('text'), texts: z.array(z.string()) }),
]);

export const readSurveyResults = route({
  summary: 'What the course survey of an edition says, once it has closed and enough participants have answered',
  method: 'GET',
  path: '/editions/:editionId/survey/results',
  params: inEdition,
  reply: z.object({
    ...span,
    answered: z.int(),
    participants: z.int(),
    /** Fewer answers than this are never shown. */
    least: z.int(),
    /** `null` while it is open, and where too few answered. */
    results: z.nullable(z.array(z.object({ question: surveyQuestion, tally: surveyTally }))),
  }),
});
export type SurveyResults = z.infer<NonNullable<typeof readSurveyResults.reply>>;
export type SurveyResult = NonNullable<SurveyResults['results']>[number];

export const readSurveyResultsFile = route({
  summary: 'The same as a table for spreadsheets, with all texts',
  method: 'GET',
  path: '/editions/:editionId/survey/results/file',
  params: inEdition,
  query: sheetQuery,
  reply: 'file',
  refusals: ['surveys.results-after-the-end', 'surveys.too-few-answers'],
});
