import { rubricLevels, workOutcomes, workStates } from '@libretto/domain';
import * as z from 'zod/mini';
import { route } from './route';
import { fileQuery, uploadRefusals } from './files';
import { changeOf, created, day, id, inLanguages, instant, line, page, pageQuery, paragraph, searchText, sortBy, storedFile } from './shapes';
import { minutesOfADay } from './workload';

const inEdition = z.object({ editionId: id });
const ofWork = z.object({ editionId: id, workId: id });
const ofGroup = z.object({ editionId: id, groupId: id });
const enrolmentIds = z.array(id).check(z.minLength(1), z.maxLength(30));

/** Why something cannot be done now: the refusal that trying would meet. */
export const whyNot = z.nullable(
  z.object({ code: z.string(), numbers: z.record(z.string(), z.union([z.string(), z.number()])) }),
);

/** A member of a group, as the others see them. */
const groupMember = z.object({ enrolmentId: id, name: z.string(), institution: z.nullable(z.string()) });
export type GroupMember = z.infer<typeof groupMember>;

/** One file that was handed in; of a work's versions the last one counts. */
const version = z.object({ id, version: z.int(), file: storedFile, by: z.string(), at: instant });
export type WorkVersion = z.infer<typeof version>;

const rubricMark = z.object({ row: line(60), level: z.enum(rubricLevels) });

/** What one marker said. The marker's name is for markers and coordinators only. */
const marking = z.object({
  marker: z.nullable(z.string()),
  outcome: z.enum(workOutcomes),
  grade: z.nullable(z.string()),
  rubric: z.array(rubricMark),
  comment: z.string(),
  at: instant,
});
export type MarkingView = z.infer<typeof marking>;

/** What a marker has written so far; empty where nothing is chosen yet. Nobody else reads it. */
export const markingDraft = z.object({
  levels: z.record(line(60), z.enum(rubricLevels)),
  outcome: z.nullable(z.enum(workOutcomes)),
  comment: z.string().check(z.trim(), z.maxLength(4000)),
  grade: z.string().check(z.trim(), z.maxLength(20)),
});
export type MarkingDraftBody = z.infer<typeof markingDraft>;

const rubricRow = z.object({ id: z.string(), title: inLanguages, description: inLanguages });
export type RubricRow = z.infer<typeof rubricRow>;

const deadlineView = z.object({ until: instant, zone: z.string(), reason: z.nullable(z.string()) });

export const readProjectWork = route({
  summary: 'The project work of an edition, for a participant: assignment, deadline, versions, result and recorded time',
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
        result: z.nullable(z.object({ outcome: z.enum(workOutcomes), releasedAt: instant, markings: z.array(marking) })),
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
    /** Made by the caller, so that sending twice writes once. */
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
  /** The last day, on the edition’s clocks. */
  body: z.object({ lastDay: day, reason: paragraph(500) }),
  refusals: ['project-work.deadline-not-later', 'project-work.deadline-in-the-past'],
});

export const readGroups = route({
  summary: 'List the groups of an edition with their members, and participants without a group',
  method: 'GET',
  path: '/editions/:editionId/project-work/groups',
  params: inEdition,
  reply: z.object({
    groups: z.array(
      z.object({
        id,
        name: z.nullable(z.string()),
        members: z.array(groupMember),
        /** A group that handed something in only grows. */
        handedIn: z.boolean(),
      }),
    ),
    withoutGroup: z.array(groupMember),
    deadline: deadlineView,
    can: z.object({ set: z.boolean(), extendDeadline: z.boolean() }),
  }),
});
export type GroupsView = NonNullable<z.infer<NonNullable<typeof readGroups.reply>>>;

const groupBody = z.object({ name: line(80), enrolmentIds });

export const makeGroup = route({
  summary: 'Create a group of participants',
  method: 'POST',
  path: '/editions/:editionId/project-work/groups',
  params: inEdition,
  body: groupBody,
  reply: created,
  refusals: ['project-work.in-another-group', 'project-work.not-of-this-edition'],
});

export const changeGroup = route({
  summary: 'Change a group’s name and members; people who join later get the group’s result too',
  method: 'PUT',
  path: '/editions/:editionId/project-work/groups/:groupId',
  params: ofGroup,
  body: groupBody,
  refusals: ['project-work.in-another-group', 'project-work.not-of-this-edition', 'project-work.member-has-handed-in'],
});

export const readMarkingList = route({
  summary: 'List the submissions of an edition, the oldest first: those waiting for one’s own marking, or all others',
  method: 'GET',
  path: '/editions/:editionId/project-work/marking',
  params: inEdition,
  query: z.extend(pageQuery, { which: z._default(z.enum(['to-mark', 'others']), 'to-mark'), q: searchText, sort: sortBy(['group', 'handed-in', 'state']) }),
  reply: z.extend(
    page(
      z.object({
        workId: id,
        group: z.nullable(z.string()),
        members: z.array(groupMember),
        attempt: z.int(),
        version: z.int(),
        handedInAt: instant,
        state: z.enum(workStates),
        markings: z.int(),
        markersNeeded: z.int(),
        markedByMe: z.boolean(),
        can: z.object({ mark: z.boolean() }),
      }),
    ),
    { waiting: z.int(), found: z.int(), can: z.object({ release: z.boolean() }) },
  ),
});
export type MarkingListView = NonNullable<z.infer<NonNullable<typeof readMarkingList.reply>>>;

export const readWorkToMark = route({
  summary: 'Read one submission with its rubric, and the next one waiting for the same marker',
  method: 'GET',
  path: '/editions/:editionId/project-work/marking/:workId',
  params: ofWork,
  reply: z.object({
    workId: id,
    group: z.nullable(z.string()),
    members: z.array(groupMember),
    attempt: z.int(),
    state: z.enum(workStates),
    versions: z.array(version),
    title: inLanguages,
    brief: inLanguages,
    rubric: z.array(rubricRow),
    markersNeeded: z.int(),
    /** Empty until one has marked oneself. */
    markings: z.array(marking),
    outcome: z.nullable(z.enum(workOutcomes)),
    next: z.nullable(id),
    draft: markingDraft,
    can: z.object({ mark: z.boolean(), grade: z.boolean() }),
    whyNotMark: whyNot,
  }),
});
export type WorkToMarkView = NonNullable<z.infer<NonNullable<typeof readWorkToMark.reply>>>;

export const saveMarkingDraft = route({
  summary: 'Save what a marker has changed in the draft of a marking',
  method: 'PATCH',
  path: '/editions/:editionId/project-work/marking/:workId/draft',
  params: ofWork,
  body: changeOf(markingDraft),
  reply: z.object({ stored: markingDraft }),
  refusals: ['project-work.own-work', 'project-work.already-marked', 'project-work.marking-over', 'project-work.unknown-rubric-row', 'common.changed-elsewhere'],
});

export const markWork = route({
  summary: 'Mark the newest version of a submission, once per marker',
  method: 'POST',
  path: '/editions/:editionId/project-work/marking/:workId',
  params: ofWork,
  body: z.object({
    /** The version that was read: a newer one refuses. */
    version: z.int().check(z.minimum(1)),
    outcome: z.enum(workOutcomes),
    grade: z.optional(line(20)),
    rubric: z.array(rubricMark).check(z.maxLength(12)),
    comment: paragraph(4000),
  }),
  refusals: [
    'project-work.own-work',
    'project-work.already-marked',
    'project-work.marking-over',
    'project-work.newer-version',
    'project-work.rubric-incomplete',
    'project-work.grade-needs-professor',
  ],
});

export const readRelease = route({
  summary: 'Preview publishing the results, or why it isn’t possible yet',
  method: 'GET',
  path: '/editions/:editionId/project-work/release',
  params: inEdition,
  reply: z.object({
    passed: z.int(),
    notPassed: z.int(),
    people: z.int(),
    unmarked: z.int(),
    groupsToCome: z.int(),
    /** Groups that would have another attempt, for which a date is needed. */
    mayTryAgain: z.int(),
    deadline: deadlineView,
    can: z.object({ release: z.boolean() }),
    whyNotRelease: whyNot,
  }),
});
export type ReleaseView = NonNullable<z.infer<NonNullable<typeof readRelease.reply>>>;

export const releaseResults = route({
  summary: 'Publish all waiting results at once, to every member of the groups',
  method: 'POST',
  path: '/editions/:editionId/project-work/release',
  params: inEdition,
  /** Until the end of which day those who did not pass may hand in again. */
  body: z.object({ nextLastDay: z.nullable(day) }),
  refusals: [
    'project-work.nothing-to-release',
    'project-work.works-unmarked',
    'project-work.groups-to-come',
    'project-work.next-deadline-missing',
  ],
});
