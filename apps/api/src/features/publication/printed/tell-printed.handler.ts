import { Database } from '../../../platform/database/database';
import { HandlesJob, type JobHandler, type JobRun } from '../../../platform/jobs/handler';
import { Postman } from '../../../platform/mail/postman';
import { PeopleDirectory } from '../../accounts';
import { Publication } from '../book/publication.entity';
import { publicationPrintedMail } from './publication-printed.mail';
import { tellPrinted } from './tell-printed.job';

@HandlesJob(tellPrinted)
export class TellPrinted implements JobHandler<{ publicationId: string; accountId: string }> {
  constructor(
    private readonly database: Database,
    private readonly people: PeopleDirectory,
    private readonly postman: Postman,
  ) {}

  async run({ publicationId, accountId }: { publicationId: string; accountId: string }, { id }: JobRun): Promise<void> {
    const { title } = await this.database.read.findOneByOrFail(Publication, { id: publicationId });
    const to = (await this.people.byIds([accountId])).get(accountId);
    if (!to) return;
    const data = { givenName: to.givenName, title, publicationId };
    await this.postman.send(publicationPrintedMail, { key: id, to, data });
  }
}
