import type { InputOf, startThread } from '@libretto/contracts';
import type { Actor } from '@libretto/domain';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock/clock';
import { Transaction } from '../../../platform/database/transaction';
import { orNotFound } from '../../../platform/refusals/refused';
import { RoleRegister } from '../../accounts';
import { newPost } from '../thread/new-post';
import { Post } from '../thread/post.entity';
import { newThread } from '../thread/new-thread';
import { ReadableThreads } from '../thread/readable-threads';
import { TellReaders } from '../thread/tell-readers';
import { Thread } from '../thread/thread.entity';

/** Starts a thread with its first post. Its author follows it; the tutors who read it follow a question. */
@Injectable()
export class StartThread {
  constructor(
    private readonly transaction: Transaction,
    private readonly clock: Clock,
    private readonly readable: ReadableThreads,
    private readonly roles: RoleRegister,
    private readonly telling: TellReaders,
  ) {}

  async run(actor: Actor, { params: { editionId }, body }: InputOf<typeof startThread>): Promise<{ id: string }> {
    const { kind, title, text } = body;
    return this.transaction.run(async (tx) => {
      const { edition, groups } = await this.readable.by(actor, editionId);
      const [moduleNumber, groupId] =
        body.in.place === 'module' ? [body.in.moduleNumber, null] : [null, body.in.groupId];
      orNotFound(
        groupId
          ? groups.find(({ id }) => id === groupId)
          : edition.definition.modules.find(({ number }) => number === moduleNumber),
      );
      const at = this.clock.now();
      const by = { authorId: actor.accountId, startedAt: at };
      const thread = newThread({
        editionId,
        place: body.in.place,
        moduleNumber,
        groupId,
        kind,
        title,
        posts: 1,
        ...by,
      });
      const post = newPost({ threadId: thread.id, authorId: actor.accountId, text, at });
      await tx.insert(Thread, thread);
      await tx.insert(Post, post);
      await this.telling.of(tx, thread, post, { earlier: null, follow: await this.asked(thread), mentioned: [] });
      return { id: thread.id };
    });
  }

  private async asked(thread: Thread): Promise<string[]> {
    if (thread.kind !== 'question') return [];
    const [readers, tutors] = await Promise.all([
      this.readable.readersOf(thread),
      this.roles.holders(thread.editionId, ['tutor']),
    ]);
    return tutors.flatMap(({ accountId }) => (readers.includes(accountId) ? [accountId] : []));
  }
}
