import { feedbackTimes, fitsAsSelfTest, questionKinds, repeatedRow, type SelfTest, testLimits } from '@libretto/domain';
import * as z from 'zod/mini';
import { lineOrNone, paragraphOrNone } from './shapes';

/* A self-test as its authors write it. */

const whole = (least: number, most: number) => z.int().check(z.minimum(least), z.maximum(most));
const language = z.string().check(z.regex(/^[a-z]{2,3}$/));
const lines = (most: number) => z.record(language, lineOrNone(most));
const paragraphs = (most: number) => z.record(language, paragraphOrNone(most));
const rowId = z.string().check(z.regex(/^[\w-]{1,40}$/));
const amount = z.number().check(z.minimum(-testLimits.number), z.maximum(testLimits.number));
/** Rows with ids of their own: answers name them. */
const rows = <Row extends z.ZodMiniType>(row: Row, most: number) =>
  z.array(row).check(
    z.maxLength(most),
    z.refine((all) => repeatedRow(all) < 0, 'an id is used twice'),
  );

const testOption = z.object({
  rowId,
  text: lines(testLimits.option),
  match: lines(testLimits.option),
  feedback: paragraphs(testLimits.feedback),
  isRight: z.boolean(),
});

const testQuestion = z.object({
  rowId,
  kind: z.enum(questionKinds),
  text: paragraphs(testLimits.text),
  feedback: paragraphs(testLimits.feedback),
  points: whole(1, testLimits.points),
  options: rows(testOption, testLimits.options),
  value: z.nullable(amount),
  tolerance: amount.check(z.minimum(0)),
  accepted: paragraphs(testLimits.accepted),
});

const testSettings = z.object({
  attempts: z.nullable(whole(1, testLimits.attempts)),
  isShuffled: z.boolean(),
  passPercent: whole(0, 100),
  feedback: z.enum(feedbackTimes),
  draw: z.nullable(whole(1, testLimits.questions)),
});

export const selfTestDraft = z.object({
  title: lines(testLimits.title),
  introduction: paragraphs(testLimits.introduction),
  settings: testSettings,
  questions: rows(testQuestion, testLimits.questions),
});
export type SelfTestDraft = z.infer<typeof selfTestDraft>;

/** The part of a test on a screen that can be stored: a field that cannot is left as it was, and counted. */
export function storableSelfTest(screen: SelfTest, base: SelfTest): { stored: SelfTest; unkept: number } {
  const fields = Object.entries(selfTestDraft.shape).map(([name, shape]) => {
    const read = shape.safeParse(screen[name as keyof SelfTest]);
    return { name, isRead: read.success, value: read.success ? read.data : base[name as keyof SelfTest] };
  });
  const stored = Object.fromEntries(fields.map(({ name, value }) => [name, value])) as unknown as SelfTest;
  if (!fitsAsSelfTest(stored)) return { stored: base, unkept: 1 };
  return { stored, unkept: fields.filter(({ isRead }) => !isRead).length };
}
