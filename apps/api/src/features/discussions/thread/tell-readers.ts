import { Injectable } from '@nestjs/common';
import { newId } from '../../../platform/database/new-id';
import type { Tx } from '../../../platform/database/transaction';
import { PostWritten } from '../discussions.events';
import type { Post } from './post.entity';
import { type Thread, ThreadReader } from './thread.entity';

/** People to tell of a post beside its followers: `follow` are those who follow from now on, `mentioned` those it names. */
interface Further {
  /** When the newest post before it was written; without one, it is the first. */
  readonly earlier: Date | null;
  readonly follow: readonly string[];
  readonly mentioned: readonly string[];
}

/** Keeps who follows a thread, and tells them of a post: of one, until they have read it. */
@Injectable()
export class TellReaders {
  /** The thread is locked, so two posts come one after the other. */
  async of(tx: Tx, thread: Thread, post: Post, { earlier, follow, mentioned }: Further): Promise<void> {
    const { authorId } = post;
    const rows = await tx.lockAll(ThreadReader, { threadId: thread.id });
    const known = new Map(rows.map((row) => [row.accountId, row]));
    const following = new Set([...follow, ...(authorId ? [authorId] : [])]);
    const told: string[] = [];
    const changed: ThreadReader[] = [];
    for (const accountId of new Set([...known.keys(), ...following, ...mentioned])) {
      const before = known.get(accountId) ?? unread(thread.id, accountId);
      const after = { ...before, follows: before.follows || following.has(accountId) };
      // An author who has not read the posts above their own has them still to read.
      const hasReadAll = !earlier || (before.readAt !== null && before.readAt >= earlier);
      if (accountId === authorId) after.readAt = hasReadAll ? post.at : before.readAt;
      else if (!after.isTold && (after.follows || mentioned.includes(accountId))) {
        after.isTold = true;
        told.push(accountId);
      }
      if (!known.has(accountId) || isOther(before, after)) changed.push(after);
    }
    await tx.put(ThreadReader, ['threadId', 'accountId'], ...changed);
    await tx.publish(new PostWritten(thread.id, post.id, told));
  }
}

export const unread = (threadId: string, accountId: string): ThreadReader => ({
  ...{ id: newId(), threadId, accountId },
  ...{ follows: false, readAt: null, isTold: false },
});

const isOther = (one: ThreadReader, other: ThreadReader) =>
  one.follows !== other.follows || one.isTold !== other.isTold || one.readAt?.getTime() !== other.readAt?.getTime();
