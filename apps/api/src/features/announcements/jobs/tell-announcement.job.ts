import { id } from '@libretto/contracts';
import * as z from 'zod/mini';
import { job, on } from '../../../platform/jobs/job';
import { AnnouncementSent } from '../announcements.events';

/** Tells one of its recipients of an announcement. */
export const tellAnnouncement = job({
  name: 'announcements.tell',
  payload: z.object({ announcementId: id, accountId: id }),
  about: ({ announcementId }) => announcementId,
  on: [
    on(AnnouncementSent, ({ announcementId, accountIds }) =>
      accountIds.map((accountId) => ({ announcementId, accountId })),
    ),
  ],
});
