import { type WorkFileKind, workFileKinds, workOutcomes } from '@libretto/domain';
import * as z from 'zod/mini';
import { key } from '../programme-texts';
import { id, inLanguages, instant, line, refusal, storedFile } from '../shapes';

export const inEdition = z.object({ editionId: id });
export const ofWork = z.object({ editionId: id, workId: id });
export const ofGroup = z.object({ editionId: id, groupId: id });
/** A brief by its id; the programme's first one where none is named. */
export const ofBrief = z.object({ brief: z.optional(key) });
/** The briefs of a programme, to choose from where it has several. */
export const briefChoices = z.array(z.object({ id: z.string(), title: inLanguages }));
export type BriefChoices = z.infer<typeof briefChoices>;
/** Nobody, for a group that participants will choose. */
export const enrolmentIds = z.array(id).check(z.maxLength(30));

export const whyNot = z.nullable(refusal);

/** A member of a group, as the others see them. */
export const groupMember = z.object({ enrolmentId: id, name: z.string(), institution: z.nullable(z.string()) });
export type GroupMember = z.infer<typeof groupMember>;
/** The same with the project minutes that they recorded. */
export const memberWithMinutes = z.extend(groupMember, { minutes: z.int() });

/** A file of a version, with the SHA-256 of its bytes: whoever has the file can show that it is the one that came in. */
const submittedFile = z.extend(storedFile, { sha256: z.string() });
export type SubmittedFileView = z.infer<typeof submittedFile>;

/** What was handed in at once; the last version of a work counts. */
export const version = z.object({
  id,
  version: z.int(),
  files: z.array(submittedFile),
  links: z.array(z.string()),
  /** Empty where it has none. */
  text: z.string(),
  by: z.string(),
  at: instant,
  isLate: z.boolean(),
});
export type WorkVersion = z.infer<typeof version>;

const range = z.object({ least: z.int(), most: z.int() });
/** What a version may consist of. */
export const partsTerms = z.object({
  /** Files of any kind that the product takes where `kinds` is `null`. */
  files: z.extend(range, { kinds: z.nullable(z.array(z.enum(Object.keys(workFileKinds) as WorkFileKind[]))) }),
  links: range,
  /** In words. */
  text: z.nullable(range),
});

/** What a late work costs, and what that makes of its grade, where the reader may know one. */
export const lateness = z.object({
  days: z.int(),
  points: z.int(),
  /** The points of the best grade. */
  of: z.int(),
  grade: z.nullable(z.object({ given: z.string(), taken: z.int(), counts: z.string() })),
});
export type LatenessView = z.infer<typeof lateness>;

export const rubricMark = z.object({ row: line(60), level: line(60) });

/** The points of a filled rubric, and the most that it could have. */
export const points = z.object({ points: z.int(), most: z.int() });

/** One marker's marking. The marker's name is for markers and coordinators only. */
export const marking = z.object({
  marker: z.nullable(z.string()),
  outcome: z.enum(workOutcomes),
  grade: z.nullable(z.string()),
  rubric: z.array(rubricMark),
  points: z.nullable(points),
  comment: z.string(),
  mustChange: z.nullable(z.string()),
  stays: z.nullable(z.string()),
  at: instant,
});
export type MarkingView = z.infer<typeof marking>;

const draftText = z.string().check(z.trim(), z.maxLength(4000));

/** A marker's draft; empty where nothing is chosen yet. Nobody else reads it. */
export const markingDraft = z.object({
  levels: z.record(line(60), line(60)),
  outcome: z.nullable(z.enum(workOutcomes)),
  comment: draftText,
  mustChange: draftText,
  stays: draftText,
  grade: z.string().check(z.trim(), z.maxLength(20)),
});
export type MarkingDraftBody = z.infer<typeof markingDraft>;

/** A level of a row; one of the usual levels has no title of its own. */
const rubricLevel = z.object({ id: z.string(), title: z.optional(inLanguages), points: z.optional(z.int()) });

export const rubricRow = z.object({
  id: z.string(),
  title: inLanguages,
  description: inLanguages,
  weight: z.int(),
  levels: z.array(rubricLevel),
});
export type RubricRow = z.infer<typeof rubricRow>;

export const deadlineView = z.object({ until: instant, zone: z.string(), reason: z.nullable(z.string()) });
