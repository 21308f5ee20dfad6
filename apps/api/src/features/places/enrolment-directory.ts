import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database';
import { countOf, rowsOf } from '../../platform/database/read-together';
import type { Tx } from '../../platform/database/transaction';
import { Enrolment } from './enrolment.entity';

/** The facts about an enrolment for other features; names come from the directories of people and institutions. */
export interface EnrolmentCard {
  readonly id: string;
  readonly editionId: string;
  readonly accountId: string;
  readonly institutionId: string;
  readonly country: string;
  readonly enrolledAt: Date;
}

/** Answers who is enrolled in which edition. Each question is one statement. */
@Injectable()
export class EnrolmentDirectory {
  constructor(private readonly database: Database) {}

  async byIds(ids: Iterable<string>): Promise<Map<string, EnrolmentCard>> {
    const wanted = [...new Set(ids)];
    const rows = wanted.length
      ? await this.database.rows(rowsOf(Enrolment, 'WHERE it.id IN (:...wanted)', { wanted }))
      : [];
    return new Map(rows.map((row) => [row.id, row]));
  }

  /** Every enrolment of an edition, for counting: ids and people, nothing that grows with use. */
  async allOf(editionId: string): Promise<EnrolmentCard[]> {
    return this.database.rows(rowsOf(Enrolment, 'WHERE it.editionId = :editionId', { editionId }, { by: ['id'] }));
  }

  async countIn(editionId: string): Promise<number> {
    const [number] = await this.database.rows(countOf('FROM enrolment WHERE editionId = :editionId', { editionId }));
    return number ?? 0;
  }

  /** Somebody's enrolment in one edition. */
  async of(editionId: string, accountId: string): Promise<EnrolmentCard | null> {
    const [own] = await this.database.rows(
      rowsOf(Enrolment, 'WHERE it.editionId = :editionId AND it.accountId = :accountId', { editionId, accountId }),
    );
    return own ?? null;
  }

  /** All of somebody's enrolments. */
  ofPerson(accountId: string): Promise<EnrolmentCard[]> {
    return this.database.rows(rowsOf(Enrolment, 'WHERE it.accountId = :accountId', { accountId }));
  }

  /** All of somebody's enrolments, locked until the end of the transaction. */
  async lockOf(tx: Tx, accountId: string): Promise<EnrolmentCard[]> {
    return tx.remember(Enrolment, await tx.lockAll(Enrolment, { accountId }));
  }

  /** The ids of all of somebody's enrolments. */
  async idsOf(accountId: string): Promise<string[]> {
    const rows = await this.database.read.find(Enrolment, { select: { id: true }, where: { accountId } });
    return rows.map(({ id }) => id);
  }

  /** These enrolments, locked in the order of their ids until the end of the transaction. */
  async lock(tx: Tx, ids: readonly string[]): Promise<EnrolmentCard[]> {
    return tx.lockByIds(Enrolment, ids);
  }
}
