import { Database } from '../../../../platform/database/database';
import { rowsOf } from '../../../../platform/database/read-together';
import { Transaction } from '../../../../platform/database/transaction';
import { HandlesJob, type JobHandler } from '../../../../platform/jobs/handler';
import { AwardIssue } from '../../award/award-issue.entity';
import { goOnIssuing } from './go-on-issuing.job';
import { issueAward } from './issue-award.job';

/**
 * A job of its own, so that it reads once the pause is gone for everybody: an issue whose job still met the pause was
 * stored before, and is among these. One that is queued twice is issued once.
 */
@HandlesJob(goOnIssuing)
export class GoOnIssuing implements JobHandler<{ editionId: string }> {
  constructor(
    private readonly database: Database,
    private readonly transaction: Transaction,
  ) {}

  async run({ editionId }: { editionId: string }): Promise<void> {
    const ready = await this.database.rows(
      rowsOf(
        AwardIssue,
        "JOIN enrolment ON enrolment.id = it.enrolmentId WHERE enrolment.editionId = :editionId AND it.state IN ('queued', 'unapproved')",
        { editionId },
        { columns: ['enrolmentId'] },
      ),
    );
    await this.transaction.run(async (tx) => {
      for (const { enrolmentId } of ready) await tx.enqueue(issueAward, { enrolmentId });
    });
  }
}
