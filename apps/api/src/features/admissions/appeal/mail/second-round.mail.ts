import { mail } from '../../../../platform/mail/mail';

/**
 * Sent to the members who decide on an appeal. It names nobody: the applicant's name shows once a member has declared
 * whether they are in conflict.
 */
export const secondRoundMail = mail({
  name: 'admissions.second-round',
  topic: 'decisions',
  sample: {
    name: 'Dario Bianchi',
    programme: 'Professional course on Automatic Recognition',
    edition: 'Autumn 2026',
    editionId: '0198c0de-0000-7000-8000-000000000000',
  },
  compose: (say, data) => ({
    subject: say('admissions.mail.second-round.subject', data),
    paragraphs: [say('admissions.letter.greeting', data), say('admissions.mail.second-round.text', data)],
    action: { label: say('admissions.mail.second-round.action'), path: `/editions/${data.editionId}/desk` },
  }),
});
