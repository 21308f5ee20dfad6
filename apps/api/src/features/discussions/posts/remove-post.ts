import { type Actor, isAuthorOf } from '@libretto/domain';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock/clock';
import { Transaction } from '../../../platform/database/transaction';
import { notFound } from '../../../platform/refusals/refused';
import { ReadableThreads } from '../thread/readable-threads';
import { ErasePosts } from './erase-posts';
import { lockPost, type PlaceOfPost } from '../thread/lock-post';

/** Removes one's own post: its place stays. Again changes nothing. */
@Injectable()
export class RemovePost {
  constructor(
    private readonly transaction: Transaction,
    private readonly clock: Clock,
    private readonly readable: ReadableThreads,
    private readonly erasing: ErasePosts,
  ) {}

  async run(actor: Actor, place: PlaceOfPost): Promise<void> {
    await this.transaction.run(async (tx) => {
      const { post, talker } = await lockPost(tx, actor, this.readable, place);
      if (!isAuthorOf(post, talker)) throw notFound();
      if (post.removedAt) return;
      await this.erasing.of(tx, [post], { removedAt: this.clock.now() });
    });
  }
}
