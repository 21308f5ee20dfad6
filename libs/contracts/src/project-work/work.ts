import { briefAuthors, latePolicies, workOutcomes } from '@libretto/domain';
import * as z from 'zod/mini';
import { route } from '../route';
import { fileQuery, uploadRefusals } from '../files';
import { created, day, id, inLanguages, instant, paragraph } from '../shapes';
import { declaredTime, declaredTimeRefusals } from '../workload';
import { deadlineView, inEdition, memberWithMinutes, marking, ofBrief, rubricRow, version, whyNot } from './shapes';

export const readProjectWork = route({
  summary:
    'The project work of an edition, for a participant: assignment, deadline, versions, result and recorded time',
  method: 'GET',
  path: '/editions/:editionId/project-work',
  params: inEdition,
  query: ofBrief,
  reply: z.object({
    /** Every brief, and how far it is. */
    briefs: z.array(
      z.object({
        id: z.string(),
        title: inLanguages,
        weight: z.nullable(z.int()),
        deadline: deadlineView,
        versions: z.int(),
        result: z.nullable(z.enum(workOutcomes)),
        can: z.object({ handIn: z.boolean() }),
      }),
    ),
    /** The one that was asked for. */
    briefId: z.string(),
    title: inLanguages,
    brief: inLanguages,
    by: z.enum(briefAuthors),
    rubric: z.array(rubricRow),
    /** The kinds of files that are taken; `null` for all. */
    fileKinds: z.nullable(z.array(z.string())),
    late: z.enum(latePolicies),
    /** What is to be confirmed when handing in; `null` for nothing. */
    originality: z.nullable(inLanguages),
    attempt: z.int(),
    attempts: z.int(),
    deadline: deadlineView,
    group: z.nullable(z.object({ id, name: z.nullable(z.string()), members: z.array(memberWithMinutes) })),
    /** The groups to choose from, while participants choose. */
    choice: z.nullable(
      z.object({
        until: instant,
        zone: z.string(),
        most: z.int(),
        groups: z.array(
          z.object({
            id,
            name: z.nullable(z.string()),
            members: z.array(z.string()),
            can: z.object({ join: z.boolean() }),
          }),
        ),
        can: z.object({ leave: z.boolean() }),
      }),
    ),
    /** Newest attempt first. */
    works: z.array(
      z.object({
        id,
        attempt: z.int(),
        versions: z.array(version),
        /** `null` until the results are released. */
        result: z.nullable(
          z.object({
            outcome: z.enum(workOutcomes),
            grade: z.nullable(z.string()),
            /** Why this participant has another result than the group. */
            ownReason: z.nullable(z.string()),
            /** Why it was published before the others. */
            earlyReason: z.nullable(z.string()),
            releasedAt: instant,
            markings: z.array(marking),
            /** What was asked, and what whoever looked again said. */
            appeal: z.nullable(
              z.object({
                asked: z.string(),
                said: z.nullable(z.object({ outcome: z.enum(workOutcomes), reason: z.string() })),
              }),
            ),
            appealUntil: z.nullable(instant),
            can: z.object({ appeal: z.boolean() }),
          }),
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
  query: z.extend(ofBrief, { original: z.optional(z.literal('true')) }),
  upload: true,
  reply: created,
  refusals: [
    'project-work.no-group',
    'project-work.already-passed',
    'project-work.no-attempt-left',
    'project-work.being-marked',
    'project-work.deadline-passed',
    'project-work.too-many-versions',
    'project-work.file-kind-not-asked',
    'project-work.originality-not-stated',
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
  refusals: ['project-work.file-keeps-names'],
});

export const declareProjectMinutes = route({
  summary: 'Record one’s own time on the project work',
  method: 'POST',
  path: '/editions/:editionId/project-work/minutes',
  params: inEdition,
  query: ofBrief,
  body: declaredTime,
  refusals: declaredTimeRefusals,
});

export const extendProjectDeadline = route({
  summary:
    'Extend the deadline of the current attempt for everybody, one group or one person, to the end of a later day, with a reason; those concerned are told',
  method: 'POST',
  path: '/editions/:editionId/project-work/deadline',
  params: inEdition,
  query: ofBrief,
  /** The last day, in the edition's time zone. */
  body: z.object({
    lastDay: day,
    reason: paragraph(500),
    /** For whom; absent: everybody. */
    whose: z.optional(z.union([z.strictObject({ groupId: id }), z.strictObject({ enrolmentId: id })])),
  }),
  refusals: ['project-work.deadline-not-later', 'project-work.deadline-in-the-past'],
});
