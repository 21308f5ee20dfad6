import { become, issueProcess } from '@libretto/domain';
import { Clock } from '../../../platform/clock/clock';
import { newId } from '../../../platform/database/new-id';
import type { Reaction, Tx } from '../../../platform/database/transaction';
import { ReactsTo } from '../../../platform/jobs/handler';
import { orRefuse } from '../../../platform/refusals/refused';
import { RequirementsMet } from '../../completion';
import { AwardIssue } from '../award/award-issue.entity';

/**
 * Queues the issue in the transaction of the fact itself: the registrar sees it before the job begins. A stopped issue
 * begins again, since the missing element may be there now.
 */
@ReactsTo(RequirementsMet)
export class QueueIssue implements Reaction<RequirementsMet> {
  constructor(private readonly clock: Clock) {}

  async react({ enrolmentId }: RequirementsMet, tx: Tx): Promise<void> {
    const asNew = { missing: [], fault: null, changedAt: this.clock.now() };
    const [issue] = await tx.lockAll(AwardIssue, { enrolmentId });
    if (!issue) await tx.insert(AwardIssue, { id: newId(), enrolmentId, state: 'queued', ...asNew });
    else if (issue.state === 'stopped')
      await tx.save(
        Object.assign(issue, {
          state: orRefuse(become(issueProcess, issue.state, 'queued', 'credentials.nothing-to-retry')),
          ...asNew,
        }),
      );
  }
}
