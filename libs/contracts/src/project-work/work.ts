import { workOutcomes } from '@libretto/domain';
import * as z from 'zod/mini';
import { route } from '../route';
import { fileQuery, uploadRefusals } from '../files';
import { created, day, id, inLanguages, instant, paragraph } from '../shapes';
import { minutesOfADay } from '../workload';
import { deadlineView, groupMember, inEdition, marking, rubricRow, version, whyNot } from './shapes';

export const readProjectWork = route({
  summary:
    'The project work of an edition, for a participant: assignment, deadline, versions, result and recorded time',
  method: 'GET',
  path: '/editions/:editionId/project-work',
  params: inEdition,
  reply: z.object({
    title: inLanguages,
    brief: inLanguages,
    by: z.enum(['group', 'person']),
    rubric: z.array(rubricRow),
    attempt: z.int(),
    attempts: z.int(),
    deadline: deadlineView,
    group: z.nullable(z.object({ id, name: z.nullable(z.string()), members: z.array(groupMember) })),
    /** Newest attempt first. */
    works: z.array(
      z.object({
        id,
        attempt: z.int(),
        versions: z.array(version),
        /** `null` until the results are released. */
        result: z.nullable(
          z.object({ outcome: z.enum(workOutcomes), releasedAt: instant, markings: z.array(marking) }),
        ),
      }),
    ),
    minutes: z.object({ notional: z.int(), declared: z.int() }),
    can: z.object({ handIn: z.boolean(), declareMinutes: z.boolean() }),
    whyNotHandIn: whyNot,
  }),
});
export type ProjectWorkView = NonNullable<z.infer<NonNullable<typeof readProjectWork.reply>>>;

export const handInWork = route({
  summary: 'Submit the next version of one’s own group’s project work',
  method: 'POST',
  path: '/editions/:editionId/project-work/submissions',
  params: inEdition,
  upload: true,
  reply: created,
  refusals: [
    'project-work.no-group',
    'project-work.already-passed',
    'project-work.no-attempt-left',
    'project-work.being-marked',
    'project-work.deadline-passed',
    'project-work.too-many-versions',
    ...uploadRefusals,
  ],
});

export const readSubmittedFile = route({
  summary: 'Download one submitted version, as a member of its group, a marker or the coordinator',
  method: 'GET',
  path: '/editions/:editionId/project-work/submissions/:submissionId/file',
  params: z.object({ editionId: id, submissionId: id }),
  query: fileQuery,
  reply: 'file',
});

export const declareProjectMinutes = route({
  summary: 'Record one’s own time on the project work',
  method: 'POST',
  path: '/editions/:editionId/project-work/minutes',
  params: inEdition,
  body: z.object({
    /** Made by the caller, so that sending it twice writes it once. */
    entryId: id,
    day,
    minutes: minutesOfADay,
  }),
  refusals: ['workload.day-in-the-future', 'workload.day-before-the-edition', 'workload.day-is-full'],
});

export const extendProjectDeadline = route({
  summary: 'Extend the deadline of the current attempt for everybody, to the end of a later day, with a reason',
  method: 'POST',
  path: '/editions/:editionId/project-work/deadline',
  params: inEdition,
  /** The last day, in the edition's time zone. */
  body: z.object({ lastDay: day, reason: paragraph(500) }),
  refusals: ['project-work.deadline-not-later', 'project-work.deadline-in-the-past'],
});
