import { Injectable } from '@nestjs/common';
import { Transaction } from '../../platform/database/transaction';
import { AwardIssue } from './award-issue.entity';

/** Lets the registrar read why a job failed. The job tries again; a person can ask for it when it has given up. */
@Injectable()
export class IssueFaults {
  constructor(private readonly transaction: Transaction) {}

  /** Notes the fault and throws it on. */
  async note(enrolmentId: string, error: unknown): Promise<never> {
    const fault = error instanceof Error ? error.message : String(error);
    await this.transaction.run((tx) => tx.manager.update(AwardIssue, { enrolmentId }, { fault }));
    throw error;
  }
}
