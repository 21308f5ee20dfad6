import { commissionRoles, onTheDesk } from '@libretto/domain';
import { Injectable, type OnApplicationBootstrap, type OnModuleInit } from '@nestjs/common';
import { type EntityManager, In } from 'typeorm';
import { Database } from '../../../platform/database/database';
import { newId } from '../../../platform/database/new-id';
import { rowsOf } from '../../../platform/database/read-together';
import { Transaction, type Tx } from '../../../platform/database/transaction';
import { PeopleDirectory, RoleRegister } from '../../accounts';
import { Application } from '../dossier/application.entity';
import { onThese } from '../dossier/deliberation-record';
import { DeskChange, DeskCount, DeskEntry, DeskLock } from './desk-entry.entity';
import { DeskEntries } from './desk-entries';

/** The dossiers of one edition whose entries must be renewed. */
type Stale = Set<string> | 'all';

const chunk = 500;

/** The notes of changes, and the tables with triggers that write them. */
const sourcesOfDesks = [
  'desk_change',
  'application',
  'conflict',
  'declaration',
  'finding',
  'vote',
  'viewed_version',
  'assignment',
  'ruling',
  'edition_role',
  'account',
  'institution',
  'edition',
];

/**
 * Renews the entries of desks in the transaction that changes one of their sources. Triggers note the changes, so no command
 * has to think of the desks. Transactions that renew entries of one edition take turns, and each reads the sources when its
 * turn comes: of two at the same time, the second sees the changes of the first.
 */
@Injectable()
export class DeskKeeper implements OnModuleInit, OnApplicationBootstrap {
  constructor(
    private readonly database: Database,
    private readonly transaction: Transaction,
    private readonly roles: RoleRegister,
    private readonly people: PeopleDirectory,
    private readonly entries: DeskEntries,
  ) {}

  onModuleInit(): void {
    this.transaction.beforeCommitOf(sourcesOfDesks, (tx) => this.follow(tx));
  }

  /** Follows the changes that a migration has noted. */
  async onApplicationBootstrap(): Promise<void> {
    await this.transaction.run((tx) => this.follow(tx));
  }

  private async follow(tx: Tx): Promise<void> {
    const { changes, applications, entries } = await this.database.together({
      changes: rowsOf(DeskChange, '', {}),
      applications: rowsOf(
        Application,
        `WHERE it.id IN (${changedApplications})`,
        {},
        { columns: ['id', 'editionId'] },
      ),
      // The entries of a deleted application name its edition.
      entries: rowsOf(
        DeskEntry,
        `WHERE it.applicationId IN (${changedApplications})`,
        {},
        { columns: ['applicationId', 'editionId'] },
      ),
    });
    if (!changes.length) return;
    for (const some of inChunks(changes)) await tx.manager.delete(DeskChange, { id: In(some.map(({ id }) => id)) });
    const stale = await this.staleBy(tx.manager, changes, [
      ...applications,
      ...entries.map(({ applicationId: id, editionId }) => ({ id, editionId })),
    ]);
    for (const editionId of [...stale.keys()].sort()) {
      await tx.insertMissing(DeskLock, [{ id: editionId }]);
      await this.renew(tx, editionId, stale.get(editionId) as Stale);
    }
  }

  private async staleBy(
    manager: EntityManager,
    changes: readonly DeskChange[],
    changedThemselves: readonly InEdition[],
  ): Promise<Map<string, Stale>> {
    const changed = (column: 'editionId' | 'accountId' | 'institutionId') => [
      ...new Set(changes.flatMap((change) => change[column] ?? [])),
    ];
    const institutionIds = changed('institutionId');
    const accountIds = [
      ...changed('accountId'),
      ...(institutionIds.length ? await this.people.idsAt(institutionIds) : []),
    ];
    const stale = new Map<string, Stale>();
    for (const { id, editionId } of [
      ...changedThemselves,
      ...(await applicationsWith(manager, 'accountId', accountIds)),
      ...(await applicationsWith(manager, 'institutionId', institutionIds)),
    ]) {
      const known = stale.get(editionId) ?? new Set();
      stale.set(editionId, known === 'all' ? known : known.add(id));
    }
    const seats = accountIds.length ? await this.roles.editionsOf(accountIds, commissionRoles) : [];
    for (const editionId of [...changed('editionId'), ...seats]) stale.set(editionId, 'all');
    return stale;
  }

  private async renew(tx: Tx, editionId: string, stale: Stale): Promise<void> {
    const ids = stale === 'all' ? await idsOnTheDesk(tx.manager, editionId) : [...stale];
    for (const some of inChunks(ids)) {
      const [kept, counts, due] = await Promise.all([
        this.database.rows(rowsOf(DeskEntry, onThese, { applicationIds: some })),
        this.database.rows(rowsOf(DeskCount, 'WHERE it.editionId = :editionId', { editionId })),
        this.entries.of(editionId, some),
      ]);
      const entryOf = new Map(kept.map((entry) => [pairOf(entry), entry]));
      const renewed: DeskEntry[] = [];
      const replaced: DeskEntry[] = [];
      for (const entry of due) {
        const before = entryOf.get(pairOf(entry));
        entryOf.delete(pairOf(entry));
        if (before && isSame(before, entry)) continue;
        renewed.push({ ...entry, id: before?.id ?? entry.id });
        if (before) replaced.push(before);
      }
      const gone = [...entryOf.values()];
      for (const few of inChunks(gone)) await tx.manager.delete(DeskEntry, { id: In(few.map(({ id }) => id)) });
      await tx.put(DeskEntry, ['applicationId', 'accountId'], ...renewed);
      const counted = countedAnew(editionId, counts, [...replaced, ...gone], renewed);
      await tx.put(DeskCount, ['editionId', 'accountId', 'step', 'turn', 'chairs'], ...counted);
    }
  }
}

/** An application, and the edition on whose desks it lies. */
type InEdition = Pick<Application, 'id' | 'editionId'>;

const changedApplications = 'SELECT applicationId FROM desk_change';

/** The counts that change when some entries go and others come. A count of none stays: it is soon needed again. */
function countedAnew(
  editionId: string,
  known: readonly DeskCount[],
  gone: readonly DeskEntry[],
  come: readonly DeskEntry[],
): DeskCount[] {
  const counts = new Map(known.map((count) => [kindOf(count), count]));
  const before = new Map(known.map(({ id, number }) => [id, number]));
  for (const [entries, by] of [
    [gone, -1],
    [come, 1],
  ] as const)
    for (const { accountId, step, turn, chairs } of entries) {
      const kind = { accountId, step, turn, chairs };
      const count = counts.get(kindOf(kind)) ?? { id: newId(), editionId, ...kind, number: 0 };
      count.number += by;
      counts.set(kindOf(kind), count);
    }
  return [...counts.values()].filter(({ id, number }) => number !== (before.get(id) ?? 0));
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
  column: 'accountId' | 'institutionId',
  values: readonly string[],
): Promise<InEdition[]> {
  const found: InEdition[] = [];
  for (const some of inChunks(values)) {
    const select = { id: true, editionId: true } as const;
    found.push(...(await manager.find(Application, { select, where: { [column]: In(some) } })));
  }
  return found;
}

const inChunks = <T>(all: readonly T[]): T[][] =>
  Array.from({ length: Math.ceil(all.length / chunk) }, (_, at) => all.slice(at * chunk, (at + 1) * chunk));
