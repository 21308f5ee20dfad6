import { type CodePurpose, hoursOfCode } from '@libretto/domain';
import { Database } from '../../../../platform/database/database';
import { HandlesJob, type JobHandler, type JobRun } from '../../../../platform/jobs/handler';
import { Postman } from '../../../../platform/mail/postman';
import { Account } from '../../account/account.entity';
import { Codes } from '../codes';
import { hasAccountMail } from '../mail/has-account.mail';
import { invitationMail } from '../mail/invitation.mail';
import { leaveAddressMail } from '../mail/leave-address.mail';
import { registerMail } from '../mail/register.mail';
import { resetPasswordMail } from '../mail/reset-password.mail';
import { takeAddressMail } from '../mail/take-address.mail';
import type { StrangersMail } from '../mail/to-strangers';
import { MailedCode } from '../mailed-code.entity';
import { mailCode } from './mail-code.job';

/** The mail that brings a code depends on whether its address has an account; the response to the request does not. */
const mails: Record<CodePurpose, { known: StrangersMail | null; unknown: StrangersMail | null }> = {
  register: { known: hasAccountMail, unknown: registerMail },
  invitation: { known: null, unknown: invitationMail },
  'reset-password': { known: resetPasswordMail, unknown: null },
  'leave-address': { known: leaveAddressMail, unknown: null },
  'take-address': { known: hasAccountMail, unknown: takeAddressMail },
};

@HandlesJob(mailCode)
export class MailCode implements JobHandler<{ codeId: string; serial: string }> {
  constructor(
    private readonly database: Database,
    private readonly codes: Codes,
    private readonly postman: Postman,
  ) {}

  async run({ codeId, serial }: { codeId: string; serial: string }, { id }: JobRun): Promise<void> {
    const asked = await this.database.read.findOneBy(MailedCode, { id: codeId, serial });
    if (!asked) return;
    const { email, purpose, said } = asked;
    const account = await this.database.read.findOneBy(Account, { email });
    const mail = mails[purpose][account ? 'known' : 'unknown'];
    const language = account?.language ?? said?.language ?? 'en';
    if (mail)
      await this.postman.send(mail, {
        key: id,
        to: { email, language },
        data: { code: this.codes.codeOf(serial), hours: hoursOfCode[purpose] },
      });
  }
}
