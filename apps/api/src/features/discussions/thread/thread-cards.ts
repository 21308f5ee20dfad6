import type { ThreadListed } from '@libretto/contracts';
import type { PersonCard } from '../../accounts';
import { flagIn } from '../../../platform/database/read-together';
import type { Readable } from './readable-threads';
import type { Thread } from './thread.entity';

/** SQL, on the row `it` of a thread for the reader `:me`: whether there is a post that they have not read. */
export const isUnread = `NOT EXISTS (SELECT 1 FROM thread_reader reader
  WHERE reader.threadId = it.id AND reader.accountId = :me AND reader.readAt >= it.lastAt)`;

/** SQL: the messages of two who have written nothing yet are no thread. */
export const hasPosts = 'it.posts > 0';

/** The people that the card of a thread names. */
export const namedIn = ({ authorId, participantId, tutorId }: Thread): string[] =>
  [authorId, participantId, tutorId].filter((id) => id !== null);

/** A thread as lists show it to its reader. */
export function cardOf(
  thread: Thread & { readonly isUnread: unknown },
  { edition, groups, talker }: Readable,
  people: ReadonlyMap<string, PersonCard>,
): ThreadListed {
  const { moduleNumber, groupId, participantId, tutorId } = thread;
  const module = edition.definition.modules.find(({ number }) => number === moduleNumber);
  const other = talker.accountId === participantId ? tutorId : participantId;
  return {
    ...{ id: thread.id, place: thread.place, kind: thread.kind, title: thread.title, posts: thread.posts },
    moduleNumber,
    module: module ? { ...module.title } : null,
    group: groups.find(({ id }) => id === groupId)?.name ?? null,
    with: thread.place === 'direct' ? (people.get(other ?? '')?.name ?? null) : null,
    by: people.get(thread.authorId ?? '')?.name ?? null,
    lastAt: thread.lastAt.toISOString(),
    isAnswered: thread.answerId !== null,
    isClosed: thread.isClosed,
    isUnread: flagIn(thread.isUnread),
  };
}
