import type { followThread, InputOf, readUpTo } from '@libretto/contracts';
import type { Actor } from '@libretto/domain';
import { Injectable } from '@nestjs/common';
import { MoreThan } from 'typeorm';
import { Transaction, type Tx } from '../../../platform/database/transaction';
import { orNotFound } from '../../../platform/refusals/refused';
import { Post } from '../thread/post.entity';
import { ReadableThreads } from '../thread/readable-threads';
import { unread } from '../thread/tell-readers';
import { ThreadReader } from '../thread/thread.entity';

/** Keeps how far somebody has read a thread, and whether they follow it. */
@Injectable()
export class KeepReading {
  constructor(
    private readonly transaction: Transaction,
    private readonly readable: ReadableThreads,
  ) {}

  async follow(actor: Actor, { params, body: { follows } }: InputOf<typeof followThread>): Promise<void> {
    await this.change(actor, params, () => Promise.resolve({ follows }));
  }

  /** Up to this post; an older one changes nothing. */
  async upTo(actor: Actor, { params, body }: InputOf<typeof readUpTo>): Promise<void> {
    const { threadId } = params;
    await this.change(actor, params, async (before, tx) => {
      const { at } = orNotFound(await tx.manager.findOneBy(Post, { id: body.postId, threadId }));
      if (before.readAt && before.readAt >= at) return {};
      // Of what came since they opened it they are to be told again.
      const isTold = before.isTold && (await tx.manager.existsBy(Post, { threadId, at: MoreThan(at) }));
      return { readAt: at, isTold };
    });
  }

  private async change(
    actor: Actor,
    place: { editionId: string; threadId: string },
    into: (before: ThreadReader, tx: Tx) => Promise<Partial<ThreadReader>>,
  ): Promise<void> {
    await this.transaction.run(async (tx) => {
      // Posts are written under the same lock.
      const { thread } = await this.readable.lock(tx, actor, place);
      const whose = { threadId: thread.id, accountId: actor.accountId };
      const before = (await tx.manager.findOneBy(ThreadReader, whose)) ?? unread(thread.id, actor.accountId);
      await tx.put(ThreadReader, ['threadId', 'accountId'], { ...before, ...(await into(before, tx)) });
    });
  }
}
