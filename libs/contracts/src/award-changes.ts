import { awardChanges, awardStandings } from '@libretto/domain';
import * as z from 'zod/mini';
import { awardRow } from './credentials';
import { route } from './route';
import { id, refusal, searchText } from './shapes';

/** So many awards are changed in one go; of more, the first are shown, and the others follow in another go. */
export const mostAwardsAtOnce = 500;

const changedAward = z.object({
  row: awardRow,
  /** Why the change would be refused. */
  whyNot: z.nullable(refusal),
});
export type ChangedAward = z.infer<typeof changedAward>;

export const readAwardChanges = route({
  summary: `What a change would do to each of several awards, before anything is done: to those that are chosen, or to all that a list shows, up to ${mostAwardsAtOnce}`,
  method: 'GET',
  path: '/awards/changes',
  query: z.object({
    change: z.enum(awardChanges),
    edition: z.optional(id),
    q: searchText,
    state: z.optional(z.enum(awardStandings)),
    /** Enrolments, separated by commas. */
    chosen: z.optional(z.string().check(z.maxLength(4000), z.regex(/^[0-9a-f-]{36}(,[0-9a-f-]{36})*$/))),
  }),
  reply: z.object({ items: z.array(changedAward), /** The number of all that match. */ found: z.int() }),
});
