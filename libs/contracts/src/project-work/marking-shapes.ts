import { secondLooks, workOutcomes } from '@libretto/domain';
import * as z from 'zod/mini';
import { instant, line, paragraph, paragraphOrNone } from '../shapes';
import { rubricMark } from './shapes';

/** A mark: the outcome, and a grade where there is one. */
export const mark = { outcome: z.enum(workOutcomes), grade: z.nullable(z.string()) };

/** A grade of the brief's scale, and whether a work with it has passed. */
export const gradeStep = z.object({ grade: z.string(), outcome: z.enum(workOutcomes) });
export type GradeStepView = z.infer<typeof gradeStep>;

/** What a marker says of one work. */
export const workMarking = z.object({
  /** The version that was read: refused if there is a newer one. */
  version: z.int().check(z.minimum(1)),
  outcome: z.enum(workOutcomes),
  grade: z.optional(line(20)),
  rubric: z.array(rubricMark).check(z.maxLength(12)),
  comment: paragraph(4000),
  /** For the next attempt of a work that has not passed: what must change, and what may stay. */
  mustChange: z.optional(paragraphOrNone(4000)),
  stays: z.optional(paragraphOrNone(4000)),
});

/** What two markers who differ have come to. */
export const agreement = z.object({
  proposal: z.nullable(z.object({ ...mark, by: z.string(), byMe: z.boolean(), words: z.string(), at: instant })),
  can: z.object({ propose: z.boolean(), answer: z.boolean(), askThird: z.boolean() }),
});
export type AgreementView = z.infer<typeof agreement>;

/** A second look at a marked work: it confirms the mark, or changes it. */
export const secondLook = z.object({
  kind: z.enum(secondLooks),
  /** The reason of an appeal; `null` for a sample. */
  asked: z.nullable(z.string()),
  /** `null` while it is waited for. */
  said: z.nullable(
    z.object({
      ...mark,
      by: z.nullable(z.string()),
      before: z.object(mark),
      reason: z.string(),
      at: instant,
    }),
  ),
});
export type SecondLookView = z.infer<typeof secondLook>;

export const contribution = z.object({
  name: z.string(),
  /** `null` while the member has said nothing. */
  words: z.nullable(z.string()),
  confirmed: z.int(),
  others: z.int(),
});
export type ContributionView = z.infer<typeof contribution>;

export const gradeRefusals = [
  'project-work.no-grades',
  'project-work.grade-needs-professor',
  'project-work.no-such-grade',
  'project-work.grade-says-otherwise',
] as const;
