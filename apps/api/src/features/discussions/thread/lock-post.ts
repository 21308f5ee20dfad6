import type { Actor } from '@libretto/domain';
import type { Tx } from '../../../platform/database/transaction';
import { notFound } from '../../../platform/refusals/refused';
import type { Readable, ReadableThreads } from './readable-threads';
import type { Thread } from './thread.entity';
import { Post } from './post.entity';

export interface PlaceOfPost {
  readonly editionId: string;
  readonly threadId: string;
  readonly postId: string;
}

/** A post in a thread that somebody may read, both locked until the end of the transaction. */
export async function lockPost(
  tx: Tx,
  actor: Actor,
  readable: ReadableThreads,
  place: PlaceOfPost,
): Promise<Readable & { readonly thread: Thread; readonly post: Post }> {
  const open = await readable.lock(tx, actor, place);
  const [post] = await tx.lockAll(Post, { id: place.postId, threadId: open.thread.id });
  if (!post) throw notFound();
  return { ...open, post };
}
