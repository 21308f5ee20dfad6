import type { PostView } from '@libretto/contracts';
import {
  agree,
  isAuthorOf,
  mayChangePost,
  mayMarkAnswer,
  seesPost,
  standingOfPost,
  type Talker,
  talkerIn,
} from '@libretto/domain';
import { type fileCells, fileIn } from '../../../platform/files/file-store';
import type { PersonCard } from '../../accounts';
import type { Thread } from '../thread/thread.entity';
import type { Post, PostFile, PostMention } from '../thread/post.entity';

interface Around {
  readonly thread: Thread;
  readonly talker: Talker;
  readonly files: readonly (PostFile & Record<keyof typeof fileCells, unknown>)[];
  readonly mentions: readonly PostMention[];
  readonly people: ReadonlyMap<string, PersonCard>;
  readonly tutors: ReadonlySet<string>;
  readonly readAt: Date | null;
  readonly now: Date;
  /** Whether anything in the edition may change. */
  readonly isOpen: boolean;
  /** The first post of a thread is no answer to it. */
  readonly isFirstPage: boolean;
}

/** Posts as their reader sees them, and what the reader may do with each. */
export function postViews(posts: readonly Post[], around: Around): PostView[] {
  const files = Map.groupBy(around.files, ({ postId }) => postId);
  const mentions = Map.groupBy(around.mentions, ({ postId }) => postId);
  const { thread, people, tutors, readAt, now, isOpen } = around;
  const talker = talkerIn(thread, around.talker);
  return posts.map((post, place) => {
    const isOwn = isAuthorOf(post, talker);
    const isSeen = seesPost(post, talker);
    const isShown = standingOfPost(post) === 'shown';
    const isFirst = around.isFirstPage && place === 0;
    return {
      id: post.id,
      by: people.get(post.authorId ?? '')?.name ?? null,
      isOwn,
      isTutors: tutors.has(post.authorId ?? ''),
      at: post.at.toISOString(),
      editedAt: post.editedAt?.toISOString() ?? null,
      standing: standingOfPost(post),
      text: isSeen ? post.text : '',
      mentioned: isSeen ? (mentions.get(post.id) ?? []).flatMap((one) => people.get(one.accountId)?.name ?? []) : [],
      files: isSeen ? (files.get(post.id) ?? []).map((row) => ({ id: row.id, file: fileIn(row.fileId, row) })) : [],
      reason: isSeen ? post.hiddenBecause : null,
      isAnswer: thread.answerId === post.id,
      isNew: !isOwn && (!readAt || post.at > readAt),
      can: {
        change: isOpen && isOwn && agree(mayChangePost(post, now)),
        remove: isOpen && isOwn && post.removedAt === null,
        hide: isOpen && isShown && talker.moderates,
        report: isOpen && isShown && !isOwn,
        answer: isOpen && isShown && !isFirst && mayMarkAnswer(thread, talker),
      },
    };
  });
}
