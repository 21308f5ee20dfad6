import * as z from 'zod/mini';
import { route } from './route';

export const listLanguages = route({
  summary: 'The languages of this installation',
  method: 'GET',
  path: '/languages',
  reply: z.array(z.object({ code: z.string(), name: z.string() })),
});

export const readLanguage = route({
  summary: 'Every sentence of one language',
  method: 'GET',
  path: '/languages/:language',
  params: z.object({ language: z.string().check(z.regex(/^[a-z]{2}$/)) }),
  reply: 'file',
});
