import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { Database } from '../../platform/database/database';
import type { Tx } from '../../platform/database/transaction';
import { pageInOrder } from '../../platform/database/in-order';
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

const pageSize = 100;

/** Answers who is enrolled in which edition. Each question is one statement. */
@Injectable()
export class EnrolmentDirectory {
  constructor(private readonly database: Database) {}

  async byIds(ids: Iterable<string>): Promise<Map<string, EnrolmentCard>> {
    const wanted = [...new Set(ids)];
    const rows = wanted.length ? await this.database.read.findBy(Enrolment, { id: In(wanted) }) : [];
    return new Map(rows.map((row) => [row.id, row]));
  }

  /** A page of an edition's enrolments, in the order in which they were made. */
  async byEdition(editionId: string, after?: string): Promise<{ items: EnrolmentCard[]; next: string | null }> {
    const query = this.database.read.createQueryBuilder(Enrolment, 'enrolment').where({ editionId });
    const { rows, next } = await pageInOrder(query, { columns: ['id'] }, { after, size: pageSize });
    return { items: rows, next };
  }

  /** Every enrolment of an edition, for counting: ids and people, nothing that grows with use. */
  async allOf(editionId: string): Promise<EnrolmentCard[]> {
    return this.database.read.find(Enrolment, { where: { editionId }, order: { id: 'ASC' } });
  }

  async countIn(editionId: string): Promise<number> {
    return this.database.read.countBy(Enrolment, { editionId });
  }

  /** Somebody's enrolment in one edition. */
  async of(editionId: string, accountId: string): Promise<EnrolmentCard | null> {
    return this.database.read.findOneBy(Enrolment, { editionId, accountId });
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
