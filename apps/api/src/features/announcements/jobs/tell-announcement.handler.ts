import { Database } from '../../../platform/database/database';
import { HandlesJob, type JobHandler, type JobRun } from '../../../platform/jobs/handler';
import { Postman } from '../../../platform/mail/postman';
import { PeopleDirectory } from '../../accounts';
import { EditionDirectory } from '../../editions';
import { Announcement, AnnouncementRecipient } from '../announcement.entity';
import { announcementMail } from '../mail/announcement.mail';
import { tellAnnouncement } from './tell-announcement.job';

interface Told {
  announcementId: string;
  accountId: string;
}

@HandlesJob(tellAnnouncement)
export class TellAnnouncement implements JobHandler<Told> {
  constructor(
    private readonly database: Database,
    private readonly editions: EditionDirectory,
    private readonly people: PeopleDirectory,
    private readonly postman: Postman,
  ) {}

  async run({ announcementId, accountId }: Told, { id }: JobRun): Promise<void> {
    const announcement = await this.database.read.findOneBy(Announcement, { id: announcementId });
    // Somebody who deleted their account is no recipient any more.
    const isTheirs = await this.database.read.existsBy(AnnouncementRecipient, { announcementId, accountId });
    if (!announcement || !isTheirs) return;
    const edition = await this.editions.byId(announcement.editionId);
    const people = await this.people.byIds([accountId, ...(announcement.authorId ? [announcement.authorId] : [])]);
    const person = people.get(accountId);
    if (!edition || !person) throw new Error(`announcement ${announcementId} has lost its edition or a recipient`);
    const programme = edition.definition.title[person.language] ?? edition.definition.title.en;
    await this.postman.send(announcementMail, {
      key: id,
      to: person,
      data: {
        givenName: person.givenName,
        by: people.get(announcement.authorId ?? '')?.name ?? '',
        programme,
        title: announcement.title,
        text: announcement.text,
        editionId: edition.id,
        announcementId,
      },
    });
  }
}
