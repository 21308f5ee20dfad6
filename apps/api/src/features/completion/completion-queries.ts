import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database';
import { cellsOf } from '../../platform/database/read-together';
import type { Tx } from '../../platform/database/transaction';
import { EnrolmentDirectory } from '../places';
import { completionRows } from './completion.entity';
import { CompletionExplainer } from './completion-explainer';

/** The times since which enrolments are complete. */
@Injectable()
export class CompletionQueries {
  constructor(
    private readonly database: Database,
    private readonly enrolments: EnrolmentDirectory,
    private readonly explainer: CompletionExplainer,
  ) {}

  /** By enrolment, for complete ones. One statement. */
  async metSince(enrolmentIds: readonly string[]): Promise<Map<string, Date>> {
    const rows = enrolmentIds.length ? await this.database.rows(completionRows(enrolmentIds)) : [];
    return new Map(rows.flatMap(({ enrolmentId, metAt }) => (metAt ? [[enrolmentId, metAt] as const] : [])));
  }

  async completeIn(editionId: string): Promise<number> {
    const [row] = await this.database.rows(
      cellsOf({ complete: 'COUNT(metAt)' }, 'FROM completion WHERE editionId = :editionId', { editionId }),
    );
    return Number(row?.complete);
  }

  /**
   * Whether every requirement is met at this moment, with the enrolment locked: called in the transaction that issues
   * something because of it, so that no correction can come in between.
   */
  async isMetNow(tx: Tx, enrolmentId: string): Promise<boolean> {
    const enrolments = await this.enrolments.lock(tx, [enrolmentId]);
    return (await this.explainer.explain(enrolments)).get(enrolmentId)?.met ?? false;
  }
}
