import type { closeThread, InputOf, markAnswer } from '@libretto/contracts';
import { type Actor, canBeAnswer, mayCloseThread, mayMarkAnswer } from '@libretto/domain';
import { Injectable } from '@nestjs/common';
import { Transaction } from '../../../platform/database/transaction';
import { allow, orNotFound, orRefuse } from '../../../platform/refusals/refused';
import { firstPostOf } from '../thread/first-post';
import { Post } from '../thread/post.entity';
import { ReadableThreads } from '../thread/readable-threads';

/** Closes threads, and says which post answers a question: one at most, since it stands in the thread's row. */
@Injectable()
export class ModerateThread {
  constructor(
    private readonly transaction: Transaction,
    private readonly readable: ReadableThreads,
  ) {}

  /** Refusals: discussions.post-gone, discussions.no-answer-to-itself. */
  async answer(actor: Actor, { params, body: { postId } }: InputOf<typeof markAnswer>): Promise<void> {
    await this.transaction.run(async (tx) => {
      const { thread, talker } = await this.readable.lock(tx, actor, params);
      allow(mayMarkAnswer(thread, talker));
      if (postId) {
        const post = orNotFound(await tx.manager.findOneBy(Post, { id: postId, threadId: thread.id }));
        orRefuse(canBeAnswer(post, await firstPostOf(tx, thread.id)));
      }
      await tx.save(Object.assign(thread, { answerId: postId }));
    });
  }

  async close(actor: Actor, { params, body: { isClosed } }: InputOf<typeof closeThread>): Promise<void> {
    await this.transaction.run(async (tx) => {
      const { thread, talker } = await this.readable.lock(tx, actor, params);
      allow(mayCloseThread(thread, talker));
      await tx.save(Object.assign(thread, { isClosed }));
    });
  }
}
