import type { Tx } from '../../../platform/database/transaction';
import { Post } from './post.entity';

/** The id of the post with which a thread was started: it stays where its text goes. */
export async function firstPostOf(tx: Tx, threadId: string): Promise<string | undefined> {
  const [first] = await tx.manager.find(Post, { where: { threadId }, order: { at: 'ASC', id: 'ASC' }, take: 1 });
  return first?.id;
}
