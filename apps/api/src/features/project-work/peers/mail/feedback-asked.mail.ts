import { mail } from '../../../../platform/mail/mail';

/** Sent once to somebody who is asked for peer feedback. */
export const feedbackAskedMail = mail({
  name: 'project-work.feedback-asked',
  topic: 'work',
  sample: {
    givenName: 'Ana',
    title: 'Automatic recognition in practice',
    left: 2,
    until: 'Friday, 18 December 2026, 23:59 (Rome)',
    editionId: 'sample',
    briefId: 'project-work',
  },
  compose: (say, { editionId, briefId, ...data }) => ({
    subject: say('peer-feedback.mail.asked.subject', data),
    paragraphs: [say('project-work.mail.greeting', data), say('peer-feedback.mail.asked.text', data)],
    action: {
      label: say('peer-feedback.mail.asked.open'),
      path: `/editions/${editionId}/project-work/feedback?brief=${briefId}`,
    },
  }),
});
