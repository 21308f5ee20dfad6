import { mail } from '../../../platform/mail/mail';

/** Sent to a participant who has recorded markedly less than is planned so far; once, until they have caught up. */
export const behindMail = mail({
  name: 'pace.behind',
  topic: 'hours',
  sample: {
    givenName: 'Ana',
    programme: 'Professional course on Automatic Recognition',
    recorded: 600,
    foreseen: 1500,
    editionId: '0',
  },
  compose: (say, { editionId, ...words }) => ({
    subject: say('pace.mail.behind.subject', words),
    paragraphs: [
      say('pace.mail.greeting', words),
      say('pace.mail.behind.text', words),
      say('pace.mail.behind.what-to-do'),
    ],
    action: { label: say('pace.mail.behind.action'), path: `/booklet/${editionId}` },
  }),
});
