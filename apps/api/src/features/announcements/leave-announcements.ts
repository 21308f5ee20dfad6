import type { Reaction, Tx } from '../../platform/database/transaction';
import { ReactsTo } from '../../platform/jobs/handler';
import { AccountLeaves } from '../accounts';
import { Announcement, AnnouncementRecipient } from './announcement.entity';

/** Somebody deletes their account: what they announced stays the course's, without their name; what waits is cancelled. */
@ReactsTo(AccountLeaves)
export class LeaveAnnouncements implements Reaction<AccountLeaves> {
  async react({ accountId }: AccountLeaves, tx: Tx): Promise<void> {
    await tx.manager.delete(AnnouncementRecipient, { accountId });
    await tx.manager.update(Announcement, { authorId: accountId, state: 'scheduled' }, { state: 'cancelled' });
    await tx.manager.update(Announcement, { authorId: accountId }, { authorId: null });
  }
}
