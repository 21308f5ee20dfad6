import { Injectable } from '@nestjs/common';
import { Transaction, type Tx } from '../../../platform/database/transaction';
import { Live } from '../../../platform/live/live';
import { AwardIssue } from './award-issue.entity';
import { Credential } from './credential.entity';
import { awardsTopic } from './live-awards';

/** Shows the registrar why a job failed. The job tries again; once it has given up, a person can retry it. */
@Injectable()
export class IssueFaults {
  constructor(
    private readonly transaction: Transaction,
    private readonly live: Live,
  ) {}

  /** Records why there is no award yet. */
  async ofIssue(enrolmentId: string, error: unknown): Promise<void> {
    await this.record((tx) => tx.manager.update(AwardIssue, { enrolmentId }, { fault: saidOf(error) }));
  }

  /** Records why a credential has no documents yet: a fault belongs to its own credential only. */
  async ofDocuments(credentialId: string, error: unknown): Promise<void> {
    await this.record((tx) => tx.manager.update(Credential, { id: credentialId }, { fault: saidOf(error) }));
  }

  private async record(change: (tx: Tx) => Promise<unknown>): Promise<void> {
    await this.transaction.run(async (tx) => {
      await change(tx);
      this.live.tellAfter(tx, awardsTopic);
    });
  }
}

const saidOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
