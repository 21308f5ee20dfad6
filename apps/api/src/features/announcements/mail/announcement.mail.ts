import { mail } from '../../../platform/mail/mail';

/** Sent once to each recipient of an announcement, when it is sent. */
export const announcementMail = mail({
  name: 'announcements.sent',
  topic: 'messages',
  sample: {
    givenName: 'Ana',
    by: 'Marta Rossi',
    programme: 'Professional course on Automatic Recognition',
    title: 'The workshop begins an hour later',
    text: 'The first train from Naples arrives at ten. We begin at eleven, in the same room.',
    editionId: 'sample',
    announcementId: 'sample',
  },
  compose: (say, { editionId, announcementId, text, ...words }) => ({
    subject: say('announcements.mail.subject', words),
    paragraphs: [
      say('announcements.mail.greeting', words),
      say(words.by ? 'announcements.mail.by' : 'announcements.mail.by-nobody', words),
      text,
      say('announcements.mail.no-replies'),
    ],
    action: { label: say('announcements.mail.open'), path: `/editions/${editionId}/announcements/${announcementId}` },
  }),
});
