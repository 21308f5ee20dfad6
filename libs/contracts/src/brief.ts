import {
  briefAuthors,
  latePolicies,
  mostFilesOfVersion,
  mostLinksOfVersion,
  mostWordsOfVersion,
  type WorkFileKind,
  workFileKinds,
} from '@libretto/domain';
import * as z from 'zod/mini';
import { markingTerms, mostRubricRows, peerFeedbackTerms, rubricRowOfFile } from './marking-terms';
import { key, lines, list, paragraphs } from './programme-texts';

const upTo = (most: number) => z.int().check(z.minimum(0), z.maximum(most));
const files = upTo(mostFilesOfVersion);
const links = upTo(mostLinksOfVersion);
const words = upTo(mostWordsOfVersion);
const points = z.int().check(z.minimum(1), z.maximum(100));
const deduction = z.strictObject({ deduct: points, most: points });

/** One thing that a programme asks people to hand in (`projectWork` of a programme file). */
export const brief = z.strictObject({
  /** Absent: `usualBriefId`. Groups, works and deadlines refer to it. */
  id: z.optional(key),
  title: lines,
  brief: paragraphs,
  /** The module that its minutes belong to. */
  module: z.int().check(z.minimum(1), z.maximum(40)),
  /** Its share in all of the project work, in percent. Absent: all briefs weigh the same. */
  weight: z.optional(z.int().check(z.minimum(1), z.maximum(100))),
  by: z.enum(briefAuthors),
  /** How many people a group has. Absent: `usualGroupSize`. */
  size: z.optional(
    z.strictObject({
      least: z.int().check(z.minimum(1), z.maximum(30)),
      most: z.int().check(z.minimum(1), z.maximum(30)),
    }),
  ),
  /** Participants choose their group until the end of this day of the edition, its first being 1. Absent: they do not. */
  choice: z.optional(z.strictObject({ untilDay: z.int().check(z.minimum(1), z.maximum(1100)) })),
  markers: z.int().check(z.minimum(1), z.maximum(2)),
  /** The files of a version. Absent: one of any kind that the product takes; `partsOf` reads all three. */
  files: z.optional(
    z.strictObject({
      kinds: z.optional(list(z.enum(Object.keys(workFileKinds) as WorkFileKind[]), 8)),
      least: z.optional(files),
      most: z.optional(files),
    }),
  ),
  /** Its links. Absent: none. */
  links: z.optional(z.strictObject({ least: z.optional(links), most: links })),
  /** The words of its text. Absent: no text. */
  text: z.optional(z.strictObject({ least: z.optional(words), most: words })),
  /** What becomes of a version after the deadline: also points of the grade that each day begun costs. Absent: `refuse`. */
  late: z.optional(z.union([deduction, z.enum(latePolicies)])),
  /** What people confirm when they hand in: that the work is their own. Absent: nothing. */
  originality: z.optional(paragraphs),
  /** Whether markers may not know whose work it is before its result is released. Absent: they may. */
  anonymous: z.optional(z.boolean()),
  /** Whether tutors are shown where a work says the same as other works of the programme. Absent: they are not. */
  similarity: z.optional(z.boolean()),
  attempts: z.int().check(z.minimum(1), z.maximum(10)),
  /** Absent: markers say whether the work has passed, and why. */
  rubric: z._default(z.array(rubricRowOfFile).check(z.maxLength(mostRubricRows)), []),
  ...markingTerms,
  /** Absent: peers give no feedback. */
  peerFeedback: z.optional(peerFeedbackTerms),
  /** The place where accepted works are collected. */
  publication: z.optional(lines),
});

/** A brief as its file describes it; `briefsIn` reads all of a programme with their ids. */
export type ProgrammeBrief = z.infer<typeof brief>;
