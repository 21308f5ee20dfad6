import * as z from 'zod/mini';
import { route } from './route';

/** One request asks at most this many questions, each with an address of at most this many characters. */
export const mostTogether = 12;
export const longestQuestion = 1000;

const question = z.string().check(z.maxLength(longestQuestion), z.regex(/^\/api\//));

export const askTogether = route({
  summary: 'Several questions of one screen in one request, each answered as it would be alone',
  method: 'GET',
  path: '/together',
  query: z.object({
    /** Addresses of GET routes with JSON replies, from `/api/` on. */
    ask: z.pipe(
      z.union([question, z.array(question).check(z.maxLength(mostTogether))]),
      z.transform((asked) => [asked].flat()),
    ),
  }),
  /** In the order of the questions: the reply or the problem of each. */
  reply: z.array(z.object({ status: z.int(), retryAfter: z.nullable(z.string()), body: z.unknown() })),
});
