import { Clock } from '../../../platform/clock/clock';
import { Database } from '../../../platform/database/database';
import { newId } from '../../../platform/database/new-id';
import { Transaction } from '../../../platform/database/transaction';
import { HandlesJob, type JobHandler } from '../../../platform/jobs/handler';
import { orNotFound } from '../../../platform/refusals/refused';
import { EditionDirectory } from '../../editions';
import { Announcement, AnnouncementRecipient } from '../announcement.entity';
import { AnnouncementSent } from '../announcements.events';
import { WhomItReaches } from '../whom-it-reaches';
import { sendAnnouncement } from './send-announcement.job';

@HandlesJob(sendAnnouncement)
export class SendAnnouncement implements JobHandler<{ announcementId: string }> {
  constructor(
    private readonly database: Database,
    private readonly transaction: Transaction,
    private readonly clock: Clock,
    private readonly editions: EditionDirectory,
    private readonly reaching: WhomItReaches,
  ) {}

  /** A second run finds it sent, or cancelled. */
  async run({ announcementId }: { announcementId: string }): Promise<void> {
    const found = await this.database.read.findOneBy(Announcement, { id: announcementId });
    if (found?.state !== 'scheduled') return;
    await this.transaction.run(async (tx) => {
      // Closing the edition comes before this, and cancels it, or after.
      await this.editions.keepOpen(tx, found.editionId);
      const announcement = await tx.lock(Announcement, announcementId);
      if (announcement.state !== 'scheduled') return;
      const edition = orNotFound(await this.editions.byId(announcement.editionId));
      const accountIds = await this.reaching.now(edition, announcement.audience, announcement.groupId);
      await tx.insert(
        AnnouncementRecipient,
        accountIds.map((accountId) => ({ id: newId(), announcementId, accountId, openedAt: null })),
      );
      const sent = { state: 'sent' as const, sendAt: this.clock.now(), recipients: accountIds.length };
      await tx.save(Object.assign(announcement, sent));
      await tx.publish(new AnnouncementSent(announcementId, accountIds));
    });
  }
}
