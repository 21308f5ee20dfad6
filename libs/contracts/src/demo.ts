import * as z from 'zod/mini';
import { route } from './route';
import { instant } from './shapes';

/** What the people of the demo come to do, each of them one thing. */
const comesTo = ['coordinator', 'registrar', 'chair', 'member', 'tutor', 'participant', 'applicant', 'holder'] as const;

export const readDemo = route({
  summary: 'The people of the demo, whom anybody can be; only in a demo',
  method: 'GET',
  path: '/demo',
  sameForAll: 'a-while',
  reply: z.object({
    password: z.string(),
    people: z.array(z.object({ email: z.string(), name: z.string(), comesTo: z.enum(comesTo) })),
  }),
});

export const listMails = route({
  summary: 'What the demo would have sent, newest first',
  method: 'GET',
  path: '/demo/mails',
  reply: z.array(z.object({ id: z.string(), to: z.string(), subject: z.string(), at: instant })),
});

export const readMail = route({
  summary: 'One mail of the demo',
  method: 'GET',
  path: '/demo/mails/:fileName',
  params: z.object({ fileName: z.string().check(z.regex(/^[\w.-]{1,120}$/)) }),
  reply: z.object({
    id: z.string(),
    to: z.string(),
    subject: z.string(),
    at: instant,
    text: z.string(),
    html: z.string(),
  }),
});
