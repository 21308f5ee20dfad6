import { mail } from '../../../../platform/mail/mail';

/** Sent to each member of a group when the results are released. The result itself is read in the app only. */
export const resultReleasedMail = mail({
  name: 'project-work.result-released',
  topic: 'work',
  sample: {
    givenName: 'Ana',
    title: 'Automatic recognition in practice',
    editionId: 'sample',
    briefId: 'project-work',
  },
  compose: (say, { editionId, briefId, ...data }) => ({
    subject: say('project-work.mail.result.subject', data),
    paragraphs: [say('project-work.mail.greeting', data), say('project-work.mail.result.text', data)],
    action: { label: say('project-work.mail.open'), path: `/editions/${editionId}/project-work?brief=${briefId}` },
  }),
});
