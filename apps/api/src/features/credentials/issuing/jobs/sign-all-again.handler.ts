import { IsNull, Not } from 'typeorm';
import { Database } from '../../../../platform/database/database';
import { Transaction } from '../../../../platform/database/transaction';
import { HandlesJob, type JobHandler } from '../../../../platform/jobs/handler';
import { Credential } from '../../award/credential.entity';
import { signAgain } from './sign-again.job';
import { signAllAgain } from './sign-all-again.job';

/** A credential that is signed after this meets the withdrawal of the key, and is signed with the next one. */
@HandlesJob(signAllAgain)
export class SignAllAgain implements JobHandler<{ keyId: string }> {
  constructor(
    private readonly database: Database,
    private readonly transaction: Transaction,
  ) {}

  async run({ keyId }: { keyId: string }): Promise<void> {
    const found = await this.database.read.find(Credential, {
      select: { id: true },
      where: { keyId, validFor: Not(IsNull()) },
    });
    await this.transaction.run(async (tx) => {
      for (const { id } of found) await tx.enqueue(signAgain, { credentialId: id });
    });
  }
}
