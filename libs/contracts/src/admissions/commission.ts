import {
  applicationStates,
  claimedGrounds,
  deskSteps,
  findings,
  formParts,
  preCheckOutcomes,
  rulingOutcomes,
  voteChoices,
} from '@libretto/domain';
import * as z from 'zod/mini';
import { applicationForm, draftText, editionLine, evidence } from './application';
import { formField } from '../form-fields';
import { route } from '../route';
import {
  changeOf,
  created,
  day,
  id,
  inLanguages,
  instant,
  page,
  pageQuery,
  paragraph,
  searchText,
  sortBy,
} from '../shapes';
import { dossierHistory } from './versions';

const inEdition = z.object({ editionId: id });
const ofApplication = z.object({ editionId: id, applicationId: id });

const deskSort = sortBy(['name', 'submitted', 'findings', 'step']);
export type DeskSort = z.infer<typeof deskSort>;

/**
 * Narrows the list: to assigned dossiers, to the matches of a search, to one step. Otherwise all that the member may
 * read.
 */
const whichDossiers = {
  only: z.optional(z.enum(['assigned'])),
  q: searchText,
  step: z.optional(z.enum(deskSteps)),
  sort: deskSort,
};

export const deskMarks = ['new', 'changed'] as const;
export type DeskMark = (typeof deskMarks)[number];

/** The applicant, as the commission's lists show them. */
export const applicantLine = { applicationId: id, name: z.string(), institution: z.string(), country: z.string() };

export const readDesk = route({
  summary:
    'List the applications of an edition for one member, new ones first, or sorted; none with a conflict of interest',
  method: 'GET',
  path: '/editions/:editionId/desk',
  params: inEdition,
  query: z.extend(pageQuery, whichDossiers),
  reply: z.extend(
    page(
      z.object({
        ...applicantLine,
        submittedAt: instant,
        step: z.enum(deskSteps),
        /** Assigned to this member: it comes before the others. */
        isAssigned: z.boolean(),
        /** New or changed since the member last viewed it. */
        mark: z.nullable(z.enum(deskMarks)),
        /** The applicant's claims about this member that the member has yet to answer. */
        claims: z.array(z.enum(claimedGrounds)),
        /** Whether the applicant has appealed, and this member decides on it. */
        isAppeal: z.boolean(),
        findings: z.int(),
        findingsNeeded: z.int(),
      }),
    ),
    {
      ...editionLine,
      /** The time zone of the edition's deadlines. */
      timeZone: z.string(),
      /** Applications arrive until then; rulings follow. */
      closesAt: instant,
      startsOn: day,
      toDeclare: z.int(),
      toVote: z.int(),
      voted: z.int(),
      ruled: z.int(),
      recused: z.int(),
      /** The number of matches on all pages. */
      found: z.int(),
      /**
       * The number of all dossiers that the member may read, and of assigned ones with their deadline; the counts above
       * keep to the filter.
       */
      open: z.int(),
      assigned: z.int(),
      readBy: z.nullable(day),
      can: z.object({ rule: z.boolean() }),
    },
  ),
});
export type DeskView = z.infer<NonNullable<typeof readDesk.reply>>;

export const declareConflicts = route({
  summary:
    'Declare for one or several applicants whether one has a conflict of interest; opens the applications without one',
  method: 'POST',
  path: '/editions/:editionId/declarations',
  params: inEdition,
  body: z.object({
    applicationIds: z.array(id).check(z.minLength(1), z.maxLength(200)),
    /** `null`: none. */
    conflict: z.nullable(z.object({ reason: paragraph(1000) })),
  }),
  refusals: ['admissions.already-declared', 'admissions.not-before-commission'],
});

const preCheckAnswer = z.object({
  about: z.enum(['eqf-level', 'months-of-experience', 'cefr']),
  outcome: z.enum(preCheckOutcomes),
  needed: z.string(),
  found: z.nullable(z.string()),
});

const foundBody = z.object({ finding: z.enum(findings), note: draftText(2000) });

const question = z.object({
  id: z.string(),
  /** `exception`: one of the two findings that an admission by exception needs. */
  kind: z.enum(['required', 'preferred', 'exception']),
  statement: inLanguages,
  preCheck: z.nullable(preCheckAnswer),
  mine: z.nullable(z.object({ finding: z.enum(findings), note: z.string() })),
  /** The other members'; empty until this member has voted. */
  others: z.array(z.object({ name: z.string(), finding: z.enum(findings), note: z.string() })),
});
export type QuestionView = z.infer<typeof question>;

const voteView = z.object({
  name: z.string(),
  choice: z.enum(voteChoices),
  reason: z.string(),
  at: instant,
  /** Before the dossier came back with an answer: the vote counts, but rests on the earlier version. */
  beforeAnswer: z.boolean(),
});
export type VoteView = z.infer<typeof voteView>;

const rulingView = z.object({
  outcome: z.enum(rulingOutcomes),
  reason: z.string(),
  at: instant,
  by: z.string(),
  decidedByChair: z.boolean(),
});
export type RulingView = z.infer<typeof rulingView>;

const appealView = z.object({
  statement: z.string(),
  at: instant,
  /** The evidence that came with it. */
  evidence: z.array(evidence),
  /** The ruling under appeal. */
  first: rulingView,
  /** The votes of the first round; empty until this member has voted in the second. */
  firstVotes: z.array(voteView),
});
export type AppealView = z.infer<typeof appealView>;

export const readDossier = route({
  summary: 'Read one application beside the criteria; before the declaration only the applicant’s name',
  method: 'GET',
  path: '/editions/:editionId/dossiers/:applicationId',
  params: ofApplication,
  /** `previous` and `next` stay within the filter. */
  query: z.object(whichDossiers),
  reply: z.object({
    ...applicantLine,
    state: z.enum(applicationStates),
    /** The time zone of the edition's deadlines. */
    timeZone: z.string(),
    submittedAt: instant,
    /** The time at which its contents were erased. */
    erasedAt: z.nullable(instant),
    step: z.enum(deskSteps),
    /** The applicant's claims about this member that the member has yet to answer. */
    claims: z.array(z.enum(claimedGrounds)),
    /** Absent until the member has declared that there is no conflict. */
    dossier: z.nullable(
      z.object({
        form: applicationForm,
        /** The optional parts that the form has now. */
        parts: z.array(z.enum(formParts)),
        /** The programme's own fields that showed to the applicant. */
        fields: z.array(formField),
        monthsOfExperience: z.int(),
        evidence: z.array(evidence),
        questions: z.array(question),
        history: dossierHistory,
        myVote: z.nullable(voteView),
        /** The other members'; empty until this member has voted. */
        votes: z.array(voteView),
        /** The ruling of the application's current round. */
        ruling: z.nullable(rulingView),
        /** For the members who decide on it, and for all once it is decided. */
        appeal: z.nullable(appealView),
      }),
    ),
    previous: z.nullable(id),
    next: z.nullable(id),
    can: z.object({
      declare: z.boolean(),
      find: z.boolean(),
      vote: z.boolean(),
      rule: z.boolean(),
      return: z.boolean(),
    }),
  }),
});
export type DossierView = z.infer<NonNullable<typeof readDossier.reply>>;

export const recordFinding = route({
  summary: 'Record one’s assessment of one criterion, with a note; it can be changed until the decision',
  method: 'PUT',
  path: '/editions/:editionId/dossiers/:applicationId/findings/:criterionId',
  params: z.extend(ofApplication, { criterionId: z.string().check(z.maxLength(80)) }),
  body: changeOf(foundBody),
  reply: z.object({ stored: foundBody }),
  refusals: [
    'admissions.declare-first',
    'admissions.not-before-commission',
    'admissions.ruled-first',
    'common.changed-elsewhere',
  ],
});

export const voteOnApplication = route({
  summary: 'Vote on an application, or change one’s vote; earlier votes stay on record',
  method: 'POST',
  path: '/editions/:editionId/dossiers/:applicationId/votes',
  params: ofApplication,
  body: z.object({ choice: z.enum(voteChoices), reason: paragraph(2000) }),
  reply: created,
  refusals: [
    'admissions.declare-first',
    'admissions.not-before-commission',
    'admissions.ruled-first',
    'admissions.findings-missing',
    'admissions.required-criterion-missed',
    'admissions.no-exception',
    'admissions.exception-not-shown',
  ],
});
