import { createHmac } from 'node:crypto';
import { Clock } from '../../../platform/clock/clock';
import { Config } from '../../../platform/config/config';
import { Database } from '../../../platform/database/database';
import { newId } from '../../../platform/database/new-id';
import { Transaction } from '../../../platform/database/transaction';
import { HandlesJob, type JobHandler, type JobRun } from '../../../platform/jobs/handler';
import { Postman } from '../../../platform/mail/postman';
import { Account } from '../account.entity';
import { confirmAddressMail } from '../mail/confirm-address.mail';
import { resetPasswordMail } from '../mail/reset-password.mail';
import { MailedCode } from '../mailed-code.entity';
import { hashOfToken } from '../tokens';
import { mailCode } from './mail-code.job';

const hoursValid = { 'confirm-address': 72, 'reset-password': 2 };

@HandlesJob(mailCode)
export class MailCode implements JobHandler<{ accountId: string; purpose: MailedCode['purpose'] }> {
  constructor(
    private readonly config: Config,
    private readonly database: Database,
    private readonly transaction: Transaction,
    private readonly clock: Clock,
    private readonly postman: Postman,
  ) {}

  async run({ accountId, purpose }: { accountId: string; purpose: MailedCode['purpose'] }, { id }: JobRun): Promise<void> {
    const account = await this.database.read.findOneByOrFail(Account, { id: accountId });
    // The code follows from the run, so that a repetition sends the same one; without the secret nobody can make it.
    const code = createHmac('sha256', this.config.secret).update(`${mailCode.name} ${id}`).digest('base64url');
    await this.keep(accountId, purpose, hashOfToken(code));
    const mail = purpose === 'confirm-address' ? confirmAddressMail : resetPasswordMail;
    const data = { givenName: account.givenName, code, hours: hoursValid[purpose] };
    await this.postman.send(mail, { key: id, to: account, data });
  }

  private async keep(accountId: string, purpose: MailedCode['purpose'], codeHash: string): Promise<void> {
    const expiresAt = new Date(this.clock.now().getTime() + hoursValid[purpose] * 3_600_000);
    await this.transaction.run(async (tx) => {
      if (await tx.manager.existsBy(MailedCode, { codeHash })) return;
      await tx.insert(MailedCode, { id: newId(), accountId, purpose, codeHash, expiresAt, usedAt: null });
    });
  }
}
