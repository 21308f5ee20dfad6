import { Database } from '../../../../platform/database/database';
import { HandlesJob, type JobHandler, type JobRun } from '../../../../platform/jobs/handler';
import { wordMoment } from '../../../../platform/language/word-moment';
import { Postman } from '../../../../platform/mail/postman';
import { PeopleDirectory } from '../../../accounts';
import { EditionDirectory } from '../../../editions';
import { Application } from '../../dossier/application.entity';
import { applicationReceivedMail } from '../mail/application-received.mail';
import { mailReceived } from './mail-received.job';

@HandlesJob(mailReceived)
export class MailReceived implements JobHandler<{ applicationId: string }> {
  constructor(
    private readonly database: Database,
    private readonly people: PeopleDirectory,
    private readonly editions: EditionDirectory,
    private readonly postman: Postman,
  ) {}

  async run({ applicationId }: { applicationId: string }, { id }: JobRun): Promise<void> {
    const application = await this.database.read.findOneByOrFail(Application, { id: applicationId });
    const person = (await this.people.byIds([application.accountId])).get(application.accountId);
    const edition = await this.editions.byId(application.editionId);
    if (!person || !edition || !application.submittedAt)
      throw new Error(`application ${applicationId} was never submitted`);
    const { title } = edition.definition;
    const data = {
      name: person.name,
      programme: title[person.language] ?? title.en,
      edition: edition.name,
      editionId: edition.id,
      date: wordMoment(application.submittedAt, person),
    };
    await this.postman.send(applicationReceivedMail, { key: id, to: person, data });
  }
}
