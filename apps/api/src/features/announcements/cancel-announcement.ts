import { type Actor, cancelSending } from '@libretto/domain';
import { Injectable } from '@nestjs/common';
import { Transaction } from '../../platform/database/transaction';
import { orRefuse } from '../../platform/refusals/refused';
import { Announcement } from './announcement.entity';
import { AnnouncementsOfEdition } from './announcements-of-edition';

/** Cancels an announcement before it is sent: whichever comes first, the other finds it so. */
@Injectable()
export class CancelAnnouncement {
  constructor(
    private readonly transaction: Transaction,
    private readonly announcements: AnnouncementsOfEdition,
  ) {}

  /** Refusals: announcements.not-scheduled. */
  async run(actor: Actor, { editionId, announcementId }: { editionId: string; announcementId: string }): Promise<void> {
    // Somebody who may not read it cannot cancel it.
    await this.announcements.one(actor, editionId, announcementId);
    await this.transaction.run(async (tx) => {
      const announcement = await tx.lock(Announcement, announcementId);
      await tx.save(Object.assign(announcement, { state: orRefuse(cancelSending(announcement.state)) }));
    });
  }
}
