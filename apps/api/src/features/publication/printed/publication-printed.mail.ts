import { mail } from '../../../platform/mail/mail';

/** Sent to each contributor when a publication is in print. */
export const publicationPrintedMail = mail({
  name: 'publication.printed',
  topic: 'work',
  sample: { givenName: 'Ana', title: 'Automatic recognition in practices', publicationId: 'sample' },
  compose: (say, { publicationId, ...data }) => ({
    subject: say('publication.mail.printed.subject', data),
    paragraphs: [say('publication.mail.greeting', data), say('publication.mail.printed.text', data)],
    action: { label: say('publication.mail.printed.action'), path: `/publications/${publicationId}` },
  }),
});
