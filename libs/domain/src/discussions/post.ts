import { type Refusal, refuse } from '../refusal';
import type { Talker } from './thread';

/** The minutes within which an author changes a post, or adds files to it. */
const minutesToChange = 30;

/** The files that a post can have. */
const mostFilesOfPost = 5;

interface Post {
  readonly authorId: string | null;
  readonly at: Date;
  readonly removedAt: Date | null;
  readonly hiddenAt: Date | null;
}

/** A post shows its text, or that its author removed it, or that a moderator hid it. Its place stays. */
export const postStandings = ['shown', 'hidden', 'removed'] as const;
export type PostStanding = (typeof postStandings)[number];
export const standingOfPost = ({ removedAt, hiddenAt }: Pick<Post, 'removedAt' | 'hiddenAt'>): PostStanding => {
  if (removedAt) return 'removed';
  return hiddenAt ? 'hidden' : 'shown';
};

/** Whether there is anything left of a post to work with. */
export const isThere = (post: Post): true | Refusal =>
  standingOfPost(post) === 'shown' || refuse('discussions.post-gone');

/** An author changes their text for a while. */
export function mayChangePost(post: Post, now: Date): true | Refusal {
  if (standingOfPost(post) !== 'shown') return refuse('discussions.post-gone');
  const until = post.at.getTime() + minutesToChange * 60_000;
  return now.getTime() < until || refuse('discussions.change-time-over', { minutes: minutesToChange });
}

/** Whether a post can be the answer in a thread that begins with this first one. */
export const canBeAnswer = (post: Post & { readonly id: string }, firstId: string | undefined): true | Refusal =>
  post.id === firstId ? refuse('discussions.no-answer-to-itself') : isThere(post);

/** An author adds a file for as long as they may change the text, to a post that has so many. */
export function mayAttachToPost(post: Post, files: number, now: Date): true | Refusal {
  const change = mayChangePost(post, now);
  if (change !== true) return change;
  return files < mostFilesOfPost || refuse('discussions.too-many-files', { most: mostFilesOfPost });
}

export const isAuthorOf = ({ authorId }: Pick<Post, 'authorId'>, { accountId }: Talker): boolean =>
  authorId === accountId;

/** Whether somebody reads a post: one that a moderator has hidden is still read by its author and by moderators. */
export const seesPost = (post: Post, talker: Talker): boolean => {
  const standing = standingOfPost(post);
  return standing === 'shown' || (standing === 'hidden' && (talker.moderates || isAuthorOf(post, talker)));
};
