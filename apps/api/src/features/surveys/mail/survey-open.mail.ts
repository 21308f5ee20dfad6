import { mail } from '../../../platform/mail/mail';

/** Sent once to each participant when the survey of their edition opens. */
export const surveyOpenMail = mail({
  name: 'surveys.open',
  topic: 'work',
  sample: {
    givenName: 'Ana',
    programme: 'Professional course on Automatic Recognition',
    until: 'Friday, 18 December 2026, 23:59 (Rome)',
    editionId: 'sample',
  },
  compose: (say, { editionId, ...words }) => ({
    subject: say('surveys.mail.subject', words),
    paragraphs: [say('surveys.mail.greeting', words), say('surveys.mail.text', words), say('surveys.mail.anonymous')],
    action: { label: say('surveys.mail.open'), path: `/editions/${editionId}/survey` },
  }),
});
