import { type LedgerSums, sumsOf, type WorkloadKind, type WorkloadSource } from '@libretto/domain';
import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { Clock } from '../../platform/clock/clock';
import { Database } from '../../platform/database/database';
import { newId } from '../../platform/database/new-id';
import type { Tx } from '../../platform/database/transaction';
import { EnrolmentDirectory } from '../places';
import { WorkloadRecorded } from './workload.events';
import { WorkloadEntry } from './workload-entry.entity';

/** The minutes of one person from one source. A source has one statement for each person. */
export interface Statement {
  enrolmentId: string;
  moduleNumber: number;
  kind: WorkloadKind;
  minutes: number;
  /** The calendar day, where the work was done. */
  day: string;
  source: WorkloadSource;
  /** The session, the declaration or the work. */
  sourceId: string;
}

/** The author of an entry, and the reason of a correction. */
export interface Hand {
  accountId: string;
  reason?: string;
}

/** Writes the ledger and adds it up. Nobody else writes. */
@Injectable()
export class Ledger {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly enrolments: EnrolmentDirectory,
  ) {}

  /** Writes statements that are new: a repetition writes nothing, and neither do zero minutes. */
  async write(tx: Tx, statements: readonly Statement[], by: Hand): Promise<void> {
    const worth = statements.filter(({ minutes }) => minutes !== 0);
    if (!worth.length) return;
    await this.enrolments.lock(
      tx,
      worth.map(({ enrolmentId }) => enrolmentId),
    );
    const there = await tx.manager.find(WorkloadEntry, {
      select: { id: true, sourceKey: true },
      where: { sourceKey: In(worth.map((statement) => keyOf(statement))) },
    });
    const known = new Set(there.map(({ sourceKey }) => sourceKey));
    const fresh = worth.filter((statement) => !known.has(keyOf(statement)));
    await this.append(
      tx,
      fresh.map((statement) => this.entry(statement, keyOf(statement), by)),
    );
  }

  /** The source has changed its statement: the standing entry is reversed, and the new one is written. */
  async restate(tx: Tx, statement: Statement, by: Hand): Promise<void> {
    const { enrolmentId, source, sourceId } = statement;
    await this.enrolments.lock(tx, [enrolmentId]);
    const said = await tx.manager.findBy(WorkloadEntry, { enrolmentId, source, sourceId });
    const takenBack = new Set(said.map(({ reverses }) => reverses));
    const standing = said.filter(({ id, reverses }) => !reverses && !takenBack.has(id));
    if (standing.reduce((sum, { minutes }) => sum + minutes, 0) === statement.minutes) return;
    await this.append(tx, [
      ...standing.map((entry) => this.contrary(entry, by)),
      ...(statement.minutes ? [this.entry(statement, `${keyOf(statement)} ${said.length}`, by)] : []),
    ]);
  }

  /** Reverses one entry. The caller has locked the enrolment and checked the rules. */
  async takeBack(tx: Tx, entry: WorkloadEntry, by: Hand): Promise<string> {
    const contrary = this.contrary(entry, by);
    await this.append(tx, [contrary]);
    return contrary.id;
  }

  /** Whether this was said before: a declaration that is sent twice is one. */
  holds(tx: Tx, statement: Statement): Promise<boolean> {
    return tx.manager.existsBy(WorkloadEntry, { sourceKey: keyOf(statement) });
  }

  /**
   * The minutes of all kinds that a person has on one day, in any edition, reversals counted. Another declaration for
   * the same person waits here, so the sum holds until the end of the transaction.
   */
  async lockDay(tx: Tx, accountId: string, day: string): Promise<number> {
    const enrolmentIds = await this.enrolments.idsOf(accountId);
    await this.enrolments.lock(tx, enrolmentIds);
    return Number((await tx.manager.sum(WorkloadEntry, 'minutes', { enrolmentId: In(enrolmentIds), day })) ?? 0);
  }

  /** The sums of these enrolments, one for each id. One statement. */
  async sums(enrolmentIds: readonly string[]): Promise<Map<string, LedgerSums>> {
    const rows = await this.database.read
      .createQueryBuilder(WorkloadEntry, 'entry')
      .select(['entry.enrolmentId AS enrolmentId', 'entry.moduleNumber AS moduleNumber', 'entry.kind AS kind'])
      .addSelect('SUM(entry.minutes)', 'minutes')
      .where('entry.enrolmentId IN (:...enrolmentIds)', { enrolmentIds: enrolmentIds.length ? enrolmentIds : [''] })
      .groupBy('entry.enrolmentId')
      .addGroupBy('entry.moduleNumber')
      .addGroupBy('entry.kind')
      .getRawMany<{ enrolmentId: string; moduleNumber: number; kind: WorkloadKind; minutes: string | number }>();
    const byEnrolment = Map.groupBy(rows, ({ enrolmentId }) => enrolmentId);
    return new Map(
      enrolmentIds.map((id) => [
        id,
        // MySQL sums integers into a decimal, which arrives as text.
        sumsOf((byEnrolment.get(id) ?? []).map((row) => ({ ...row, minutes: Number(row.minutes) }))),
      ]),
    );
  }

  /** The number of entries of these enrolments in each module. One statement. */
  async entriesByModule(enrolmentIds: readonly string[]): Promise<Map<number, number>> {
    const rows = await this.database.read
      .createQueryBuilder(WorkloadEntry, 'entry')
      .select('entry.moduleNumber', 'moduleNumber')
      .addSelect('COUNT(*)', 'entries')
      .where('entry.enrolmentId IN (:...enrolmentIds)', { enrolmentIds: enrolmentIds.length ? enrolmentIds : [''] })
      .groupBy('entry.moduleNumber')
      .getRawMany<{ moduleNumber: number; entries: string | number }>();
    return new Map(rows.map(({ moduleNumber, entries }) => [moduleNumber, Number(entries)]));
  }

  private async append(tx: Tx, entries: WorkloadEntry[]): Promise<void> {
    if (!entries.length) return;
    await tx.insert(WorkloadEntry, entries);
    await tx.publish(new WorkloadRecorded([...new Set(entries.map(({ enrolmentId }) => enrolmentId))]));
  }

  private contrary(entry: WorkloadEntry, by: Hand): WorkloadEntry {
    return { ...this.entry(entry, `reversal ${entry.id}`, by), minutes: -entry.minutes, reverses: entry.id };
  }

  private entry(statement: Statement, sourceKey: string, { accountId, reason }: Hand): WorkloadEntry {
    const { enrolmentId, moduleNumber, kind, minutes, day, source, sourceId } = statement;
    return {
      id: newId(),
      enrolmentId,
      moduleNumber,
      kind,
      minutes,
      day,
      source,
      sourceId,
      sourceKey,
      reverses: null,
      byAccountId: accountId,
      reason: reason ?? null,
      at: this.clock.now(),
    };
  }
}

const keyOf = ({ source, sourceId, enrolmentId }: Statement) => `${source} ${sourceId} ${enrolmentId}`;
