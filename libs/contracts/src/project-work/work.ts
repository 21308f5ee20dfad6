import {
  briefAuthors,
  latePolicies,
  linkOf,
  mostFilesOfVersion,
  mostLettersOfVersion,
  mostLinksOfVersion,
  workOutcomes,
} from '@libretto/domain';
import * as z from 'zod/mini';
import { route } from '../route';
import { fileQuery, uploadRefusals } from '../files';
import { created, day, id, inLanguages, instant, noWebAddress, paragraph, paragraphOrNone } from '../shapes';
import { declaredTime, declaredTimeRefusals } from '../workload';
import {
  deadlineView,
  inEdition,
  lateness,
  memberWithMinutes,
  marking,
  ofBrief,
  partsTerms,
  rubricRow,
  version,
  whyNot,
} from './shapes';
import { mark } from './marking-shapes';

/** A page on the web, as `linkOf` keeps it. */
const link = z.string().check(
  z.overwrite((typed) => linkOf(typed) ?? typed),
  z.refine((address) => linkOf(address) !== null, noWebAddress),
);

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
        /** How much of its peer feedback is asked and given, once it is; `null` before, and where it asks for none. */
        feedback: z.nullable(z.object({ asked: z.int(), given: z.int() })),
        can: z.object({ handIn: z.boolean() }),
      }),
    ),
    /** The one that was asked for. */
    briefId: z.string(),
    /** The module that its time is recorded in. */
    module: z.int(),
    title: inLanguages,
    brief: inLanguages,
    by: z.enum(briefAuthors),
    rubric: z.array(rubricRow),
    parts: partsTerms,
    /** One's own files that came in and are not handed in yet, or broke off on their way. */
    uploads: z.array(
      z.object({
        id,
        name: z.string(),
        bytes: z.int(),
        /** Of the file on the device of its owner, in milliseconds: whether another one of this name is the same. */
        lastModified: z.nullable(z.int()),
        arrived: z.int(),
        isComplete: z.boolean(),
        until: instant,
      }),
    ),
    late: z.enum([...latePolicies, 'deduct']),
    /** The points that each day begun costs, the most, and what a version costs that is handed in now. */
    deduction: z.nullable(z.object({ deduct: z.int(), most: z.int(), now: z.int() })),
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
            /** The one that counts. */
            grade: z.nullable(z.string()),
            late: z.nullable(lateness),
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
                said: z.nullable(z.object({ ...mark, before: z.object(mark), reason: z.string() })),
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
  query: ofBrief,
  body: z.object({
    /** Uploads of one's own, and files of the version before that stay. */
    files: z.array(id).check(z.maxLength(mostFilesOfVersion)),
    links: z.array(link).check(z.maxLength(mostLinksOfVersion)),
    text: paragraphOrNone(mostLettersOfVersion),
    /** Whether the statement of originality is given, where there is one. */
    isOriginal: z.boolean(),
  }),
  reply: created,
  refusals: [
    'project-work.no-group',
    'project-work.already-passed',
    'project-work.no-attempt-left',
    'project-work.being-marked',
    'project-work.peers-read',
    'project-work.deadline-passed',
    'project-work.too-many-versions',
    'project-work.file-kind-not-asked',
    'project-work.originality-not-stated',
    'project-work.nothing-to-hand-in',
    'project-work.too-few-files',
    'project-work.too-many-files',
    'project-work.too-few-links',
    'project-work.too-many-links',
    'project-work.too-few-words',
    'project-work.too-many-words',
    'project-work.upload-not-complete',
    'common.upload-gone',
  ],
});

const uploads = '/editions/:editionId/project-work/uploads';
const ofUpload = z.object({ editionId: id, uploadId: id });

export const beginUpload = route({
  summary: 'Begin to upload a file for a submission, as tus 1.0 says',
  method: 'POST',
  path: uploads,
  params: inEdition,
  query: ofBrief,
  reply: 'tus',
  refusals: [
    'project-work.no-group',
    'project-work.already-passed',
    'project-work.no-attempt-left',
    'project-work.being-marked',
    'project-work.peers-read',
    'project-work.deadline-passed',
    'project-work.too-many-versions',
    'project-work.file-kind-not-asked',
    'project-work.file-too-large',
    'project-work.uploads-full',
    'common.file-is-empty',
    'common.upload-not-readable',
  ],
});

/** Its last byte is there: an end that was not looked at is looked at by whatever asks next. */
const whyNotToGoOn = ['common.upload-gone', 'project-work.file-kind-not-asked', ...uploadRefusals] as const;

export const findUpload = route({
  summary: 'How much of one’s own upload has arrived, as tus 1.0 says',
  method: 'HEAD',
  path: `${uploads}/:uploadId`,
  params: ofUpload,
  reply: 'tus',
  refusals: whyNotToGoOn,
});

export const continueUpload = route({
  summary: 'Go on with one’s own upload from where it stopped, as tus 1.0 says; its end is checked like every file',
  method: 'PATCH',
  path: `${uploads}/:uploadId`,
  params: ofUpload,
  reply: 'tus',
  refusals: whyNotToGoOn,
});

export const dropUpload = route({
  summary: 'Remove one’s own upload before it is submitted',
  method: 'DELETE',
  path: `${uploads}/:uploadId`,
  params: ofUpload,
});

export const readSubmittedFile = route({
  summary: 'Download one file of a submitted version, as a member of its group, a marker or the coordinator',
  method: 'GET',
  path: '/editions/:editionId/project-work/submissions/:submissionId/files/:submittedFileId',
  params: z.object({ editionId: id, submissionId: id, submittedFileId: id }),
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
  refusals: ['project-work.peers-could-read', 'project-work.deadline-not-later', 'project-work.deadline-in-the-past'],
});
