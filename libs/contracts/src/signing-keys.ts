import * as z from 'zod/mini';
import { route } from './route';
import { id, instant, paragraph } from './shapes';

const signingKey = z.object({
  id,
  /** Its public half, as DID documents write it. */
  publicKey: z.string(),
  isCurrent: z.boolean(),
  madeAt: instant,
  /** `null` for the current one. */
  retired: z.nullable(z.object({ at: instant, by: z.string() })),
  /** `null` unless somebody else may have it; `left`: its credentials that are still to be signed again. */
  compromised: z.nullable(z.object({ at: instant, by: z.string(), reason: z.string(), left: z.int() })),
  /** The credentials that it signed, and those of them that are valid. */
  signed: z.int(),
  valid: z.int(),
});

export const readSigningKeys = route({
  summary: 'The keys with which this installation signs credentials, the newest first, with what each signed',
  method: 'GET',
  path: '/signing-keys',
  reply: z.object({ items: z.array(signingKey) }),
});

export const replaceSigningKey = route({
  summary: 'Retire the current key in favour of a new one; what it signed stays valid',
  method: 'POST',
  path: '/signing-keys/:keyId/replacement',
  params: z.object({ keyId: id }),
  refusals: ['credentials.key-not-current'],
});

export const withdrawSigningKey = route({
  summary:
    'Withdraw a key that somebody else may have: nothing that it signed is believed, and its credentials are signed again',
  method: 'POST',
  path: '/signing-keys/:keyId/withdrawal',
  params: z.object({ keyId: id }),
  body: z.object({ reason: paragraph(1000) }),
  refusals: ['credentials.key-reported-already'],
});
