import {
  type Actor,
  type DayMinutes,
  type LedgerSums,
  sumsOf,
  type WorkloadKind,
  type WorkloadSource,
} from '@libretto/domain';
import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { Clock } from '../../platform/clock/clock';
import { Database } from '../../platform/database/database';
import { cellsOf, countOf } from '../../platform/database/read-together';
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
  note?: string | undefined;
}

/** What somebody declares, before its days. */
type Declared = Omit<Statement, 'day' | 'minutes'>;

/** The author of an entry, and the reason of a correction. */
export interface Hand {
  accountId: string;
  reason?: string;
}

interface SumRow {
  enrolmentId: string;
  moduleNumber: number;
  kind: WorkloadKind;
  minutes: number;
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

  /** A source has changed its statements: the standing entries are reversed, and the new ones are written. */
  async restate(tx: Tx, statements: readonly Statement[], by: Hand): Promise<void> {
    const people = statements.map(({ enrolmentId }) => enrolmentId);
    await this.enrolments.lock(tx, people);
    const sources = { sourceId: In(statements.map(({ sourceId }) => sourceId)), enrolmentId: In(people) };
    const entries = Map.groupBy(await tx.manager.findBy(WorkloadEntry, sources), keyOf);
    await this.append(
      tx,
      statements.flatMap((statement) => this.restated(statement, entries.get(keyOf(statement)) ?? [], by)),
    );
  }

  private restated(statement: Statement, said: readonly WorkloadEntry[], by: Hand): WorkloadEntry[] {
    const takenBack = new Set(said.map(({ reverses }) => reverses));
    const standing = said.filter(({ id, reverses }) => !reverses && !takenBack.has(id));
    if (standing.reduce((sum, { minutes }) => sum + minutes, 0) === statement.minutes) return [];
    return [
      ...standing.map((entry) => this.contrary(entry, by)),
      ...(statement.minutes ? [this.entry(statement, `${keyOf(statement)} ${said.length}`, by)] : []),
    ];
  }

  /** Reverses one entry. The caller has locked the enrolment and checked the rules. */
  async takeBack(tx: Tx, entry: WorkloadEntry, by: Hand): Promise<string> {
    const contrary = this.contrary(entry, by);
    await this.append(tx, [contrary]);
    return contrary.id;
  }

  /**
   * What the ledger says about a new declaration: whether it is there already (one that is sent twice is one), and the
   * minutes of all kinds that the person has on each of its days, in any edition, reversals counted. The caller has
   * locked all of the person's enrolments.
   */
  async declared(
    { accountId }: Actor,
    { enrolmentId, source, sourceId }: Pick<Declared, 'enrolmentId' | 'source' | 'sourceId'>,
    days: readonly DayMinutes[],
  ): Promise<{ isThere: boolean; recorded: Map<string, number> }> {
    const [[there], sums] = await Promise.all([
      this.database.rows(
        countOf('FROM workload_entry WHERE enrolmentId = :enrolmentId AND source = :source AND sourceId = :sourceId', {
          enrolmentId,
          source,
          sourceId,
        }),
      ),
      this.database.rows(
        cellsOf(
          { day: 'day', minutes: 'SUM(minutes)' },
          'FROM workload_entry WHERE day IN (:...days) AND enrolmentId IN (SELECT id FROM enrolment WHERE accountId = :accountId) GROUP BY day',
          { accountId, days: days.map(({ day }) => day) },
        ),
      ),
    ]);
    return {
      isThere: Number(there) > 0,
      recorded: new Map(sums.map(({ day, minutes }) => [String(day), Number(minutes)])),
    };
  }

  /** Writes what `declared` did not find, an entry for each day. */
  async declare(tx: Tx, declared: Declared, days: readonly DayMinutes[], by: Hand): Promise<void> {
    const entries = days.map((day) => this.entry({ ...declared, ...day }, `${keyOf(declared)} ${day.day}`, by));
    await this.append(tx, entries);
  }

  /** The sums of these enrolments, one for each id. One statement. */
  async sums(enrolmentIds: readonly string[]): Promise<Map<string, LedgerSums>> {
    const rows = await this.database.rows(
      cellsOf<'enrolmentId' | 'moduleNumber' | 'kind' | 'minutes', SumRow>(
        { enrolmentId: 'enrolmentId', moduleNumber: 'moduleNumber', kind: 'kind', minutes: 'SUM(minutes)' },
        'FROM workload_entry WHERE enrolmentId IN (:...enrolmentIds) GROUP BY enrolmentId, moduleNumber, kind',
        { enrolmentIds },
      ),
    );
    const byEnrolment = Map.groupBy(rows, ({ enrolmentId }) => enrolmentId);
    return new Map(enrolmentIds.map((id) => [id, sumsOf(byEnrolment.get(id) ?? [])]));
  }

  /** The minutes of one enrolment by day. */
  async byDay(enrolmentId: string): Promise<DayMinutes[]> {
    const rows = await this.database.rows(
      cellsOf(
        { day: 'day', minutes: 'SUM(minutes)' },
        'FROM workload_entry WHERE enrolmentId = :enrolmentId GROUP BY day',
        { enrolmentId },
      ),
    );
    return rows.map(({ day, minutes }) => ({ day: String(day), minutes: Number(minutes) }));
  }

  /** The number of entries of these enrolments in each module. One statement. */
  async entriesByModule(enrolmentIds: readonly string[]): Promise<Map<number, number>> {
    const rows = await this.database.rows(
      cellsOf<'moduleNumber' | 'entries', { moduleNumber: number; entries: number }>(
        { moduleNumber: 'moduleNumber', entries: 'COUNT(*)' },
        'FROM workload_entry WHERE enrolmentId IN (:...enrolmentIds) GROUP BY moduleNumber',
        { enrolmentIds },
      ),
    );
    return new Map(rows.map(({ moduleNumber, entries }) => [moduleNumber, entries]));
  }

  private async append(tx: Tx, entries: WorkloadEntry[]): Promise<void> {
    if (!entries.length) return;
    await tx.insert(WorkloadEntry, entries);
    await tx.publish(new WorkloadRecorded([...new Set(entries.map(({ enrolmentId }) => enrolmentId))]));
  }

  private contrary({ note: _, ...entry }: WorkloadEntry, by: Hand): WorkloadEntry {
    return { ...this.entry(entry, `reversal ${entry.id}`, by), minutes: -entry.minutes, reverses: entry.id };
  }

  private entry(statement: Statement, sourceKey: string, { accountId, reason }: Hand): WorkloadEntry {
    const { enrolmentId, moduleNumber, kind, minutes, day, source, sourceId, note } = statement;
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
      note: note ?? null,
      byAccountId: accountId,
      reason: reason ?? null,
      at: this.clock.now(),
    };
  }
}

const keyOf = ({ source, sourceId, enrolmentId }: Pick<Statement, 'source' | 'sourceId' | 'enrolmentId'>) =>
  `${source} ${sourceId} ${enrolmentId}`;

/** A cell of SQL: the minutes of one kind of an enrolment, whose id is that column. */
export const minutesOfKind = (kind: WorkloadKind, enrolmentId: string): string =>
  `(SELECT COALESCE(SUM(minutes), 0) FROM workload_entry WHERE workload_entry.enrolmentId = ${enrolmentId} AND kind = '${kind}')`;
