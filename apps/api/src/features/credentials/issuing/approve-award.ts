import { type Actor, approvalsAsked, approveAward, become, issueProcess } from '@libretto/domain';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock/clock';
import { newId } from '../../../platform/database/new-id';
import { Transaction } from '../../../platform/database/transaction';
import { Live } from '../../../platform/live/live';
import { allow, notFound, orRefuse } from '../../../platform/refusals/refused';
import { EditionDirectory } from '../../editions';
import { EnrolmentDirectory } from '../../places';
import { AwardApproval } from '../award/award-approval.entity';
import { AwardIssue } from '../award/award-issue.entity';
import { awardsTopic } from '../award/live-awards';
import { mayKeepAwards } from '../credentials.policy';
import { issueAward } from './jobs/issue-award.job';

@Injectable()
export class ApproveAward {
  constructor(
    private readonly transaction: Transaction,
    private readonly clock: Clock,
    private readonly enrolments: EnrolmentDirectory,
    private readonly editions: EditionDirectory,
    private readonly live: Live,
  ) {}

  /**
   * Approves that an award is issued. The last approval that its programme asks for sets the issue going.
   * Refusals: credentials.is-own, credentials.nothing-to-approve, credentials.approved-already.
   */
  async run(actor: Actor, enrolmentId: string): Promise<void> {
    allow(mayKeepAwards(actor, {}));
    const enrolment = (await this.enrolments.byIds([enrolmentId])).get(enrolmentId);
    if (!enrolment) throw notFound();
    await this.transaction.run(async (tx) => {
      // Everybody who approves waits here, so each counts those before.
      const [issue] = await tx.lockAll(AwardIssue, { enrolmentId });
      if (!issue) throw notFound();
      const approvals = await tx.lockAll(AwardApproval, { countsFor: enrolmentId });
      const hasApproved = approvals.some(({ approvedBy }) => approvedBy === actor.accountId);
      const isOwn = enrolment.accountId === actor.accountId;
      orRefuse(approveAward({ state: issue.state, isOwn, hasApproved }));
      const [approvedAt, place] = [this.clock.now(), approvals.length + 1];
      await tx.insert(AwardApproval, {
        ...{ id: newId(), enrolmentId, countsFor: enrolmentId, place, approvedBy: actor.accountId, approvedAt },
      });
      this.live.tellAfter(tx, awardsTopic);
      const edition = await this.editions.byId(enrolment.editionId);
      if (place < approvalsAsked(edition?.definition.approval)) return;
      const state = orRefuse(become(issueProcess, issue.state, 'queued', 'credentials.nothing-to-approve'));
      await tx.save(Object.assign(issue, { state, changedAt: approvedAt }));
      await tx.enqueue(issueAward, { enrolmentId });
    });
  }
}
