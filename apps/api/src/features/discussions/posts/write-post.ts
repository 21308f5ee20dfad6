import type { InputOf, writePost } from '@libretto/contracts';
import { type Actor, mayReply, refuse } from '@libretto/domain';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock/clock';
import { newId } from '../../../platform/database/new-id';
import { Transaction, type Tx } from '../../../platform/database/transaction';
import { orRefuse, Refused } from '../../../platform/refusals/refused';
import { ReadableThreads } from '../thread/readable-threads';
import { TellReaders } from '../thread/tell-readers';
import { Thread } from '../thread/thread.entity';
import { newPost } from '../thread/new-post';
import { Post, PostMention } from '../thread/post.entity';

/** Writes one more post in a thread. */
@Injectable()
export class WritePost {
  constructor(
    private readonly transaction: Transaction,
    private readonly clock: Clock,
    private readonly readable: ReadableThreads,
    private readonly telling: TellReaders,
  ) {}

  /** Refusals: discussions.thread-closed, discussions.cannot-mention. */
  async run(actor: Actor, { params, body }: InputOf<typeof writePost>): Promise<{ id: string }> {
    return this.transaction.run(async (tx) => {
      const { thread } = await this.readable.lock(tx, actor, params);
      orRefuse(mayReply(thread));
      const mentioned = [...new Set(body.mentions)];
      const readers = mentioned.length ? await this.readable.readersOf(thread) : [];
      // Nobody learns who is there by trying.
      if (mentioned.some((id) => !readers.includes(id))) throw new Refused(refuse('discussions.cannot-mention'));
      return { id: await this.within(tx, thread, { authorId: actor.accountId, text: body.text, mentioned }) };
    });
  }

  /** The same in a locked thread that takes it. */
  async within(
    tx: Tx,
    thread: Thread,
    { authorId, text, mentioned }: { authorId: string; text: string; mentioned: readonly string[] },
  ): Promise<string> {
    const post = newPost({ threadId: thread.id, authorId, text, at: this.clock.now() });
    await tx.insert(Post, post);
    await tx.insert(
      PostMention,
      mentioned.map((accountId) => ({ id: newId(), postId: post.id, accountId })),
    );
    await tx.manager.update(Thread, { id: thread.id }, { lastAt: post.at, posts: thread.posts + 1 });
    const both = [thread.participantId, thread.tutorId].filter((id) => id !== null);
    const earlier = thread.posts ? thread.lastAt : null;
    await this.telling.of(tx, thread, post, { earlier, follow: both, mentioned });
    return post.id;
  }
}
