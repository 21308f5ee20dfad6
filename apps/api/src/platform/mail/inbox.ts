import type { NoticeTopic } from '@libretto/domain';
import type { Tx } from '../database/transaction';
import type { Letter } from './mail';

/** A notice on its way to somebody with an account. */
export interface Notice extends Letter {
  /** The key of its mail: the same in every repetition of the job that sends it. */
  readonly key: string;
  readonly topic: NoticeTopic;
  readonly accountId: string;
  /** The moment that it is about, after which it is of no use. */
  readonly matters?: Date | undefined;
}

/** Keeps the notices of people inside of the product, and knows how each wants to hear of them. */
export interface Inbox {
  /** Keeps a notice, once, and answers when to mail it; `null`: not by a mail of its own. */
  take(notice: Notice): Promise<Date | null>;
  /** Takes back the notices whose keys begin with one of these: what they told is not to be read any more. */
  takeBack(tx: Tx, keys: readonly string[]): Promise<void>;
}
