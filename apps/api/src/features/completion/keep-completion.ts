import { In } from 'typeorm';
import { Clock } from '../../platform/clock/clock';
import { newId } from '../../platform/database/new-id';
import type { Reaction, Tx } from '../../platform/database/transaction';
import { ReactsTo } from '../../platform/jobs/handler';
import { EnrolmentDirectory } from '../places';
import { ResultsReleased } from '../project-work';
import { RollClosed } from '../schedule';
import { WorkloadRecorded } from '../workload';
import { Completion } from './completion.entity';
import { RequirementsMet } from './completion.events';
import { CompletionExplainer } from './completion-explainer';

/**
 * Asks, in the transaction that changed a record, whether the last requirement is met by it. The enrolment's row is
 * locked before the records are read: of two transactions that each bring one of the last two requirements, the second
 * waits here for the first's commit and then sees both.
 */
@ReactsTo(RollClosed, WorkloadRecorded, ResultsReleased)
export class KeepCompletion implements Reaction<{ enrolmentIds: readonly string[] }> {
  constructor(
    private readonly clock: Clock,
    private readonly enrolments: EnrolmentDirectory,
    private readonly explainer: CompletionExplainer,
  ) {}

  async react({ enrolmentIds }: { enrolmentIds: readonly string[] }, tx: Tx): Promise<void> {
    if (!enrolmentIds.length) return;
    const enrolments = await this.enrolments.lock(tx, enrolmentIds);
    const explained = await this.explainer.explain(enrolmentIds, tx.manager);
    const known = await tx.manager.findBy(Completion, { enrolmentId: In([...enrolmentIds]) });
    const knownBy = new Map(known.map((completion) => [completion.enrolmentId, completion]));
    for (const { id: enrolmentId, editionId } of enrolments) {
      const met = explained.get(enrolmentId)?.met ?? false;
      const completion = knownBy.get(enrolmentId);
      if (met === Boolean(completion?.metAt)) continue;
      const metAt = met ? this.clock.now() : null;
      if (completion) await tx.save(Object.assign(completion, { metAt }));
      else await tx.insert(Completion, { id: newId(), enrolmentId, editionId, metAt });
      if (met) await tx.publish(new RequirementsMet(enrolmentId));
    }
  }
}
