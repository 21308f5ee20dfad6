import { mostMarkedAtOnce, workOutcomes, workStates } from '@libretto/domain';
import * as z from 'zod/mini';
import { route } from '../route';
import { id, inLanguages, page, pageQuery, refusal } from '../shapes';
import { gradeStep, workMarking } from './marking-shapes';
import { briefChoices, inEdition, lateness, markingDraft, ofBrief, rubricMark, rubricRow, whyNot } from './shapes';

const markingTable = '/editions/:editionId/project-work/marking-table';

export const readMarkingTable = route({
  summary: 'Read the unpublished submissions for one brief as a table to mark, the oldest first',
  method: 'GET',
  path: markingTable,
  params: inEdition,
  query: z.extend(pageQuery, ofBrief.shape),
  reply: z.extend(
    page(
      z.object({
        workId: id,
        /** A code where the reader may not know whose work it is; otherwise the group's name, or its members. */
        by: z.string(),
        version: z.int(),
        state: z.enum(workStates),
        /** The reader's own marking. */
        own: z.nullable(
          z.object({
            rubric: z.array(rubricMark),
            outcome: z.enum(workOutcomes),
            grade: z.nullable(z.string()),
            comment: z.string(),
            mustChange: z.nullable(z.string()),
            stays: z.nullable(z.string()),
          }),
        ),
        /** `null` where nothing is taken away, or the reader may not know whose work it is. */
        late: z.nullable(lateness),
        draft: markingDraft,
        can: z.object({ mark: z.boolean() }),
        whyNotMark: whyNot,
      }),
    ),
    {
      brief: z.string(),
      briefs: briefChoices,
      title: inLanguages,
      rubric: z.array(rubricRow),
      /** The grades that the reader may give, the best first; empty for whoever gives none. */
      grades: z.array(gradeStep),
      hasGrades: z.boolean(),
      works: z.int(),
    },
  ),
});
export type MarkingTableView = NonNullable<z.infer<NonNullable<typeof readMarkingTable.reply>>>;

export const markWorks = route({
  summary: 'Mark several submissions with one request: each on its own, and those that are refused are named',
  method: 'POST',
  path: markingTable,
  params: inEdition,
  body: z.object({
    works: z.array(z.extend(workMarking, { workId: id })).check(
      z.minLength(1),
      z.maxLength(mostMarkedAtOnce),
      z.refine((works) => new Set(works.map(({ workId }) => workId)).size === works.length, 'named twice'),
    ),
  }),
  reply: z.object({ marked: z.array(id), refused: z.array(z.object({ workId: id, why: refusal })) }),
});
export type WorksMarked = z.infer<NonNullable<typeof markWorks.reply>>;
