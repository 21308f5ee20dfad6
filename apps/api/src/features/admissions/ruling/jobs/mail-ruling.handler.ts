import { Database } from '../../../../platform/database/database';
import { HandlesJob, type JobHandler, type JobRun } from '../../../../platform/jobs/handler';
import { Postman } from '../../../../platform/mail/postman';
import { PeopleDirectory } from '../../../accounts';
import { EditionDirectory } from '../../../editions';
import { Application } from '../../application/application.entity';
import { rulingMail } from '../mail/ruling.mail';
import { Ruling } from '../ruling.entity';
import { missedIn, rulingLetterData } from '../ruling-letter';
import { mailRuling } from './mail-ruling.job';

@HandlesJob(mailRuling)
export class MailRuling implements JobHandler<{ rulingId: string }> {
  constructor(
    private readonly database: Database,
    private readonly people: PeopleDirectory,
    private readonly editions: EditionDirectory,
    private readonly postman: Postman,
  ) {}

  async run({ rulingId }: { rulingId: string }, { id }: JobRun): Promise<void> {
    const ruling = await this.database.read.findOneByOrFail(Ruling, { id: rulingId });
    const { accountId, editionId } = await this.database.read.findOneByOrFail(Application, { id: ruling.applicationId });
    const person = (await this.people.byIds([accountId])).get(accountId);
    const edition = await this.editions.byId(editionId);
    if (!person || !edition) throw new Error(`ruling ${rulingId} has lost its person or edition`);
    const data = rulingLetterData({ ...ruling, missed: missedIn(ruling.record) }, edition, person);
    await this.postman.send(rulingMail, { key: id, to: person, data });
  }
}
