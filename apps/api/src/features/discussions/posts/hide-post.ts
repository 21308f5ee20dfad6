import type { hidePost, InputOf } from '@libretto/contracts';
import { type Actor, isThere, talkerIn } from '@libretto/domain';
import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { Clock } from '../../../platform/clock/clock';
import { Transaction } from '../../../platform/database/transaction';
import { Postman } from '../../../platform/mail/postman';
import { allow, orNotFound, orRefuse } from '../../../platform/refusals/refused';
import { PostHidden } from '../discussions.events';
import { keyOfPost } from '../mail/key-of-post';
import { firstPostOf } from '../thread/first-post';
import { forgetTold } from '../thread/forget-told';
import { ReadableThreads } from '../thread/readable-threads';
import { Thread } from '../thread/thread.entity';
import { Post, PostReport } from '../thread/post.entity';
import { PostReports } from './post-reports';

/** Hides a post from its readers, with a reason; with the first one of a thread its title goes. Reports of it are settled with that. */
@Injectable()
export class HidePost {
  constructor(
    private readonly transaction: Transaction,
    private readonly clock: Clock,
    private readonly readable: ReadableThreads,
    private readonly reports: PostReports,
    private readonly postman: Postman,
  ) {}

  /** Refusals: discussions.post-gone. */
  async run(actor: Actor, { params, body: { reason } }: InputOf<typeof hidePost>): Promise<void> {
    await this.transaction.run(async (tx) => {
      const thread = await tx.lock(Thread, params.threadId);
      const [found] = await tx.lockAll(Post, { id: params.postId, threadId: thread.id });
      const post = orNotFound(found);
      // A reported post was shown to moderators, even if its thread is not theirs to read.
      if (!(await this.reports.show(actor, params.editionId, post.id))) {
        const { talker } = await this.readable.lock(tx, actor, params);
        allow(talkerIn(thread, talker).moderates);
      }
      orRefuse(isThere(post));
      const hiddenAt = this.clock.now();
      await tx.save(Object.assign(post, { hiddenAt, hiddenById: actor.accountId, hiddenBecause: reason }));
      if (thread.answerId === post.id) await tx.manager.update(Thread, { id: thread.id }, { answerId: null });
      // The title says the same in fewer words, on every list.
      if ((await firstPostOf(tx, thread.id)) === post.id)
        await tx.manager.update(Thread, { id: thread.id }, { title: '', foundBy: '' });
      await tx.manager.update(PostReport, { postId: post.id, settledAt: IsNull() }, { settledAt: hiddenAt });
      await this.postman.takeBack(tx, [keyOfPost(post.id)]);
      await forgetTold(tx, [thread.id]);
      if (post.authorId) await tx.publish(new PostHidden(post.id, post.authorId));
    });
  }
}
