import { In } from 'typeorm';
import type { Reaction, Tx } from '../../../platform/database/transaction';
import { ReactsTo } from '../../../platform/jobs/handler';
import { Live } from '../../../platform/live/live';
import { EnrolmentDirectory } from '../../places';
import { ResultsReleased } from '../../project-work';
import { AwardIssue } from '../award/award-issue.entity';
import { lapseApprovals } from '../award/lapse-approvals';
import { awardsTopic } from '../award/live-awards';

/** An appeal or a new result changes what an award says: whoever approved it has approved other grades. */
@ReactsTo(ResultsReleased)
export class LapseWithResults implements Reaction<ResultsReleased> {
  constructor(
    private readonly enrolments: EnrolmentDirectory,
    private readonly live: Live,
  ) {}

  async react({ enrolmentIds }: ResultsReleased, tx: Tx): Promise<void> {
    // Locked first, as by the job that makes an award.
    await this.enrolments.lock(tx, enrolmentIds);
    const waiting = await tx.lockAll(AwardIssue, {
      enrolmentId: In([...enrolmentIds]),
      state: In(['queued', 'unapproved']),
    });
    for (const { enrolmentId } of waiting) await lapseApprovals(tx, enrolmentId);
    if (waiting.length) this.live.tellAfter(tx, awardsTopic);
  }
}
