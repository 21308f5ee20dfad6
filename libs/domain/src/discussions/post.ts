import { type Refusal, refuse } from '../refusal';
import type { Talker } from './thread';

/** The minutes within which an author changes what they wrote, or adds files to it. */
export const minutesToChange = 30;

/** The files that a post can have. */
export const mostFilesOfPost = 5;

interface Post {
  readonly authorId: string | null;
  readonly at: Date;
  readonly removedAt: Date | null;
  readonly hiddenAt: Date | null;
}

/** What a post shows: its text, that its author removed it, or that somebody hid it. Its place stays. */
export const postStandings = ['shown', 'hidden', 'removed'] as const;
export type PostStanding = (typeof postStandings)[number];
export const standingOfPost = ({ removedAt, hiddenAt }: Pick<Post, 'removedAt' | 'hiddenAt'>): PostStanding => {
  if (removedAt) return 'removed';
  return hiddenAt ? 'hidden' : 'shown';
};

/** Whether there is anything left of a post to work with. */
export const isThere = (post: Post): true | Refusal =>
  standingOfPost(post) === 'shown' || refuse('discussions.post-gone');

/** An author changes their text, or adds a file, for a while. */
export function mayChangePost(post: Post, now: Date): true | Refusal {
  if (standingOfPost(post) !== 'shown') return refuse('discussions.post-gone');
  const until = post.at.getTime() + minutesToChange * 60_000;
  return now.getTime() < until || refuse('discussions.change-time-over', { minutes: minutesToChange });
}

export const isAuthorOf = ({ authorId }: Pick<Post, 'authorId'>, { accountId }: Talker): boolean =>
  authorId === accountId;

/** The text and its files, for who may see what a moderator has hidden: its author and who moderates. */
export const seesPost = (post: Post, talker: Talker): boolean => {
  const standing = standingOfPost(post);
  return standing === 'shown' || (standing === 'hidden' && (talker.moderates || isAuthorOf(post, talker)));
};
