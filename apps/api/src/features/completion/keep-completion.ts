import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock';
import { Database } from '../../platform/database/database';
import { newId } from '../../platform/database/new-id';
import type { Tx } from '../../platform/database/transaction';
import { EnrolmentDirectory } from '../places';
import { Completion, completionRows } from './completion.entity';
import { RequirementsMet } from './completion.events';
import { CompletionExplainer } from './completion-explainer';

const atOnce = 500;

/**
 * Checks, in the transaction that changed a record, whether the last requirement is met now. The enrolments' rows are
 * locked before the records are read: of two transactions that each bring one of the last two requirements, the second
 * waits here for the first's commit and then sees both.
 */
@Injectable()
export class KeepCompletion {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly enrolments: EnrolmentDirectory,
    private readonly explainer: CompletionExplainer,
  ) {}

  async of(enrolmentIds: readonly string[], tx: Tx): Promise<void> {
    // Locked in the order of their ids, part by part, so that no two transactions wait for each other.
    const sorted = [...new Set(enrolmentIds)].sort();
    for (let from = 0; from < sorted.length; from += atOnce) await this.keep(sorted.slice(from, from + atOnce), tx);
  }

  private async keep(enrolmentIds: readonly string[], tx: Tx): Promise<void> {
    const enrolments = await this.enrolments.lock(tx, enrolmentIds);
    const [explained, known] = await Promise.all([
      this.explainer.explain(enrolments),
      this.database.rows(completionRows(enrolmentIds)),
    ]);
    const knownBy = new Map(known.map((completion) => [completion.enrolmentId, completion]));
    for (const { id: enrolmentId, editionId } of enrolments) {
      const met = explained.get(enrolmentId)?.met ?? false;
      const completion = knownBy.get(enrolmentId);
      if (met === Boolean(completion?.metAt)) continue;
      const metAt = met ? this.clock.now() : null;
      if (completion) await tx.manager.update(Completion, { id: completion.id }, { metAt });
      else await tx.insert(Completion, { id: newId(), enrolmentId, editionId, metAt });
      if (met) await tx.publish(new RequirementsMet(enrolmentId));
    }
  }
}
