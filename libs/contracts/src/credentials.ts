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

const issueState = z.enum(['queued', 'stopped', 'signed', 'issued']);
const credentialState = z.enum(['valid', 'superseded', 'revoked']);
/** The elements missing from an award, as keys of `credentials.missing`. */
const missing = z.array(z.string());

const learner = { givenName: line(100), familyName: lineOrNone(100), birthDate: day };

/** The state of a participant's credential, from the wait for completion to the document. */
export const myCredential = z.object({
  enrolmentId: id,
  /** `open` until every requirement is met. */
  state: z.enum(['open', ...issueState.options]),
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

const awardRow = z.object({
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
  changedAt: instant,
  credential: z.nullable(z.object({ id, publicId: z.string(), number: z.int(), state: credentialState })),
});
export type AwardRow = z.infer<typeof awardRow>;

export const awardStates = [...issueState.options, 'revoked'] as const;
const awardsSort = sortBy(['name', 'state', 'since']);
export type AwardsSort = z.infer<typeof awardsSort>;

export const readAwards = route({
  summary: 'List awards for the registrar, of one edition or of all: in progress, stopped, issued or revoked',
  method: 'GET',
  path: '/awards',
  query: z.object({
    edition: z.optional(id),
    q: searchText,
    state: z.optional(z.enum(awardStates)),
    sort: awardsSort,
    after: pageKey,
  }),
  reply: z.extend(page(awardRow), {
    counts: z.record(z.enum(awardStates), z.int()),
    /** The number of matches on all pages. */
    found: z.int(),
  }),
});

const credentialOfAward = z.object({
  id,
  number: z.int(),
  state: credentialState,
  issuedAt: instant,
  endedAt: z.nullable(instant),
  reason: z.nullable(z.string()),
  endedBy: z.nullable(z.string()),
  hasDocument: z.boolean(),
});

export const readAward = route({
  summary: 'One award: its record, its credentials and what can be done',
  method: 'GET',
  path: '/awards/:enrolmentId',
  params: z.object({ enrolmentId: id }),
  reply: z.object({
    row: awardRow,
    /** The record as it is signed, with its original keys; `null` before the award. */
    record: z.nullable(z.record(z.string(), z.unknown())),
    /** Grades of the valid credential that an appeal has changed since: a correction takes them along. */
    changedGrades: z.array(z.object({ work: inLanguages, was: z.string(), is: z.string() })),
    credentials: z.array(credentialOfAward),
    can: z.object({ retry: z.boolean(), revoke: z.boolean(), supersede: z.boolean() }),
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

export const retryIssue = route({
  summary: 'Try again to issue an award that stopped, or to print its documents',
  method: 'POST',
  path: '/awards/:enrolmentId/retry',
  params: z.object({ enrolmentId: id }),
  refusals: ['credentials.nothing-to-retry', 'credentials.waits-for-learner'],
});

const credentialParams = z.object({ credentialId: id });

export const revokeCredential = route({
  summary: 'Revoke a credential, with a reason, for good',
  method: 'POST',
  path: '/awards/credentials/:credentialId/revocation',
  params: credentialParams,
  body: z.object({ reason: paragraph(1000) }),
  refusals: ['credentials.not-valid'],
});

export const supersedeCredential = route({
  summary: 'Correct what a credential says of its learner: a new one takes its place under the same address',
  method: 'POST',
  path: '/awards/credentials/:credentialId/correction',
  params: credentialParams,
  body: z.object({ ...learner, reason: paragraph(1000) }),
  refusals: [
    'credentials.not-valid',
    'credentials.nothing-corrected',
    'credentials.birth-date-not-past',
    'credentials.birth-date-too-old',
    'credentials.name-not-printable',
  ],
});

/** The part of an address that a holder shares. */
export const publicId = z.string().check(z.regex(/^[A-Z0-9]{26}$/));

/** What anybody may see who has an address that the holder gave them. */
export const credentialFacts = z.object({
  state: credentialState,
  endedAt: z.nullable(instant),
  /** The date on which this one corrected an earlier one under this address. */
  correctedAt: z.nullable(instant),
  holder: z.string(),
  title: inLanguages,
  awardingBodies: z.array(z.object({ name: z.string(), country: z.string() })),
  awardedAt: instant,
  level: z.int(),
  ects: z.nullable(z.number()),
  minutes: z.int(),
  outcomes: z.array(inLanguages),
});
export type CredentialFacts = z.infer<typeof credentialFacts>;

export const publicCredential = z.extend(credentialFacts, {
  publicId: z.string(),
  /** The signed credential itself, below the public address. */
  signed: z.string(),
  can: z.object({ readCertificate: z.boolean() }),
  /** The edition of the certificate, if the caller is the holder. */
  editionId: z.nullable(id),
});
export type PublicCredential = z.infer<typeof publicCredential>;

export const readPublicCredential = route({
  summary: 'What a shared credential says, and whether it is valid',
  method: 'GET',
  path: '/public/credentials/:publicId',
  params: z.object({ publicId }),
  reply: publicCredential,
});

export const readSignedCredential = route({
  summary: 'A shared credential as signed: Open Badges 3.0 on the W3C data model 2.0',
  method: 'GET',
  path: '/public/credentials/:publicId/signed',
  params: z.object({ publicId }),
  reply: 'file',
});

export const badgeFormat = z.enum(['svg', 'png']);
export type BadgeFormat = z.infer<typeof badgeFormat>;

export const readBadge = route({
  summary: 'The badge of a shared credential: a picture with the signed credential in it, as Open Badges 3.0 bakes it',
  method: 'GET',
  path: '/public/credentials/:publicId/badge/:format',
  params: z.object({ publicId, format: badgeFormat }),
  reply: 'file',
});

export const readLogProof = route({
  summary: 'The proof that the public log tells of a shared credential, to be checked without asking the log',
  method: 'GET',
  path: '/public/credentials/:publicId/log-proof',
  params: z.object({ publicId }),
  reply: 'file',
});

export const publicLog = z.object({
  /** Where its checkpoint and its tiles are served (C2SP `tlog-tiles`). */
  address: z.string(),
  size: z.int(),
  /** The signed note over all entries. */
  checkpoint: z.string(),
  /** The issuer's key in the one line that monitors of logs take. */
  verifierKey: z.string(),
});
export type PublicLog = z.infer<typeof publicLog>;

export const readPublicLog = route({
  summary: 'The public log of what was issued, replaced and revoked: its size, its checkpoint and its key',
  method: 'GET',
  path: '/public/log',
  sameForAll: 'checked',
  reply: publicLog,
});

export const readTrustedIssuers = route({
  summary:
    'The issuers whose credentials are valid here without reserve: this installation’s own and those on its list',
  method: 'GET',
  path: '/public/trusted-issuers',
  sameForAll: 'a-while',
  reply: z.object({ issuers: z.array(z.object({ did: z.string(), name: z.optional(z.string()) })) }),
});

export const readStatusList = route({
  summary: 'A bitstring status list: which credentials are revoked or superseded',
  method: 'GET',
  path: '/public/status-lists/:number',
  params: z.object({ number: z.string().check(z.regex(/^[1-9]\d{0,5}$/)) }),
  reply: 'file',
});
