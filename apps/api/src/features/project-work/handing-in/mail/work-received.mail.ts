import { mail } from '../../../../platform/mail/mail';

/** Sent to each member of a group when a version of its work came in. */
export const workReceivedMail = mail({
  name: 'project-work.work-received',
  topic: 'work',
  sample: {
    givenName: 'Ana',
    title: 'Automatic recognition in practice',
    by: 'Luca Moretti',
    version: 2,
    files: 'practice.pdf, sources.xlsx',
    editionId: 'sample',
    briefId: 'project-work',
  },
  compose: (say, { editionId, briefId, ...data }) => ({
    subject: say('project-work.mail.received.subject', data),
    paragraphs: [
      say('project-work.mail.greeting', data),
      say('project-work.mail.received.text', data),
      say('project-work.mail.received.until', data),
    ],
    action: { label: say('project-work.mail.open'), path: `/editions/${editionId}/project-work?brief=${briefId}` },
  }),
});
