import { become, issueProcess } from '@libretto/domain';
import type { Reaction, Tx } from '../../../platform/database/transaction';
import { Clock } from '../../../platform/clock/clock';
import { ReactsTo } from '../../../platform/jobs/handler';
import { Live } from '../../../platform/live/live';
import { orRefuse } from '../../../platform/refusals/refused';
import { AccountLeaves } from '../../accounts';
import { EnrolmentDirectory } from '../../places';
import { AwardIssue } from '../award/award-issue.entity';
import { awardsTopic } from '../award/live-awards';
import { issueAward } from './jobs/issue-award.job';

/**
 * Somebody deletes their account: an award that was earned and confirmed is still made, for the registrar to hand out.
 * One that waited for their confirmation is checked again, since it will not come.
 */
@ReactsTo(AccountLeaves)
export class LookAtIssuesAgain implements Reaction<AccountLeaves> {
  constructor(
    private readonly clock: Clock,
    private readonly enrolments: EnrolmentDirectory,
    private readonly live: Live,
  ) {}

  async react({ accountId }: AccountLeaves, tx: Tx): Promise<void> {
    for (const enrolmentId of await this.enrolments.idsOf(accountId)) {
      const [issue] = await tx.lockAll(AwardIssue, { enrolmentId, state: 'stopped' });
      if (!issue) continue;
      await tx.save(
        Object.assign(issue, {
          state: orRefuse(become(issueProcess, issue.state, 'queued', 'credentials.nothing-to-retry')),
          missing: [],
          fault: null,
          changedAt: this.clock.now(),
        }),
      );
      await tx.enqueue(issueAward, { enrolmentId });
      this.live.tellAfter(tx, awardsTopic);
    }
  }
}
