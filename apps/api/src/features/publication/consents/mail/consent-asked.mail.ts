import { mail } from '../../../../platform/mail/mail';

/** Sent to each member of a gathered work when consent is asked for, and as a reminder. */
export const consentAskedMail = mail({
  name: 'publication.consent-asked',
  topic: 'work',
  sample: { givenName: 'Ana', title: 'Automatic recognition in practices', editionId: 'sample' },
  compose: (say, { editionId, ...data }) => ({
    subject: say('publication.mail.asked.subject', data),
    paragraphs: [
      say('publication.mail.greeting', data),
      say('publication.mail.asked.text', data),
      say('publication.mail.asked.until'),
    ],
    action: { label: say('publication.mail.asked.action'), path: `/editions/${editionId}/project-work` },
  }),
});
