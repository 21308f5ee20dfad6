import { Injectable } from '@nestjs/common';
import { Transaction } from '../../../platform/database/transaction';
import { AwardIssue } from './award-issue.entity';
import { Credential } from './credential.entity';

/** Shows the registrar why a job failed. The job tries again; once it has given up, a person can retry it. */
@Injectable()
export class IssueFaults {
  constructor(private readonly transaction: Transaction) {}

  /** Records why there is no award yet. */
  async ofIssue(enrolmentId: string, error: unknown): Promise<void> {
    await this.transaction.run((tx) => tx.manager.update(AwardIssue, { enrolmentId }, { fault: saidOf(error) }));
  }

  /** Records why a credential has no documents yet: a fault belongs to its own credential only. */
  async ofDocuments(credentialId: string, error: unknown): Promise<void> {
    await this.transaction.run((tx) => tx.manager.update(Credential, { id: credentialId }, { fault: saidOf(error) }));
  }
}

const saidOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
