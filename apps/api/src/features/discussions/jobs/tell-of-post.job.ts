import { id } from '@libretto/contracts';
import * as z from 'zod/mini';
import { job, on } from '../../../platform/jobs/job';
import { PostHidden, PostWritten } from '../discussions.events';

/** Tells a reader of a thread that there is something new in it. */
export const tellOfPost = job({
  name: 'discussions.tell-of-post',
  payload: z.object({ postId: id, accountId: id }),
  on: [on(PostWritten, ({ postId, accountIds }) => accountIds.map((accountId) => ({ postId, accountId })))],
});

/** Tells the author of a post why it was hidden. */
export const tellOfHiding = job({
  name: 'discussions.tell-of-hiding',
  payload: z.object({ postId: id, accountId: id }),
  on: [on(PostHidden, ({ postId, authorId }) => [{ postId, accountId: authorId }])],
});
