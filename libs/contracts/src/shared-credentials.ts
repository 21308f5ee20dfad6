import * as z from 'zod/mini';
import { credentialState } from './credentials';
import { route } from './route';
import { id, inLanguages, instant } from './shapes';

/** The part of an address that a holder shares. */
export const publicId = z.string().check(z.regex(/^[A-Z0-9]{26}$/));

/** What anybody may see who has an address that the holder gave them. */
export const credentialFacts = z.object({
  state: credentialState,
  endedAt: z.nullable(instant),
  suspendedAt: z.nullable(instant),
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

/** The forms in which anybody with its address has a credential. */
export const renderingName = z.enum(['open-badge', 'badge-svg', 'badge-png', 'european']);
export type RenderingName = z.infer<typeof renderingName>;

export const readRendering = route({
  summary:
    'A shared credential in one of its forms: Open Badge 3.0, its badge, or European Digital Credential (JSON-LD, sealed where the institution has a seal)',
  method: 'GET',
  path: '/public/credentials/:publicId/as/:format',
  params: z.object({ publicId, format: renderingName }),
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
  reply: z.object({
    issuers: z.array(
      z.union([
        z.object({ did: z.string(), name: z.optional(z.string()) }),
        z.object({ certificate: z.string(), name: z.optional(z.string()) }),
      ]),
    ),
  }),
});

const listNumber = z.object({ number: z.string().check(z.regex(/^[1-9]\d{0,5}$/)) });

export const readSuspensionList = route({
  summary: 'A bitstring status list: which credentials are not to be relied on: suspended, revoked or superseded',
  method: 'GET',
  path: '/public/suspension-lists/:number',
  params: listNumber,
  reply: 'file',
});

export const readStatusListToken = route({
  summary: 'The same list as a token (Token Status List), for credentials in wallets: also of those that are suspended',
  method: 'GET',
  path: '/public/status-lists/:number/token',
  params: listNumber,
  reply: 'file',
});

export const readStatusList = route({
  summary: 'A bitstring status list: which credentials are revoked or superseded',
  method: 'GET',
  path: '/public/status-lists/:number',
  params: listNumber,
  reply: 'file',
});
