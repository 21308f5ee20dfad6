import type { followThread, InputOf, readUpTo } from '@libretto/contracts';
import type { Actor } from '@libretto/domain';
import { Injectable } from '@nestjs/common';
import { MoreThan } from 'typeorm';
import { Transaction } from '../../../platform/database/transaction';
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

  async follow(actor: Actor, { params, body }: InputOf<typeof followThread>): Promise<void> {
    await this.change(actor, params, () => Promise.resolve({ follows: body.follows }));
  }

  /** Up to this post; an older one changes nothing. */
  async upTo(actor: Actor, { params, body }: InputOf<typeof readUpTo>): Promise<void> {
    await this.change(actor, params, async (before, find) => {
      const { at } = orNotFound(await find.one({ id: body.postId, threadId: params.threadId }));
      if (before.readAt && before.readAt >= at) return {};
      // Of what came since they opened it they are to be told again.
      const isTold = before.isTold && (await find.any({ threadId: params.threadId, at: MoreThan(at) }));
      return { readAt: at, isTold };
    });
  }

  private async change(
    actor: Actor,
    place: { editionId: string; threadId: string },
    into: (before: ThreadReader, find: Find) => Promise<Partial<ThreadReader>>,
  ): Promise<void> {
    await this.transaction.run(async (tx) => {
      // Posts are written under the same lock.
      const { thread } = await this.readable.lock(tx, actor, place);
      const whose = { threadId: thread.id, accountId: actor.accountId };
      const before = (await tx.manager.findOneBy(ThreadReader, whose)) ?? unread(thread.id, actor.accountId);
      const find: Find = {
        one: (where) => tx.manager.findOneBy(Post, where),
        any: (where) => tx.manager.existsBy(Post, where),
      };
      await tx.put(ThreadReader, ['threadId', 'accountId'], { ...before, ...(await into(before, find)) });
    });
  }
}

interface Find {
  one(where: { id: string; threadId: string }): Promise<Post | null>;
  any(where: { threadId: string; at: ReturnType<typeof MoreThan<Date>> }): Promise<boolean>;
}
