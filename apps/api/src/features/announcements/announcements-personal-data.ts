import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database';
import { rowsOf } from '../../platform/database/read-together';
import { Announcement } from './announcement.entity';

/** The announcements that somebody wrote or was sent, for that person. */
@Injectable()
export class AnnouncementsPersonalData {
  constructor(private readonly database: Database) {}

  /** One statement. */
  async about(accountId: string) {
    const { written, received } = await this.database.together({
      written: rowsOf(Announcement, 'WHERE it.authorId = :accountId', { accountId }, { by: ['writtenAt', 'id'] }),
      received: rowsOf(
        Announcement,
        `JOIN announcement_recipient recipient ON recipient.announcementId = it.id
         WHERE recipient.accountId = :accountId`,
        { accountId },
        { by: ['sendAt', 'id'], beside: { openedAt: 'recipient.openedAt' } },
      ),
    });
    const said = ({ editionId, title, text }: Announcement) => ({ editionId, title, text });
    return {
      written: written.map((one) => ({ ...said(one), writtenAt: one.writtenAt, state: one.state })),
      received: received.map((one) => ({ ...said(one), sentAt: one.sendAt, openedAt: one.openedAt })),
    };
  }
}
