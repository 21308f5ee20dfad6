import { type Actor, become, issueProcess, refuse } from '@libretto/domain';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock/clock';
import { Transaction, type Tx } from '../../../platform/database/transaction';
import { allow, notFound, orRefuse, Refused } from '../../../platform/refusals/refused';
import { Award } from '../award/award.entity';
import { AwardIssue } from '../award/award-issue.entity';
import { Credential } from '../award/credential.entity';
import { mayKeepAwards } from '../credentials.policy';
import { issueAward } from './jobs/issue-award.job';
import { renderDocuments } from '../documents/jobs/render-documents.job';

@Injectable()
export class RetryIssue {
  constructor(
    private readonly transaction: Transaction,
    private readonly clock: Clock,
  ) {}

  /**
   * Queues an issue again that stopped or failed; if only the documents are missing, queues those.
   * Refusals: credentials.nothing-to-retry.
   */
  async run(actor: Actor, enrolmentId: string): Promise<void> {
    await this.transaction.run(async (tx) => {
      const [issue] = await tx.lockAll(AwardIssue, { enrolmentId });
      if (!issue) throw notFound();
      allow(mayKeepAwards(actor, {}));
      if (issue.state === 'signed') return this.printAgain(tx, issue);
      const failed = issue.state === 'queued' && issue.fault !== null;
      const state = failed
        ? issue.state
        : orRefuse(become(issueProcess, issue.state, 'queued', 'credentials.nothing-to-retry'));
      await tx.save(Object.assign(issue, { state, missing: [], fault: null, changedAt: this.clock.now() }));
      await tx.enqueue(issueAward, { enrolmentId });
    });
  }

  private async printAgain(tx: Tx, issue: AwardIssue): Promise<void> {
    const award = await tx.manager.findOneByOrFail(Award, { enrolmentId: issue.enrolmentId });
    const [credential] = await tx.lockAll(Credential, { validFor: award.id });
    if (!credential?.fault) throw new Refused(refuse('credentials.nothing-to-retry'));
    await tx.save(Object.assign(credential, { fault: null }), Object.assign(issue, { changedAt: this.clock.now() }));
    await tx.enqueue(renderDocuments, { credentialId: credential.id });
  }
}
