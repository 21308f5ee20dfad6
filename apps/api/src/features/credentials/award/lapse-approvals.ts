import type { Tx } from '../../../platform/database/transaction';
import { AwardApproval } from './award-approval.entity';

/** What was approved is no longer what would be issued: the approvals stay as a record and count for nothing. */
export async function lapseApprovals(tx: Tx, enrolmentId: string): Promise<void> {
  await tx.manager.update(AwardApproval, { countsFor: enrolmentId }, { countsFor: null });
}
