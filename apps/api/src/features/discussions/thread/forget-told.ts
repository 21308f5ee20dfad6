import type { Tx } from '../../../platform/database/transaction';
import { ThreadReader } from './thread.entity';

/** Nothing is left that somebody was told of and has not read. */
const nothingLeft = `NOT EXISTS (SELECT 1 FROM post WHERE post.threadId = thread_reader.threadId
  AND post.authorId <> thread_reader.accountId AND post.hiddenAt IS NULL AND post.removedAt IS NULL
  AND (thread_reader.readAt IS NULL OR post.at > thread_reader.readAt))`;

/**
 * After posts of these threads went: whoever was told of nothing that is still there is told of the next post. They would wait
 * for it otherwise until they came by themselves.
 */
export async function forgetTold(tx: Tx, threadIds: readonly string[]): Promise<void> {
  await tx.manager
    .createQueryBuilder()
    .update(ThreadReader)
    .set({ isTold: false })
    .where(`threadId IN (:...threadIds) AND isTold = :yes AND ${nothingLeft}`, { threadIds, yes: true })
    .execute();
}
