import { mostSurveyDays, tidyParagraph } from '@libretto/domain';
import * as z from 'zod/mini';
import { key, lines, list, paragraphs } from './programme-texts';

/* The survey of a programme, as its file defines it. That its parts agree is checked by `faultsOf` in the domain, which
   also reads answers against the questions. */

const whole = (least: number, most: number) => z.int().check(z.minimum(least), z.maximum(most));
const limit = whole(-1_000_000, 1_000_000);

const asked = {
  id: key,
  text: lines,
  hint: z.optional(paragraphs),
  /** Without it, a question can be left out. */
  required: z.optional(z.boolean()),
};
const steps = {
  steps: z.optional(whole(2, 10)),
  /** The words for both ends: of the lowest step and of the highest. */
  ends: z.strictObject({ least: lines, most: lines }),
};
const options = list(z.strictObject({ id: key, label: lines }), 30);

export const surveyQuestion = z.discriminatedUnion('kind', [
  z.strictObject({ ...asked, kind: z.literal('scale'), ...steps }),
  z.strictObject({ ...asked, kind: z.literal('choice'), options }),
  /** As many of the options as somebody likes. */
  z.strictObject({ ...asked, kind: z.literal('choices'), options }),
  /** Several things on one scale. */
  z.strictObject({
    ...asked,
    kind: z.literal('matrix'),
    ...steps,
    rows: list(z.strictObject({ id: key, label: lines }), 20),
  }),
  z.strictObject({
    ...asked,
    kind: z.literal('number'),
    min: z.optional(limit),
    max: z.optional(limit),
    unit: z.optional(lines),
  }),
  z.strictObject({ ...asked, kind: z.literal('text'), max: z.optional(whole(1, 4000)) }),
]);
export type SurveyQuestion = z.infer<typeof surveyQuestion>;

export const surveyDefinition = z.strictObject({
  introduction: z.optional(paragraphs),
  /** The days after the end of an edition until which it can be answered. Absent: `usualSurveyDays`. */
  days: z.optional(whole(1, mostSurveyDays)),
  questions: list(surveyQuestion, 40),
});
export type SurveyDefinition = z.infer<typeof surveyDefinition>;

const partId = z.string().check(z.maxLength(60));

/** By the question's id: a step, an option or several, a number or a text; of a matrix the step of each row. */
export const surveyAnswers = z.record(
  partId,
  z.union([
    z.number(),
    z.string().check(z.overwrite(tidyParagraph), z.maxLength(4000)),
    z.array(partId).check(z.maxLength(30)),
    z.record(partId, z.number()),
  ]),
);
