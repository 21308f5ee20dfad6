import { mail } from '../../../../platform/mail/mail';

/** Sent once to somebody for whom peer feedback came. It is read in the app only. */
export const feedbackCameMail = mail({
  name: 'project-work.feedback-came',
  topic: 'work',
  sample: {
    givenName: 'Ana',
    title: 'Automatic recognition in practice',
    editionId: 'sample',
    briefId: 'project-work',
  },
  compose: (say, { editionId, briefId, ...data }) => ({
    subject: say('peer-feedback.mail.came.subject', data),
    paragraphs: [say('project-work.mail.greeting', data), say('peer-feedback.mail.came.text', data)],
    action: {
      label: say('peer-feedback.mail.came.open'),
      path: `/editions/${editionId}/project-work/feedback?brief=${briefId}`,
    },
  }),
});
