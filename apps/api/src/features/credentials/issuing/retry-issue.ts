import { type Actor, become, issueProcess, retryIssue } from '@libretto/domain';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock/clock';
import { Transaction } from '../../../platform/database/transaction';
import { Live } from '../../../platform/live/live';
import { allow, notFound, orRefuse } from '../../../platform/refusals/refused';
import { Award } from '../award/award.entity';
import { isFromTheLearner } from '../award/award-drafter';
import { AwardIssue } from '../award/award-issue.entity';
import { awardsTopic } from '../award/live-awards';
import { Credential } from '../award/credential.entity';
import { mayKeepAwards } from '../credentials.policy';
import { issueAward } from './jobs/issue-award.job';
import { renderDocuments } from '../documents/jobs/render-documents.job';

@Injectable()
export class RetryIssue {
  constructor(
    private readonly transaction: Transaction,
    private readonly clock: Clock,
    private readonly live: Live,
  ) {}

  /**
   * Queues an issue again that stopped or failed; if only the documents are missing, queues those.
   * Refusals: credentials.nothing-to-retry, credentials.waits-for-learner, credentials.waits-for-approval.
   */
  async run(actor: Actor, enrolmentId: string): Promise<void> {
    await this.transaction.run(async (tx) => {
      const [issue] = await tx.lockAll(AwardIssue, { enrolmentId });
      if (!issue) throw notFound();
      allow(mayKeepAwards(actor, {}));
      const award = await tx.manager.findOneBy(Award, { enrolmentId });
      const [credential] = award ? await tx.lockAll(Credential, { validFor: award.id }) : [];
      const waitsForLearner = issue.state === 'stopped' && issue.missing.some(isFromTheLearner);
      const what = orRefuse(retryIssue({ ...issue, waitsForLearner, credential: credential ?? null }));
      const changedAt = this.clock.now();
      this.live.tellAfter(tx, awardsTopic);
      if (what === 'documents' && credential) {
        await tx.save(Object.assign(credential, { fault: null }), Object.assign(issue, { changedAt }));
        await tx.enqueue(renderDocuments, { credentialId: credential.id });
        return;
      }
      if (issue.state !== 'queued')
        issue.state = orRefuse(become(issueProcess, issue.state, 'queued', 'credentials.nothing-to-retry'));
      await tx.save(Object.assign(issue, { missing: [], fault: null, changedAt }));
      await tx.enqueue(issueAward, { enrolmentId });
    });
  }
}
