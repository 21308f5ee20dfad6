import { Database } from '../../../../platform/database/database';
import { HandlesJob, type JobHandler, type JobRun } from '../../../../platform/jobs/handler';
import { wordMoment } from '../../../../platform/language/word-moment';
import { Postman } from '../../../../platform/mail/postman';
import { PeopleDirectory } from '../../../accounts';
import { EditionDirectory } from '../../../editions';
import { Application } from '../../dossier/application.entity';
import { Appeal } from '../appeal.entity';
import { appealReceivedMail } from '../mail/appeal-received.mail';
import { mailAppealReceived } from './mail-appeal-received.job';

@HandlesJob(mailAppealReceived)
export class MailAppealReceived implements JobHandler<{ applicationId: string }> {
  constructor(
    private readonly database: Database,
    private readonly people: PeopleDirectory,
    private readonly editions: EditionDirectory,
    private readonly postman: Postman,
  ) {}

  async run({ applicationId }: { applicationId: string }, { id }: JobRun): Promise<void> {
    const { accountId, editionId } = await this.database.read.findOneByOrFail(Application, { id: applicationId });
    const { at } = await this.database.read.findOneByOrFail(Appeal, { applicationId });
    const person = (await this.people.byIds([accountId])).get(accountId);
    const edition = await this.editions.byId(editionId);
    if (!person || !edition) throw new Error(`appeal of ${applicationId} has lost its person or edition`);
    const { title } = edition.definition;
    const programme = title[person.language] ?? title.en;
    const data = { name: person.name, programme, edition: edition.name, editionId, date: wordMoment(at, person) };
    await this.postman.send(appealReceivedMail, { key: id, to: person, data });
  }
}
