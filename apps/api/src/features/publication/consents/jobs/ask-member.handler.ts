import { Database } from '../../../../platform/database/database';
import { HandlesJob, type JobHandler, type JobRun } from '../../../../platform/jobs/handler';
import { Postman } from '../../../../platform/mail/postman';
import { PeopleDirectory } from '../../../accounts';
import { Publication } from '../../book/publication.entity';
import { consentAskedMail } from '../mail/consent-asked.mail';
import { askMember } from './ask-member.job';

@HandlesJob(askMember)
export class AskMember implements JobHandler<{ publicationId: string; accountId: string }> {
  constructor(
    private readonly database: Database,
    private readonly people: PeopleDirectory,
    private readonly postman: Postman,
  ) {}

  /** Nobody is asked about a publication that asks no longer. */
  async run({ publicationId, accountId }: { publicationId: string; accountId: string }, { id }: JobRun): Promise<void> {
    const publication = await this.database.read.findOneBy(Publication, { id: publicationId });
    const to = (await this.people.byIds([accountId])).get(accountId);
    if (!to || publication?.state !== 'consents') return;
    const { editionId, title } = publication;
    await this.postman.send(consentAskedMail, { key: id, to, data: { givenName: to.givenName, title, editionId } });
  }
}
