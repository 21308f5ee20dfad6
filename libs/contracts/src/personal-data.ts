import { madeFileStates } from '@libretto/domain';
import * as z from 'zod/mini';
import { route } from './route';
import { created, id, instant } from './shapes';

export const readPersonalData = route({
  summary: 'List the copies of one’s own personal data, while they are kept',
  method: 'GET',
  path: '/personal-data',
  reply: z.object({
    items: z.array(
      z.object({
        id,
        /** `failed`: it has to be asked for again. */
        state: z.enum(madeFileStates),
        done: z.int(),
        total: z.int(),
        askedAt: instant,
        expiresAt: instant,
        bytes: z.nullable(z.int()),
      }),
    ),
    can: z.object({ ask: z.boolean() }),
  }),
});
export type PersonalDataView = z.infer<NonNullable<typeof readPersonalData.reply>>;

export const askForPersonalData = route({
  summary: 'Request a copy of one’s own personal data, as a zip file',
  method: 'POST',
  path: '/personal-data',
  body: z.object({ language: z.string().check(z.regex(/^[a-z]{2}$/)) }),
  reply: created,
  refusals: ['personal-data.copy-under-way'],
});

export const readPersonalDataFile = route({
  summary: 'Download a copy of one’s own personal data',
  method: 'GET',
  path: '/personal-data/:copyId/file',
  params: z.object({ copyId: id }),
  reply: 'file',
});
