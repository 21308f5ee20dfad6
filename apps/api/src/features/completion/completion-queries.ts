import { Injectable } from '@nestjs/common';
import { In, IsNull, Not } from 'typeorm';
import { Database } from '../../platform/database/database';
import type { Tx } from '../../platform/database/transaction';
import { EnrolmentDirectory } from '../places';
import { Completion } from './completion.entity';
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
    const rows = enrolmentIds.length
      ? await this.database.read.findBy(Completion, { enrolmentId: In([...enrolmentIds]) })
      : [];
    return new Map(rows.flatMap(({ enrolmentId, metAt }) => (metAt ? [[enrolmentId, metAt] as const] : [])));
  }

  completeIn(editionId: string): Promise<number> {
    return this.database.read.countBy(Completion, { editionId, metAt: Not(IsNull()) });
  }

  /**
   * Whether every requirement is met at this moment, with the enrolment locked: called in the transaction that issues
   * something because of it, so that no correction can come in between.
   */
  async isMetNow(tx: Tx, enrolmentId: string): Promise<boolean> {
    await this.enrolments.lock(tx, [enrolmentId]);
    return (await this.explainer.explain([enrolmentId])).get(enrolmentId)?.met ?? false;
  }
}
