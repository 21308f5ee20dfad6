import type { confirmLearner as confirmLearnerRoute, InputOf } from '@libretto/contracts';
import { type Actor, become, confirmLearner, issueProcess, plausibleLearner, printableLearner } from '@libretto/domain';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock/clock';
import { newId } from '../../../platform/database/new-id';
import { Transaction } from '../../../platform/database/transaction';
import { Live } from '../../../platform/live/live';
import { orRefuse } from '../../../platform/refusals/refused';
import { PdfRenderer } from '../../../platform/pdf/pdf-renderer';
import { EnrolmentDirectory } from '../../places';
import { AwardIssue } from '../award/award-issue.entity';
import { lapseApprovals } from '../award/lapse-approvals';
import { awardsTopic } from '../award/live-awards';
import { issueAward } from '../issuing/jobs/issue-award.job';
import { LearnerConfirmation } from '../award/learner-confirmation.entity';
import { OwnEnrolment } from '../award/own-enrolment';

@Injectable()
export class ConfirmLearner {
  constructor(
    private readonly transaction: Transaction,
    private readonly clock: Clock,
    private readonly own: OwnEnrolment,
    private readonly enrolments: EnrolmentDirectory,
    private readonly renderer: PdfRenderer,
    private readonly live: Live,
  ) {}

  /**
   * Takes the participant's word for the names and the birth date. An issue that waited for it goes on.
   * Refusals: credentials.already-awarded, credentials.birth-date-not-past, credentials.birth-date-too-old,
   * credentials.name-not-printable.
   */
  async run(actor: Actor, editionId: string, stated: InputOf<typeof confirmLearnerRoute>['body']): Promise<void> {
    const { id: enrolmentId } = await this.own.of(actor, editionId);
    const now = this.clock.now();
    const plausible = orRefuse(plausibleLearner(stated, now.toISOString().slice(0, 10)));
    const learner = orRefuse(
      printableLearner(plausible, await this.renderer.unprintable([plausible.givenName, plausible.familyName])),
    );
    await this.transaction.run(async (tx) => {
      // Locked first, as by the commands that queue or make an award: none of them misses this confirmation.
      await this.enrolments.lock(tx, [enrolmentId]);
      const [issue] = await tx.lockAll(AwardIssue, { enrolmentId });
      orRefuse(confirmLearner(issue?.state ?? null));
      const [confirmation] = await tx.lockAll(LearnerConfirmation, { enrolmentId });
      if (confirmation) await tx.save(Object.assign(confirmation, learner, { confirmedAt: now }));
      else await tx.insert(LearnerConfirmation, { id: newId(), enrolmentId, ...learner, confirmedAt: now });
      // Whoever approved has approved other data.
      if (issue && issue.state !== 'stopped') await lapseApprovals(tx, enrolmentId);
      // Nor does anybody approve what they do not see.
      this.live.tellAfter(tx, awardsTopic);
      if (issue?.state !== 'stopped') return;
      const state = orRefuse(become(issueProcess, issue.state, 'queued', 'credentials.nothing-to-retry'));
      await tx.save(Object.assign(issue, { state, missing: [], fault: null, changedAt: now }));
      await tx.enqueue(issueAward, { enrolmentId });
    });
  }
}
