import { newPost } from './new-post';
import { newThread } from './new-thread';
import type { Post } from './post.entity';
import type { Thread } from './thread.entity';

/** A discussion of module 1 with these texts of its author, the first of this morning. Name its edition. */
export function aThread(
  values: Partial<Thread> & Pick<Thread, 'editionId'>,
  texts: readonly string[] = ['Which databases do you trust?'],
): { thread: Thread; posts: Post[] } {
  const startedAt = new Date('2026-11-23T07:00:00Z');
  const at = (place: number) => new Date(startedAt.getTime() + place * 1000);
  const thread = newThread({
    ...{ place: 'module', moduleNumber: 1, title: 'Databases', authorId: null, startedAt },
    ...{ posts: texts.length, lastAt: at(texts.length - 1) },
    ...values,
  });
  const { id: threadId, authorId } = thread;
  return { thread, posts: texts.map((text, place) => newPost({ threadId, authorId, text, at: at(place) })) };
}
