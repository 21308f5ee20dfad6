import { commissionRoles, onTheDesk } from '@libretto/domain';
import { Injectable, type OnApplicationBootstrap, type OnModuleInit } from '@nestjs/common';
import { type EntityManager, In } from 'typeorm';
import { newId } from '../../../platform/database/new-id';
import { Transaction, type Tx } from '../../../platform/database/transaction';
import { PeopleDirectory, RoleRegister } from '../../accounts';
import { Application } from '../dossier/application.entity';
import { DeskChange, DeskCount, DeskEntry, DeskLock } from './desk-entry.entity';
import { DeskEntries } from './desk-entries';

/** The dossiers of one edition whose entries must be renewed. */
type Stale = Set<string> | 'all';

const chunk = 500;

/**
 * Renews the entries of desks in the transaction that changes one of their sources. Triggers note the changes, so no command
 * has to think of the desks. Transactions that renew entries of one edition take turns, and each reads the sources when its
 * turn comes: of two at the same time, the second sees the changes of the first.
 */
@Injectable()
export class DeskKeeper implements OnModuleInit, OnApplicationBootstrap {
  constructor(
    private readonly transaction: Transaction,
    private readonly roles: RoleRegister,
    private readonly people: PeopleDirectory,
    private readonly entries: DeskEntries,
  ) {}

  onModuleInit(): void {
    this.transaction.beforeCommit((tx) => this.follow(tx));
  }

  /** Follows the changes that a migration has noted. */
  async onApplicationBootstrap(): Promise<void> {
    await this.transaction.run(async () => undefined);
  }

  private async follow(tx: Tx): Promise<void> {
    const changes = await tx.manager.find(DeskChange, { order: { id: 'ASC' } });
    if (!changes.length) return;
    for (const some of inChunks(changes)) await tx.manager.delete(DeskChange, { id: In(some.map(({ id }) => id)) });
    const stale = await this.staleBy(tx.manager, changes);
    for (const editionId of [...stale.keys()].sort()) {
      await tx.insertMissing(DeskLock, [{ id: editionId }]);
      await this.renew(tx, editionId, stale.get(editionId) as Stale);
    }
  }

  private async staleBy(manager: EntityManager, changes: readonly DeskChange[]): Promise<Map<string, Stale>> {
    const changed = (column: 'editionId' | 'applicationId' | 'accountId' | 'institutionId') => [
      ...new Set(changes.flatMap((change) => change[column] ?? [])),
    ];
    const institutionIds = changed('institutionId');
    const accountIds = [
      ...changed('accountId'),
      ...(institutionIds.length ? await this.people.idsAt(institutionIds) : []),
    ];
    const stale = new Map<string, Stale>();
    const add = ({ id, editionId }: { id: string; editionId: string }) => {
      const known = stale.get(editionId) ?? new Set();
      stale.set(editionId, known === 'all' ? known : known.add(id));
    };
    const ids = changed('applicationId');
    for (const found of [
      await applicationsWith(manager, 'id', ids),
      await applicationsWith(manager, 'accountId', accountIds),
      await applicationsWith(manager, 'institutionId', institutionIds),
    ])
      found.forEach(add);
    // The entries of a deleted application name its edition.
    for (const some of inChunks(ids))
      for (const { applicationId, editionId } of await manager.find(DeskEntry, {
        select: { id: true, applicationId: true, editionId: true },
        where: { applicationId: In(some) },
      }))
        add({ id: applicationId, editionId });
    const seats = accountIds.length ? await this.roles.editionsOf(accountIds, commissionRoles) : [];
    for (const editionId of [...changed('editionId'), ...seats]) stale.set(editionId, 'all');
    return stale;
  }

  private async renew(tx: Tx, editionId: string, stale: Stale): Promise<void> {
    const ids = stale === 'all' ? await idsOnTheDesk(tx.manager, editionId) : [...stale];
    for (const some of inChunks(ids)) {
      const kept = await tx.manager.findBy(DeskEntry, { applicationId: In(some) });
      const due = await this.entries.of(editionId, some);
      const entryOf = new Map(kept.map((entry) => [pairOf(entry), entry]));
      const changed = due.flatMap((entry) => {
        const before = entryOf.get(pairOf(entry));
        entryOf.delete(pairOf(entry));
        return before && isSame(before, entry) ? [] : [{ ...entry, id: before?.id ?? entry.id }];
      });
      const touched = new Set([...entryOf.values(), ...changed].map(({ id }) => id));
      const gone = kept.filter(({ id }) => touched.has(id));
      for (const few of inChunks(gone)) await tx.manager.delete(DeskEntry, { id: In(few.map(({ id }) => id)) });
      await tx.insert(DeskEntry, changed);
      await this.count(tx, editionId, gone, changed);
    }
  }

  private async count(
    tx: Tx,
    editionId: string,
    gone: readonly DeskEntry[],
    come: readonly DeskEntry[],
  ): Promise<void> {
    const counts = new Map((await tx.manager.findBy(DeskCount, { editionId })).map((count) => [kindOf(count), count]));
    const changed = new Set<DeskCount>();
    for (const [entries, by] of [
      [gone, -1],
      [come, 1],
    ] as const)
      for (const { accountId, step, turn, chairs } of entries) {
        const kind = { accountId, step, turn, chairs };
        const count = counts.get(kindOf(kind)) ?? { id: newId(), editionId, ...kind, number: 0 };
        count.number += by;
        counts.set(kindOf(kind), count);
        changed.add(count);
      }
    if (!changed.size) return;
    await tx.manager.delete(DeskCount, { id: In([...changed].map(({ id }) => id)) });
    await tx.insert(
      DeskCount,
      [...changed].filter(({ number }) => number > 0),
    );
  }
}

const pairOf = ({ applicationId, accountId }: DeskEntry): string => `${applicationId} ${accountId}`;

const kindOf = ({ accountId, step, turn, chairs }: Pick<DeskCount, 'accountId' | 'step' | 'turn' | 'chairs'>): string =>
  `${accountId} ${step} ${turn} ${chairs}`;

const isSame = (one: DeskEntry, other: DeskEntry): boolean =>
  (Object.keys(other) as (keyof DeskEntry)[]).every(
    (column) => column === 'id' || JSON.stringify(one[column]) === JSON.stringify(other[column]),
  );

async function idsOnTheDesk(manager: EntityManager, editionId: string): Promise<string[]> {
  const where = { editionId, state: In([...onTheDesk]) };
  return (await manager.find(Application, { select: { id: true }, where })).map(({ id }) => id);
}

async function applicationsWith(
  manager: EntityManager,
  column: 'id' | 'accountId' | 'institutionId',
  values: readonly string[],
): Promise<{ id: string; editionId: string }[]> {
  const found: { id: string; editionId: string }[] = [];
  for (const some of inChunks(values)) {
    const select = { id: true, editionId: true } as const;
    found.push(...(await manager.find(Application, { select, where: { [column]: In(some) } })));
  }
  return found;
}

const inChunks = <T>(all: readonly T[]): T[][] =>
  Array.from({ length: Math.ceil(all.length / chunk) }, (_, at) => all.slice(at * chunk, (at + 1) * chunk));
