import { type Refusal, refuse } from '../refusal';

/** Where people talk: in a module, in a group, or one participant with one tutor. */
export const threadPlaces = ['module', 'group', 'direct'] as const;
export type ThreadPlace = (typeof threadPlaces)[number];

/** A discussion, or a question to the tutors of which one answer can be marked. */
export const threadKinds = ['discussion', 'question'] as const;
export type ThreadKind = (typeof threadKinds)[number];

/** Somebody who may read a thread. */
export interface Talker {
  readonly accountId: string;
  /** They teach in the edition, or coordinate it. */
  readonly moderates: boolean;
}

interface Thread {
  readonly place: ThreadPlace;
  readonly kind: ThreadKind;
  readonly authorId: string | null;
  readonly isClosed: boolean;
}

/** Somebody in one thread. Messages have no moderators: a report shows one of them to coordinators. */
export const talkerIn = ({ place }: Pick<Thread, 'place'>, talker: Talker): Talker => ({
  ...talker,
  moderates: talker.moderates && place !== 'direct',
});

/** Writes one more post. */
export const mayReply = ({ isClosed }: Pick<Thread, 'isClosed'>): true | Refusal =>
  !isClosed || refuse('discussions.thread-closed');

/** Closes a thread, or opens it again. */
export const mayCloseThread = (thread: Thread, talker: Talker): boolean => talkerIn(thread, talker).moderates;

/** Says which post answers a question: its author may, and moderators. */
export const mayMarkAnswer = ({ kind, authorId }: Thread, { accountId, moderates }: Talker): boolean =>
  kind === 'question' && (moderates || authorId === accountId);
