import { feedbackTimes, questionKinds, testLimits } from '@libretto/domain';
import * as z from 'zod/mini';
import { inLanguages, instant } from './shapes';

/* A self-test as its participants take it. */

/**
 * An option or several, by their places on the sheet; of pairs, for each in turn what was put beside it, `''` for nothing; a number or
 * a text.
 */
export const testAnswer = z.union([
  z.number(),
  z.string().check(z.maxLength(testLimits.answer)),
  z.array(z.string().check(z.maxLength(2))).check(z.maxLength(testLimits.options)),
]);
export const rightAnswer = z.union([z.number(), z.string(), z.array(z.string())]);

export const testOutcome = z.object({
  percent: z.int(),
  /** In the form of an answer; of a text all that are accepted. */
  right: rightAnswer,
  tolerance: z.number(),
  feedback: inLanguages,
  /** The feedback to the options that were chosen. */
  remarks: z.array(z.object({ id: z.string(), text: inLanguages })),
});
export type TestOutcome = z.infer<typeof testOutcome>;

const askedQuestion = z.object({
  id: z.string(),
  kind: z.enum(questionKinds),
  text: inLanguages,
  points: z.int(),
  prompts: z.array(inLanguages),
  options: z.array(z.object({ id: z.string(), text: inLanguages })),
  answer: z.nullable(rightAnswer),
  /** Only once it is checked, or all is handed in. */
  outcome: z.nullable(testOutcome),
});
export type AskedQuestion = z.infer<typeof askedQuestion>;

const attempt = z.object({
  number: z.int(),
  startedAt: instant,
  finishedAt: z.nullable(instant),
  percent: z.nullable(z.int()),
  isPassed: z.nullable(z.boolean()),
});

export const attemptWithQuestions = z.object({
  ...attempt.shape,
  feedback: z.enum(feedbackTimes),
  passPercent: z.int(),
  questions: z.array(askedQuestion),
});
export type TestAttempt = z.infer<typeof attemptWithQuestions>;

/** The terms of a test, and somebody's attempts at it. */
export const ownAttempts = z.object({
  introduction: inLanguages,
  /** How many questions an attempt asks. */
  questions: z.int(),
  passPercent: z.int(),
  feedback: z.enum(feedbackTimes),
  /** How often it may be taken, and how often it still may be; `null` for as often as one likes. */
  attempts: z.nullable(z.int()),
  left: z.nullable(z.int()),
  /** The newest first. */
  taken: z.array(attempt),
  /** The number of the best one. */
  best: z.nullable(z.int()),
  open: z.nullable(attemptWithQuestions),
  can: z.object({ begin: z.boolean() }),
});
export type OwnAttempts = z.infer<typeof ownAttempts>;
