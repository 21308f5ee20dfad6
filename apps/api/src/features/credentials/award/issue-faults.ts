import { Injectable } from '@nestjs/common';
import { Transaction } from '../../../platform/database/transaction';
import { AwardIssue } from './award-issue.entity';
import { Credential } from './credential.entity';

/** Lets the registrar read why a job failed. The job tries again; a person can ask for it when it has given up. */
@Injectable()
export class IssueFaults {
  constructor(private readonly transaction: Transaction) {}

  /** Notes why there is no award yet, and throws it on. */
  async ofIssue(enrolmentId: string, error: unknown): Promise<never> {
    await this.transaction.run((tx) => tx.manager.update(AwardIssue, { enrolmentId }, { fault: saidOf(error) }));
    throw error;
  }

  /** Notes why a credential has no documents yet, and throws it on: a fault speaks for its own credential and for no other. */
  async ofDocuments(credentialId: string, error: unknown): Promise<never> {
    await this.transaction.run((tx) => tx.manager.update(Credential, { id: credentialId }, { fault: saidOf(error) }));
    throw error;
  }
}

const saidOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
