import { In } from 'typeorm';
import { Clock } from '../../platform/clock/clock';
import type { Reaction, Tx } from '../../platform/database/transaction';
import { ReactsTo } from '../../platform/jobs/handler';
import { AccountLeaves } from '../accounts';
import { ErasePosts } from './posts/erase-posts';
import { Post, PostMention, PostReport } from './thread/post.entity';
import { Thread, ThreadReader } from './thread/thread.entity';

/**
 * Somebody deletes their account: their texts go, and no name stays with the places. A record of a course needs neither.
 * The other one of two who wrote messages keeps their own half.
 */
@ReactsTo(AccountLeaves)
export class LeaveDiscussions implements Reaction<AccountLeaves> {
  constructor(
    private readonly clock: Clock,
    private readonly erasing: ErasePosts,
  ) {}

  async react({ accountId }: AccountLeaves, tx: Tx): Promise<void> {
    const posts = await tx.lockAll(Post, { authorId: accountId });
    await this.erasing.of(tx, posts, { authorId: null, removedAt: this.clock.now(), hiddenBecause: null });
    const { manager } = tx;
    // What others said about these texts says something about who wrote them.
    if (posts.length) await manager.delete(PostReport, { postId: In(posts.map(({ id }) => id)) });
    await manager.update(Thread, { authorId: accountId }, { authorId: null, title: '', foundBy: '' });
    await manager.update(Thread, { participantId: accountId }, { participantId: null, directKey: null });
    await manager.update(Thread, { tutorId: accountId }, { tutorId: null, directKey: null });
    await manager.update(Post, { hiddenById: accountId }, { hiddenById: null });
    for (const trace of [PostMention, PostReport, ThreadReader]) await manager.delete(trace, { accountId });
  }
}
