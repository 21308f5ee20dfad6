import { linkContents, linkDays, linkStates } from '@libretto/domain';
import * as z from 'zod/mini';
import { credentialFacts, publicId } from './shared-credentials';
import { type ReplyOf, route } from './route';
import { id, inLanguages, instant, lineOrNone } from './shapes';

export const readShareLinks = route({
  summary: 'The signed-in participant’s links to their credential of this edition, the newest first',
  method: 'GET',
  path: '/editions/:editionId/credential/links',
  params: z.object({ editionId: id }),
  reply: z.object({
    items: z.array(
      z.object({
        id,
        publicId: z.string(),
        shows: z.enum(linkContents),
        /** The holder’s own note; `''` if there is none. */
        name: z.string(),
        state: z.enum(linkStates),
        madeAt: instant,
        endsAt: instant,
        looks: z.int(),
        lastLookAt: z.nullable(instant),
      }),
    ),
    can: z.object({ make: z.boolean() }),
  }),
});
export type ShareLink = ReplyOf<typeof readShareLinks>['items'][number];

export const makeShareLink = route({
  summary: 'Make a link that shows the credential, or only its facts, for some days',
  method: 'POST',
  path: '/editions/:editionId/credential/links',
  params: z.object({ editionId: id }),
  body: z.object({ linkId: id, shows: z.enum(linkContents), days: z.literal(linkDays), name: lineOrNone(100) }),
  refusals: ['credentials.nothing-to-share', 'credentials.too-many-links'],
  evenWhenClosed: true,
});

export const withdrawShareLink = route({
  summary: 'End a link before its time',
  method: 'POST',
  path: '/editions/:editionId/credential/links/:linkId/withdrawal',
  params: z.object({ editionId: id, linkId: id }),
  refusals: ['credentials.link-not-open'],
  evenWhenClosed: true,
});

export const linkedCredential = z.extend(credentialFacts, {
  endsAt: instant,
  /** What the holder shows beyond the facts; `null` where they show only these. */
  whole: z.nullable(
    z.object({
      publicId: z.string(),
      birthDate: z.string(),
      grades: z.array(z.object({ work: inLanguages, grade: z.string() })),
    }),
  ),
});
export type LinkedCredential = z.infer<typeof linkedCredential>;

export const readLinkedCredential = route({
  summary: 'What a link of a holder shows; each reading counts, except those by the holder',
  method: 'GET',
  path: '/public/shared/:sharedId',
  params: z.object({ sharedId: publicId }),
  reply: linkedCredential,
});
