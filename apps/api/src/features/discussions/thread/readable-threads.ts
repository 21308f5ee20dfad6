import type { Actor, Talker } from '@libretto/domain';
import { Injectable } from '@nestjs/common';
import { Database } from '../../../platform/database/database';
import { rowsOf, type Values } from '../../../platform/database/read-together';
import type { Tx } from '../../../platform/database/transaction';
import { orNotFound } from '../../../platform/refusals/refused';
import { RoleRegister } from '../../accounts';
import { type EditionCard, EditionDirectory } from '../../editions';
import { type GroupCard, GroupDirectory, isKnownToTutors } from '../../project-work';
import { mayModerate, mayTalk } from '../discussions.policy';
import { Thread } from './thread.entity';

/** The threads of an edition that somebody may read, as SQL on the row `it` of a thread. */
export interface Readable {
  readonly edition: EditionCard;
  readonly groups: readonly GroupCard[];
  readonly where: string;
  readonly values: Values;
  readonly talker: Talker;
}

/**
 * Who may read which thread. Threads of a module: everybody of the edition. Threads of a group: its members now, and those
 * who may know who is in it. Messages: the two who write them.
 */
@Injectable()
export class ReadableThreads {
  constructor(
    private readonly database: Database,
    private readonly editions: EditionDirectory,
    private readonly groups: GroupDirectory,
    private readonly roles: RoleRegister,
  ) {}

  async by(actor: Actor, editionId: string): Promise<Readable> {
    const edition = orNotFound(await this.editions.byId(editionId));
    const groups = await this.groups.knownTo(actor, edition);
    return {
      edition,
      groups,
      where: readableIn('it'),
      values: { editionId, me: actor.accountId, groupIds: groups.map(({ id }) => id) },
      talker: { accountId: actor.accountId, moderates: mayModerate(actor, { editionId }) },
    };
  }

  /** One thread, locked until the end of the transaction. */
  async lock(
    tx: Tx,
    actor: Actor,
    { editionId, threadId }: { editionId: string; threadId: string },
  ): Promise<Readable & { readonly thread: Thread }> {
    const thread = await tx.lock(Thread, threadId);
    const open = await this.by(actor, editionId);
    orNotFound(await this.found(open, threadId));
    return { ...open, thread };
  }

  /** A thread of those that somebody may read. */
  async found({ where, values }: Readable, threadId: string): Promise<Thread | undefined> {
    const asked = rowsOf(Thread, `WHERE it.id = :threadId AND ${where}`, { ...values, threadId });
    return (await this.database.rows(asked))[0];
  }

  /** The accounts that may read a thread now. */
  async readersOf({ editionId, place, groupId, participantId, tutorId }: Thread): Promise<string[]> {
    if (place === 'direct') return [participantId, tutorId].filter((id) => id !== null);
    const edition = orNotFound(await this.editions.byId(editionId));
    const [group, holders] = await Promise.all([
      groupId ? this.groups.byId(groupId) : null,
      this.roles.holders(editionId, ['participant', 'tutor']),
    ]);
    const knowsIt = group === null || (group && isKnownToTutors(group, edition));
    // Whoever deleted their account is enrolled still, and reads nothing.
    const reading = holders.filter(({ accountId, role }) =>
      role === 'tutor' ? knowsIt : place === 'module' || group?.accountIds.includes(accountId),
    );
    return [...new Set(reading.map(({ accountId }) => accountId))];
  }

  /** Whether somebody may read a thread now, for jobs. */
  async mayRead(accountId: string, thread: Thread): Promise<boolean> {
    const actor = { accountId, ...(await this.roles.of([accountId]))(accountId) };
    if (!mayTalk(actor, thread)) return false;
    return (await this.found(await this.by(actor, thread.editionId), thread.id)) !== undefined;
  }
}

/** SQL: whether the reader may read the thread of a row with this name. */
export const readableIn = (thread: string) => `${thread}.editionId = :editionId AND (${thread}.place = 'module'
  OR (${thread}.place = 'group' AND ${thread}.groupId IN (:...groupIds))
  OR (${thread}.place = 'direct' AND (${thread}.participantId = :me OR ${thread}.tutorId = :me)))`;
