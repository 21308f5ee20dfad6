import type { changePost, InputOf } from '@libretto/contracts';
import { type Actor, isAuthorOf, mayChangePost, plain } from '@libretto/domain';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock/clock';
import { Transaction } from '../../../platform/database/transaction';
import { notFound, orRefuse } from '../../../platform/refusals/refused';
import { ReadableThreads } from '../thread/readable-threads';
import { lockPost } from '../thread/lock-post';

/** Changes the text of one's own post. That it was changed is shown. */
@Injectable()
export class ChangePost {
  constructor(
    private readonly transaction: Transaction,
    private readonly clock: Clock,
    private readonly readable: ReadableThreads,
  ) {}

  /** Refusals: discussions.change-time-over, discussions.post-gone. */
  async run(actor: Actor, { params, body: { text } }: InputOf<typeof changePost>): Promise<void> {
    await this.transaction.run(async (tx) => {
      const { post, talker } = await lockPost(tx, actor, this.readable, params);
      if (!isAuthorOf(post, talker)) throw notFound();
      const now = this.clock.now();
      orRefuse(mayChangePost(post, now));
      if (text !== post.text) await tx.save(Object.assign(post, { text, foundBy: plain(text), editedAt: now }));
    });
  }
}
