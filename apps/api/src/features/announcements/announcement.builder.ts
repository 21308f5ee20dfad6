import { plain } from '@libretto/domain';
import { newId } from '../../platform/database/new-id';
import type { Announcement } from './announcement.entity';

/** An announcement to everybody that was sent this morning. Name its edition. */
export function anAnnouncement(values: Partial<Announcement> & Pick<Announcement, 'editionId'>): Announcement {
  const { title = 'The venue has changed', text = 'We meet on the second floor.' } = values;
  return {
    id: newId(),
    audience: 'all',
    groupId: null,
    authorId: null,
    title,
    text,
    foundBy: plain(`${title} ${text}`),
    state: 'sent',
    sendAt: new Date('2026-11-23T07:00:00Z'),
    writtenAt: new Date('2026-11-23T07:00:00Z'),
    recipients: 0,
    ...values,
  };
}
