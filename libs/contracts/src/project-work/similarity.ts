import * as z from 'zod/mini';
import { route } from '../route';
import { id } from '../shapes';
import { ofWork } from './shapes';

/** What both works say, in the words of each. */
const passage = z.object({ own: z.string(), other: z.string() });

/** Another work of the programme with passages of this one. */
const similarWork = z.object({
  /** The edition that it is of. */
  edition: z.string(),
  isThisEdition: z.boolean(),
  /** Whose it is, and where it is read; `null` where the reader may not know. */
  group: z.nullable(z.string()),
  workId: z.nullable(id),
  editionId: z.nullable(id),
  /** The share of this work's words in the passages, in percent. */
  share: z.int(),
  passages: z.array(passage),
  /** The number of passages that are not listed. */
  more: z.int(),
});
export type SimilarWork = z.infer<typeof similarWork>;

export const readSimilarities = route({
  summary: 'Where a submission says the same as others of its programme, as places to look at: it is no verdict',
  method: 'GET',
  path: '/editions/:editionId/project-work/marking/:workId/similarities',
  params: ofWork,
  reply: z.object({
    /** Not asked for by the brief; not read yet; of a form without words; read. */
    state: z.enum(['off', 'waiting', 'no-words', 'read']),
    words: z.int(),
    share: z.int(),
    /** Those with most in common first. */
    works: z.array(similarWork),
  }),
});
export type SimilaritiesView = NonNullable<z.infer<NonNullable<typeof readSimilarities.reply>>>;
