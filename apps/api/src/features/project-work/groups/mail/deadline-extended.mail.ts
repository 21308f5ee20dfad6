import { mail } from '../../../../platform/mail/mail';

/** Sent to those who have more time for a brief than before. */
export const deadlineExtendedMail = mail({
  name: 'project-work.deadline-extended',
  topic: 'work',
  sample: {
    givenName: 'Ana',
    title: 'Automatic recognition in practice',
    until: 'Friday, 18 December 2026, 23:59 (Rome)',
    reason: 'The trains were on strike.',
    editionId: 'sample',
    briefId: 'project-work',
  },
  compose: (say, { editionId, briefId, ...data }) => ({
    subject: say('project-work.mail.extended.subject', data),
    paragraphs: [
      say('project-work.mail.greeting', data),
      say('project-work.mail.extended.text', data),
      say('project-work.mail.extended.reason', data),
    ],
    action: { label: say('project-work.mail.open'), path: `/editions/${editionId}/project-work?brief=${briefId}` },
  }),
});
