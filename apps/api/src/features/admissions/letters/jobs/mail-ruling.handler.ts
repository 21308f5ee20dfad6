import { Database } from '../../../../platform/database/database';
import { HandlesJob, type JobHandler, type JobRun } from '../../../../platform/jobs/handler';
import { NotWorthRetrying } from '../../../../platform/jobs/not-worth-retrying';
import { Postman } from '../../../../platform/mail/postman';
import { PeopleDirectory } from '../../../accounts';
import { Application } from '../../dossier/application.entity';
import { Letter } from '../letter.entity';
import { rulingMail } from '../mail/ruling.mail';
import { mailRuling } from './mail-ruling.job';

/** Sends the stored words of a ruling, to the person's present address. */
@HandlesJob(mailRuling)
export class MailRuling implements JobHandler<{ rulingId: string }> {
  constructor(
    private readonly database: Database,
    private readonly people: PeopleDirectory,
    private readonly postman: Postman,
  ) {}

  async run({ rulingId }: { rulingId: string }, { id }: JobRun): Promise<void> {
    const { applicationId, erasedAt, action, ...letter } = await this.database.read.findOneByOrFail(Letter, {
      rulingId,
    });
    const { accountId } = await this.database.read.findOneByOrFail(Application, { id: applicationId });
    const person = (await this.people.byIds([accountId])).get(accountId);
    if (!person) throw new Error(`ruling ${rulingId} has lost its person`);
    if (erasedAt) throw new NotWorthRetrying(`the words of the letter of ruling ${rulingId} are erased`);
    const to = { email: person.email, language: letter.language };
    await this.postman.post({ ...letter, ...(action ? { action } : {}) }, { key: id, to, mail: rulingMail });
  }
}
