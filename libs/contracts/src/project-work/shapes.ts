import { rubricLevels, workOutcomes } from '@libretto/domain';
import * as z from 'zod/mini';
import { id, inLanguages, instant, line, storedFile } from '../shapes';

export const inEdition = z.object({ editionId: id });
export const ofWork = z.object({ editionId: id, workId: id });
export const ofGroup = z.object({ editionId: id, groupId: id });
export const enrolmentIds = z.array(id).check(z.minLength(1), z.maxLength(30));

/** The reason why something cannot be done now: the refusal that trying would get. */
export const whyNot = z.nullable(
  z.object({ code: z.string(), numbers: z.record(z.string(), z.union([z.string(), z.number()])) }),
);

/** A member of a group, as the others see them. */
export const groupMember = z.object({ enrolmentId: id, name: z.string(), institution: z.nullable(z.string()) });
export type GroupMember = z.infer<typeof groupMember>;

/** One file that was handed in; the last version of a work counts. */
export const version = z.object({ id, version: z.int(), file: storedFile, by: z.string(), at: instant });
export type WorkVersion = z.infer<typeof version>;

export const rubricMark = z.object({ row: line(60), level: z.enum(rubricLevels) });

/** One marker's marking. The marker's name is for markers and coordinators only. */
export const marking = z.object({
  marker: z.nullable(z.string()),
  outcome: z.enum(workOutcomes),
  grade: z.nullable(z.string()),
  rubric: z.array(rubricMark),
  comment: z.string(),
  at: instant,
});
export type MarkingView = z.infer<typeof marking>;

/** A marker's draft; empty where nothing is chosen yet. Nobody else reads it. */
export const markingDraft = z.object({
  levels: z.record(line(60), z.enum(rubricLevels)),
  outcome: z.nullable(z.enum(workOutcomes)),
  comment: z.string().check(z.trim(), z.maxLength(4000)),
  grade: z.string().check(z.trim(), z.maxLength(20)),
});
export type MarkingDraftBody = z.infer<typeof markingDraft>;

export const rubricRow = z.object({ id: z.string(), title: inLanguages, description: inLanguages });
export type RubricRow = z.infer<typeof rubricRow>;

export const deadlineView = z.object({ until: instant, zone: z.string(), reason: z.nullable(z.string()) });
