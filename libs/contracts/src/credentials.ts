import { awardStandings } from '@libretto/domain';
import * as z from 'zod/mini';
import { fileQuery } from './files';
import { route } from './route';
import {
  day,
  id,
  inLanguages,
  instant,
  line,
  lineOrNone,
  page,
  pageKey,
  paragraph,
  searchText,
  sortBy,
} from './shapes';

const issueState = z.enum(['queued', 'stopped', 'unapproved', 'signed', 'issued']);
export const credentialState = z.enum(['valid', 'suspended', 'superseded', 'revoked']);
/** The elements missing from an award, as keys of `credentials.missing`. */
const missing = z.array(z.string());

const learner = { givenName: line(100), familyName: lineOrNone(100), birthDate: day };

/** The state of a participant's credential, from the wait for completion to the document. */
export const myCredential = z.object({
  enrolmentId: id,
  /** `open` until every requirement is met; `ready` while the edition issues nothing. */
  state: z.enum(['open', 'ready', ...issueState.options]),
  learner: z.object({
    givenName: z.string(),
    familyName: z.string(),
    birthDate: z.nullable(z.string()),
    confirmedAt: z.nullable(instant),
  }),
  missing,
  credential: z.nullable(
    z.object({
      publicId: z.string(),
      title: inLanguages,
      awardedAt: instant,
      state: credentialState,
      endedAt: z.nullable(instant),
      reason: z.nullable(z.string()),
      /** Since when it is suspended, and why. */
      suspended: z.nullable(z.object({ since: instant, reason: z.string() })),
      hasDocument: z.boolean(),
    }),
  ),
  can: z.object({ confirmLearner: z.boolean(), readCertificate: z.boolean() }),
});
export type MyCredential = z.infer<typeof myCredential>;

const ofEdition = z.object({ editionId: id });

export const readMyCredential = route({
  summary: 'Where the signed-in participant’s credential of this edition stands',
  method: 'GET',
  path: '/editions/:editionId/credential',
  params: ofEdition,
  reply: myCredential,
});

export const confirmLearner = route({
  summary: 'Confirm the names and the birth date that the credential will state',
  method: 'PUT',
  path: '/editions/:editionId/credential/learner',
  params: ofEdition,
  body: z.object(learner),
  refusals: [
    'credentials.already-awarded',
    'credentials.birth-date-not-past',
    'credentials.birth-date-too-old',
    'credentials.name-not-printable',
  ],
  evenWhenClosed: true,
});

export const readMyCertificate = route({
  summary: 'The signed-in participant’s certificate and supplement as PDF',
  method: 'GET',
  path: '/editions/:editionId/credential/certificate',
  params: ofEdition,
  reply: 'file',
});

export const awardRow = z.object({
  enrolmentId: id,
  learner: z.string(),
  editionId: id,
  edition: z.string(),
  programme: inLanguages,
  state: issueState,
  missing,
  /** It stopped because the participant has not confirmed their data; only that starts it again, a retry does not. */
  waitsForConfirmation: z.boolean(),
  fault: z.nullable(z.string()),
  /** How many have approved it, of how many its programme asks for. */
  approvals: z.object({ given: z.int(), asked: z.int() }),
  /** Its edition issues nothing until somebody resumes it. */
  isPaused: z.boolean(),
  changedAt: instant,
  credential: z.nullable(z.object({ id, publicId: z.string(), number: z.int(), state: credentialState })),
});
export type AwardRow = z.infer<typeof awardRow>;

const awardsSort = sortBy(['name', 'state', 'since']);
export type AwardsSort = z.infer<typeof awardsSort>;

export const readAwards = route({
  summary:
    'List awards for the registrar, of one edition or of all: in progress, stopped, issued, suspended or revoked',
  method: 'GET',
  path: '/awards',
  query: z.object({
    edition: z.optional(id),
    q: searchText,
    state: z.optional(z.enum(awardStandings)),
    sort: awardsSort,
    after: pageKey,
  }),
  reply: z.extend(page(awardRow), {
    counts: z.record(z.enum(awardStandings), z.int()),
    /** Of the list of one edition: since when it is paused, and by whom. */
    paused: z.nullable(z.object({ at: instant, by: z.string() })),
    /** The number of matches on all pages. */
    found: z.int(),
  }),
});

export const followAwards = route({
  summary:
    'Hear at once that an award was queued, was issued, failed, or changed its standing; the list is then read again',
  method: 'GET',
  path: '/awards/live',
  reply: 'events',
});

export const pauseIssuing = route({
  summary: 'Issue nothing more in this edition until it is resumed; what is being signed at this moment is finished',
  method: 'PUT',
  path: '/editions/:editionId/awards/pause',
  params: ofEdition,
  evenWhenClosed: true,
});

export const resumeIssuing = route({
  summary: 'Issue what became ready in this edition while it was paused',
  method: 'DELETE',
  path: '/editions/:editionId/awards/pause',
  params: ofEdition,
  evenWhenClosed: true,
});

const credentialOfAward = z.object({
  id,
  number: z.int(),
  state: credentialState,
  signedAt: instant,
  endedAt: z.nullable(instant),
  reason: z.nullable(z.string()),
  endedBy: z.nullable(z.string()),
  /** Whether it was signed so that it can be suspended. */
  namesSuspensions: z.boolean(),
  hasDocument: z.boolean(),
});

const suspension = z.object({
  id,
  /** The number of the credential. */
  number: z.int(),
  at: instant,
  by: z.string(),
  reason: z.string(),
  /** `null` while it lasts. */
  lifted: z.nullable(z.object({ at: instant, by: z.string(), reason: z.string() })),
});

export const readAward = route({
  summary: 'One award: its record, its credentials and what can be done',
  method: 'GET',
  path: '/awards/:enrolmentId',
  params: z.object({ enrolmentId: id }),
  reply: z.object({
    row: awardRow,
    /** Whether it is the award of whoever asks: somebody else decides about it. */
    isOwn: z.boolean(),
    /** The record as it is signed, with its original keys; `null` before the award. */
    record: z.nullable(z.record(z.string(), z.unknown())),
    /** Grades of the valid credential that an appeal has changed since: a correction takes them along. */
    changedGrades: z.array(z.object({ work: inLanguages, was: z.string(), is: z.string() })),
    credentials: z.array(credentialOfAward),
    /** The newest first. One counts until the award stops, or its learner changes the data. */
    approvals: z.array(z.object({ id, by: z.string(), at: instant, counts: z.boolean() })),
    /** The newest first. */
    suspensions: z.array(suspension),
    can: z.object({
      retry: z.boolean(),
      approve: z.boolean(),
      suspend: z.boolean(),
      reinstate: z.boolean(),
      revoke: z.boolean(),
      supersede: z.boolean(),
    }),
  }),
});

export const readAwardCertificate = route({
  summary: 'A printed certificate, for the registrar',
  method: 'GET',
  path: '/awards/:enrolmentId/certificates/:number',
  params: z.object({ enrolmentId: id, number: z.string().check(z.regex(/^\d{1,6}$/)) }),
  query: fileQuery,
  reply: 'file',
});

export const approveAward = route({
  summary: 'Approve that an award is issued, where its programme asks for it; the last approval sets the issue going',
  method: 'POST',
  path: '/awards/:enrolmentId/approval',
  params: z.object({ enrolmentId: id }),
  refusals: ['credentials.is-own', 'credentials.nothing-to-approve', 'credentials.approved-already'],
});

export const retryIssue = route({
  summary: 'Try again to issue an award that stopped, or to print its documents',
  method: 'POST',
  path: '/awards/:enrolmentId/retry',
  params: z.object({ enrolmentId: id }),
  refusals: ['credentials.nothing-to-retry', 'credentials.waits-for-learner', 'credentials.waits-for-approval'],
});

const credentialParams = z.object({ credentialId: id });

export const suspendCredential = route({
  summary: 'Suspend a credential, with a reason, until it is reinstated or revoked',
  method: 'POST',
  path: '/awards/credentials/:credentialId/suspension',
  params: credentialParams,
  body: z.object({ reason: paragraph(1000) }),
  refusals: [
    'credentials.is-own',
    'credentials.is-suspended',
    'credentials.not-valid',
    'credentials.signed-before-suspensions',
  ],
});

export const reinstateCredential = route({
  summary: 'Lift the suspension of a credential, with a reason: it is valid again',
  method: 'POST',
  path: '/awards/credentials/:credentialId/reinstatement',
  params: credentialParams,
  body: z.object({ reason: paragraph(1000) }),
  refusals: ['credentials.is-own', 'credentials.not-suspended'],
});

export const revokeCredential = route({
  summary: 'Revoke a credential, with a reason, for good',
  method: 'POST',
  path: '/awards/credentials/:credentialId/revocation',
  params: credentialParams,
  body: z.object({ reason: paragraph(1000) }),
  refusals: ['credentials.is-own', 'credentials.not-valid'],
});

export const supersedeCredential = route({
  summary: 'Correct what a credential says of its learner: a new one takes its place under the same address',
  method: 'POST',
  path: '/awards/credentials/:credentialId/correction',
  params: credentialParams,
  body: z.object({ ...learner, reason: paragraph(1000) }),
  refusals: [
    'credentials.is-own',
    'credentials.not-valid',
    'credentials.is-suspended',
    'credentials.nothing-corrected',
    'credentials.birth-date-not-past',
    'credentials.birth-date-too-old',
    'credentials.name-not-printable',
    'credentials.key-compromised',
  ],
});
