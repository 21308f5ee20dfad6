import * as z from 'zod/mini';
import { route } from './route';
import { created, id, instant } from './shapes';

/** `failed`: it is asked for again. */
export const personalCopyStates = ['queued', 'ready', 'failed'] as const;
export type PersonalCopyState = (typeof personalCopyStates)[number];

export const readPersonalData = route({
  summary: 'The copies of what is held about oneself, while they are kept',
  method: 'GET',
  path: '/personal-data',
  reply: z.object({
    items: z.array(
      z.object({
        id,
        state: z.enum(personalCopyStates),
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
  summary: 'Asks for a copy of what is held about oneself, as a zip',
  method: 'POST',
  path: '/personal-data',
  body: z.object({ language: z.string().check(z.regex(/^[a-z]{2}$/)) }),
  reply: created,
  refusals: ['personal-data.copy-under-way'],
});

export const readPersonalDataFile = route({
  summary: 'One’s own copy of what is held about oneself',
  method: 'GET',
  path: '/personal-data/:copyId/file',
  params: z.object({ copyId: id }),
  reply: 'file',
});
