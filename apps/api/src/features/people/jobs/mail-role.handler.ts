import type { InvitedRole } from '@libretto/domain';
import { HandlesJob, type JobHandler, type JobRun } from '../../../platform/jobs/handler';
import { Postman } from '../../../platform/mail/postman';
import { PeopleDirectory } from '../../accounts';
import { EditionDirectory } from '../../editions';
import { roleGivenMail } from '../mail/role-given.mail';
import { mailRole } from './mail-role.job';

interface Given {
  accountId: string;
  role: InvitedRole;
  editionId: string | null;
}

@HandlesJob(mailRole)
export class MailRole implements JobHandler<Given> {
  constructor(
    private readonly people: PeopleDirectory,
    private readonly editions: EditionDirectory,
    private readonly postman: Postman,
  ) {}

  async run({ accountId, role, editionId }: Given, { id }: JobRun): Promise<void> {
    const person = (await this.people.byIds([accountId])).get(accountId);
    const edition = editionId ? await this.editions.byId(editionId) : undefined;
    if (!person || (editionId && !edition)) return;
    const title = edition?.definition.title;
    const data = {
      name: person.name,
      role,
      edition:
        edition && title ? { id: edition.id, name: edition.name, programme: title[person.language] ?? title.en } : null,
    };
    await this.postman.send(roleGivenMail, { key: id, to: person, data });
  }
}
