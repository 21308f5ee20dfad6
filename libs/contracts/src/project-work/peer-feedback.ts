import { feedbackKinds, feedbackStates } from '@libretto/domain';
import * as z from 'zod/mini';
import { fileQuery } from '../files';
import { route } from '../route';
import { changeOf, id, inLanguages, instant, line, page, pageQuery, paragraph, paragraphOrNone } from '../shapes';
import { briefChoices, inEdition, ofBrief, points, rubricRow, version, whyNot } from './shapes';

const comment = paragraphOrNone(2000);
const filledRow = z.object({ row: line(60), level: line(60), comment });
export type FeedbackRow = z.infer<typeof filledRow>;

/** A feedback that is being written: rows that are not answered yet are left out. */
const feedbackDraft = z.object({
  levels: z.record(line(60), line(60)),
  comments: z.record(line(60), z.string().check(z.trim(), z.maxLength(2000))),
});
export type FeedbackDraftBody = z.infer<typeof feedbackDraft>;

/** What was given. */
const givenFeedback = z.object({ rubric: z.array(filledRow), points: z.nullable(points) });
export type GivenFeedback = z.infer<typeof givenFeedback>;

const rubrics = z.object({ within: z.nullable(z.array(rubricRow)), across: z.nullable(z.array(rubricRow)) });

const feedback = '/editions/:editionId/project-work/feedback';
const ofFeedback = z.object({ editionId: id, feedbackId: id });

export const readOwnFeedback = route({
  summary: 'The peer feedback that the reader is asked for, and what others gave them',
  method: 'GET',
  path: feedback,
  params: inEdition,
  query: ofBrief,
  reply: z.object({
    brief: z.string(),
    /** The briefs with peer feedback. */
    briefs: briefChoices,
    title: inLanguages,
    /** When it begins: the deadline of the brief. */
    from: instant,
    until: instant,
    zone: z.string(),
    isAnonymous: z.boolean(),
    counts: z.boolean(),
    /** Whether the reader has been asked; before that there is nothing to give. */
    isOpen: z.boolean(),
    rubrics,
    toGive: z.array(
      z.object({
        feedbackId: id,
        kind: z.enum(feedbackKinds),
        /** A member’s name; the name of a group, or the code of its work. */
        about: z.string(),
        state: z.enum(feedbackStates),
        /** What was given is being changed, and the change not given yet. */
        isChanging: z.boolean(),
        isLate: z.boolean(),
        /** Why a tutor has hidden it from those it is for. */
        hiddenReason: z.nullable(z.string()),
      }),
    ),
    /** Why the works of other groups cannot be read now. */
    whyNotAcross: whyNot,
    /** Without names, their order does not tell either who gave what. */
    received: z.array(z.extend(givenFeedback, { id, kind: z.enum(feedbackKinds), from: z.nullable(z.string()) })),
    /** Why what came is not shown yet. */
    whyNotReceived: whyNot,
  }),
});
export type OwnFeedbackView = NonNullable<z.infer<NonNullable<typeof readOwnFeedback.reply>>>;

export const readFeedbackToGive = route({
  summary: 'One feedback that the reader is asked for, beside what it is about',
  method: 'GET',
  path: `${feedback}/:feedbackId`,
  params: ofFeedback,
  refusals: ['peer-feedback.still-open'],
  reply: z.object({
    id,
    brief: z.string(),
    title: inLanguages,
    kind: z.enum(feedbackKinds),
    about: z.string(),
    /** The newest version of the work; of one’s own group where the feedback is about a member of it. */
    version,
    /** What the member says that they contributed. */
    contribution: z.nullable(z.string()),
    rubric: z.array(rubricRow),
    state: z.enum(feedbackStates),
    draft: feedbackDraft,
    until: instant,
    zone: z.string(),
    isAnonymous: z.boolean(),
    can: z.object({ write: z.boolean() }),
    whyNotWrite: whyNot,
  }),
});
export type FeedbackToGiveView = NonNullable<z.infer<NonNullable<typeof readFeedbackToGive.reply>>>;

export const readFeedbackFile = route({
  summary: 'Download a file of the work on which the reader is asked for feedback',
  method: 'GET',
  path: `${feedback}/:feedbackId/files/:submittedFileId`,
  params: z.object({ editionId: id, feedbackId: id, submittedFileId: id }),
  query: fileQuery,
  reply: 'file',
  refusals: ['peer-feedback.still-open', 'project-work.file-keeps-names'],
});

const whyNotToWrite = ['peer-feedback.still-open', 'peer-feedback.hidden', 'peer-feedback.over'] as const;

export const saveFeedbackDraft = route({
  summary: 'Save what has changed in the draft of a feedback',
  method: 'PATCH',
  path: `${feedback}/:feedbackId/draft`,
  params: ofFeedback,
  body: changeOf(feedbackDraft),
  reply: z.object({ stored: feedbackDraft }),
  refusals: [...whyNotToWrite, 'project-work.unknown-rubric-row', 'common.changed-elsewhere'],
});

export const giveFeedback = route({
  summary: 'Give a feedback that one is asked for, or replace what was given',
  method: 'PUT',
  path: `${feedback}/:feedbackId`,
  params: ofFeedback,
  body: z.object({ rubric: z.array(filledRow).check(z.maxLength(12)) }),
  refusals: [...whyNotToWrite, 'project-work.rubric-incomplete'],
});

export const hideFeedback = route({
  summary: 'Hide a feedback from those it is for, with a reason that its giver reads',
  method: 'POST',
  path: `${feedback}/:feedbackId/hidden`,
  params: ofFeedback,
  body: z.object({ reason: paragraph(500) }),
  refusals: ['peer-feedback.not-given', 'peer-feedback.hidden-already'],
});

const overview = '/editions/:editionId/project-work/feedback-overview';

export const readFeedbackOverview = route({
  summary: 'Who has given how much of the peer feedback that was asked of them, and how much came to them',
  method: 'GET',
  path: overview,
  params: inEdition,
  query: z.extend(pageQuery, ofBrief.shape),
  reply: z.extend(
    page(z.object({ enrolmentId: id, name: z.string(), asked: z.int(), given: z.int(), late: z.int(), came: z.int() })),
    {
      brief: z.string(),
      briefs: briefChoices,
      title: inLanguages,
      from: instant,
      until: instant,
      zone: z.string(),
      asked: z.int(),
      given: z.int(),
      /** Why the reader learns nothing of it: they mark works without names, or it is without names and they take part. */
      unseen: z.nullable(z.enum(['names', 'takes-part'])),
    },
  ),
});
export type FeedbackOverview = NonNullable<z.infer<NonNullable<typeof readFeedbackOverview.reply>>>;

export const readFeedbackOf = route({
  summary: 'The peer feedback that one participant gave and got, with names',
  method: 'GET',
  path: `${overview}/:enrolmentId`,
  params: z.object({ editionId: id, enrolmentId: id }),
  query: ofBrief,
  reply: z.object({
    brief: z.string(),
    title: inLanguages,
    name: z.string(),
    rubrics,
    items: z.array(
      z.object({
        id,
        kind: z.enum(feedbackKinds),
        /** Whether this participant gave it, or got it. */
        isGiven: z.boolean(),
        from: z.string(),
        about: z.string(),
        state: z.enum(feedbackStates),
        given: z.nullable(z.extend(givenFeedback, { at: instant, isLate: z.boolean() })),
        hidden: z.nullable(z.object({ by: z.string(), at: instant, reason: z.string() })),
        can: z.object({ hide: z.boolean() }),
      }),
    ),
  }),
});
export type FeedbackOfView = NonNullable<z.infer<NonNullable<typeof readFeedbackOf.reply>>>;
