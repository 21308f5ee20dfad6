import { mail } from '../../../platform/mail/mail';

const mostNames = 20;

/** Sent to each tutor when participants have fallen behind. */
export const participantsBehindMail = mail({
  name: 'pace.participants-behind',
  topic: 'hours',
  sample: {
    givenName: 'Giulia',
    programme: 'Professional course on Automatic Recognition',
    names: ['Ana Kovač', 'Jean Martin'],
    editionId: '0',
  },
  compose: (say, { editionId, names, ...words }) => ({
    subject: say('pace.mail.participants.subject', { ...words, people: names.length }),
    paragraphs: [
      say('pace.mail.greeting', words),
      say('pace.mail.participants.text', { ...words, people: names.length }),
      ...names.slice(0, mostNames),
      ...(names.length > mostNames ? [say('pace.mail.participants.more', { more: names.length - mostNames })] : []),
    ],
    action: { label: say('pace.mail.participants.action'), path: `/editions/${editionId}/hours` },
  }),
});
