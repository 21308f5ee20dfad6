import type { Actor } from '@libretto/domain';
import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { Database } from '../../../platform/database/database';
import { AssignmentRun } from './assignment-run.entity';
import { Assignment } from './assignment.entity';

/**
 * The dossiers that a member is asked to read. It orders and filters dossiers that are open to the member; it opens and
 * closes none.
 */
@Injectable()
export class AssignedReading {
  constructor(private readonly database: Database) {}

  /** Puts the assigned dossiers first, or keeps only those. One statement. */
  async first<Row extends { application: { id: string } }>(
    { accountId }: Actor,
    rows: readonly Row[],
    only?: 'assigned',
  ) {
    const of = { accountId, applicationId: In(rows.map(({ application }) => application.id)) };
    const found = rows.length
      ? await this.database.read.find(Assignment, { select: { id: true, applicationId: true }, where: of })
      : [];
    const ids = new Set(found.map(({ applicationId }) => applicationId));
    const isAssigned = ({ application }: Row) => ids.has(application.id);
    const assigned = rows.filter(isAssigned);
    return { ids, rows: only ? assigned : [...assigned, ...rows.filter((row) => !isAssigned(row))] };
  }

  /** The deadline that the last run gave to its readers. */
  async until(editionId: string): Promise<string | null> {
    const [run] = await this.database.read.find(AssignmentRun, {
      where: { editionId },
      order: { number: 'DESC' },
      take: 1,
    });
    return run?.readBy ?? null;
  }
}
