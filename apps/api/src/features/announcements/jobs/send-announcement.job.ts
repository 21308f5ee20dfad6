import { id } from '@libretto/contracts';
import * as z from 'zod/mini';
import { job } from '../../../platform/jobs/job';

/** Sends an announcement at its time, to whom it is for then. */
export const sendAnnouncement = job({
  name: 'announcements.send',
  payload: z.object({ announcementId: id }),
  about: ({ announcementId }) => announcementId,
});
