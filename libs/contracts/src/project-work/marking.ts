import { secondLooks, workOutcomes, workStates } from '@libretto/domain';
import * as z from 'zod/mini';
import { route } from '../route';
import { changeOf, day, id, inLanguages, instant, page, pageQuery, searchText, sortBy } from '../shapes';
import {
  briefChoices,
  deadlineView,
  groupMember,
  inEdition,
  lateness,
  marking,
  markingDraft,
  ofBrief,
  ofWork,
  rubricRow,
  version,
  whyNot,
} from './shapes';
import { agreement, contribution, gradeRefusals, gradeStep, secondLook, workMarking } from './marking-shapes';

export const readMarkingList = route({
  summary: 'List the submissions of an edition, the oldest first: those waiting for one’s own marking, or all others',
  method: 'GET',
  path: '/editions/:editionId/project-work/marking',
  params: inEdition,
  query: z.extend(pageQuery, {
    /** Absent: the works for every brief. */
    ...ofBrief.shape,
    which: z._default(z.enum(['to-mark', 'others']), 'to-mark'),
    q: searchText,
    sort: sortBy(['group', 'handed-in', 'state']),
  }),
  reply: z.extend(
    page(
      z.object({
        workId: id,
        brief: z.string(),
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
    {
      briefs: briefChoices,
      /** Whether a brief asks for peer feedback. */
      hasFeedback: z.boolean(),
      waiting: z.int(),
      found: z.int(),
      can: z.object({ release: z.boolean(), markInTable: z.boolean() }),
    },
  ),
});
export type MarkingListView = NonNullable<z.infer<NonNullable<typeof readMarkingList.reply>>>;

export const readWorkToMark = route({
  summary: 'Read one submission with its rubric, and those waiting for the same marker before and after it',
  method: 'GET',
  path: '/editions/:editionId/project-work/marking/:workId',
  params: ofWork,
  reply: z.object({
    workId: id,
    group: z.nullable(z.string()),
    /** Empty where the reader may not know whose work it is; `group` is a code then. */
    members: z.array(groupMember),
    attempt: z.int(),
    state: z.enum(workStates),
    versions: z.array(version).check(z.minLength(1)),
    title: inLanguages,
    brief: inLanguages,
    rubric: z.array(rubricRow),
    markersNeeded: z.int(),
    /** Empty until the reader has marked. */
    markings: z.array(marking),
    outcome: z.nullable(z.enum(workOutcomes)),
    /** As it was given. */
    grade: z.nullable(z.string()),
    /** Of the newest version; `null` where nothing is taken away, or the reader may not know whose work it is. */
    late: z.nullable(lateness),
    /** Who else has begun to mark it, and until when they are taken to be at it. */
    atIt: z.array(z.object({ name: z.string(), until: instant })),
    /** Where two markers differ. */
    agreement: z.nullable(agreement),
    /** Why somebody else looks at it once more, and what the looks so far said. */
    secondLooks: z.array(secondLook),
    /** What each member says that they contributed, and how many of the others confirmed it. */
    contributions: z.array(contribution),
    next: z.nullable(id),
    previous: z.nullable(id),
    draft: markingDraft,
    /** The grades that the reader may give, the best first; empty for whoever gives none. */
    grades: z.array(gradeStep),
    /** Whether the brief has grades at all. */
    hasGrades: z.boolean(),
    /** Whether the brief asks where the work says the same as others. */
    hasSimilarity: z.boolean(),
    can: z.object({
      mark: z.boolean(),
      lookAgain: z.nullable(z.enum(secondLooks)),
      releaseAlone: z.boolean(),
      setIndividual: z.boolean(),
    }),
    whyNotMark: whyNot,
  }),
});
export type WorkToMarkView = NonNullable<z.infer<NonNullable<typeof readWorkToMark.reply>>>;

const whyNotToMark = [
  'project-work.own-work',
  'project-work.already-marked',
  'project-work.markers-agree',
  'project-work.marking-over',
  'project-work.somebody-marks',
] as const;

export const saveMarkingDraft = route({
  summary: 'Save what a marker has changed in the draft of a marking',
  method: 'PATCH',
  path: '/editions/:editionId/project-work/marking/:workId/draft',
  params: ofWork,
  body: changeOf(markingDraft),
  reply: z.object({ stored: markingDraft }),
  refusals: [...whyNotToMark, 'project-work.unknown-rubric-row', 'common.changed-elsewhere'],
});

export const markWork = route({
  summary: 'Mark the newest version of a submission, once per marker',
  method: 'POST',
  path: '/editions/:editionId/project-work/marking/:workId',
  params: ofWork,
  body: workMarking,
  refusals: [
    ...whyNotToMark,
    'project-work.newer-version',
    'project-work.rubric-incomplete',
    'project-work.must-change-missing',
    ...gradeRefusals,
  ],
});

export const readRelease = route({
  summary: 'Preview publishing the results, or why it isn’t possible yet',
  method: 'GET',
  path: '/editions/:editionId/project-work/release',
  params: inEdition,
  query: ofBrief,
  reply: z.object({
    brief: z.string(),
    briefs: briefChoices,
    passed: z.int(),
    notPassed: z.int(),
    people: z.int(),
    unmarked: z.int(),
    groupsToCome: z.int(),
    /** Groups that would have another attempt, for which a date is needed. */
    mayTryAgain: z.int(),
    /** The graded works that lose points by coming late, or would, were they no pass: how many, and first those that lose most. */
    late: z.object({
      works: z.int(),
      most: z.array(z.object({ workId: id, by: z.string(), late: lateness })),
    }),
    deadline: deadlineView,
    can: z.object({ release: z.boolean() }),
    /** Works that wait for the draw of a sample; 0 where the brief asks for none. */
    toSample: z.int(),
    whyNotRelease: whyNot,
  }),
});
export type ReleaseView = NonNullable<z.infer<NonNullable<typeof readRelease.reply>>>;

export const releaseResults = route({
  summary: 'Publish all waiting results at once, to every member of the groups',
  method: 'POST',
  path: '/editions/:editionId/project-work/release',
  params: inEdition,
  query: ofBrief,
  /** The last day of another attempt for groups that did not pass. */
  body: z.object({ nextLastDay: z.nullable(day) }),
  refusals: [
    'project-work.nothing-to-release',
    'project-work.works-unmarked',
    'project-work.sample-not-drawn',
    'project-work.groups-to-come',
    'project-work.next-deadline-missing',
  ],
});
