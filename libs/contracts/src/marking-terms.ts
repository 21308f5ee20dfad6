import { feedbackCounts, usualScales } from '@libretto/domain';
import * as z from 'zod/mini';
import { key, lines, list, paragraphs } from './programme-texts';
import { line } from './shapes';

/* How a brief is marked: the parts of a programme file about rubric, grades, moderation and appeals. */

const [thirty, ects, percent] = usualScales;
const upTo = (most: number) => z.int().check(z.minimum(1), z.maximum(most));

/** The grades that professors give. Absent: passed or not passed. */
const gradeScale = z.discriminatedUnion('scale', [
  z.strictObject({ scale: z.literal(thirty), passFrom: z.optional(upTo(30)) }),
  z.strictObject({ scale: z.literal(ects) }),
  z.strictObject({ scale: z.literal(percent), passFrom: z.optional(upTo(100)) }),
  z.strictObject({
    scale: z.literal('own'),
    /** The best first. */
    grades: list(z.strictObject({ grade: line(20), passes: z.boolean() }), 30),
  }),
]);

const level = z.strictObject({
  id: key,
  title: lines,
  points: z.optional(z.int().check(z.minimum(0), z.maximum(1000))),
});

export const rubricRowOfFile = z.strictObject({
  id: key,
  title: lines,
  description: paragraphs,
  /** How often its points count. Absent: once. */
  weight: z.optional(upTo(100)),
  /** The best first. Absent: `usualLevels`. */
  levels: z.optional(z.array(level).check(z.minLength(2), z.maxLength(10))),
});

/** What is looked at in a work. */
export const mostRubricRows = 12;
export const rubricOfFile = list(rubricRowOfFile, mostRubricRows);
export type RubricOfFile = z.infer<typeof rubricOfFile>;

export const markingTerms = {
  /** Of older files, before `grades`: whether every marker is a professor of an awarding or partner university. */
  markerIsProfessor: z._default(z.boolean(), false),
  grades: z.optional(gradeScale),
  /** A sample of the marked works is looked at by a second person. Absent: none. */
  moderation: z.optional(z.strictObject({ percent: upTo(100), least: z._default(upTo(50), 1) })),
  /** The days after its publication within which a result can be appealed. Absent: no appeals. */
  appealDays: z.optional(upTo(60)),
};

/** Peer feedback, which is never a mark. */
export const peerFeedbackTerms = z.strictObject({
  /** The members of a group give feedback to each other on what each contributed. Absent: they do not. */
  within: z.optional(z.strictObject({ rubric: rubricOfFile })),
  /** Everybody gives feedback on so many works of other groups. Absent: nobody does. */
  across: z.optional(z.strictObject({ give: upTo(10), rubric: rubricOfFile })),
  /** Until the end of this day after the deadline. */
  days: upTo(120),
  /** Whether nobody learns from whom feedback is, and across groups whose work it is about. Absent: they do. */
  anonymous: z.optional(z.boolean()),
  /** Absent: `nothing`. */
  counts: z.optional(z.enum(feedbackCounts)),
});
