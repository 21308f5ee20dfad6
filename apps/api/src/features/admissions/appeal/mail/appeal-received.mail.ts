import { mail } from '../../../../platform/mail/mail';

/** Sent to the applicant when an appeal has arrived. */
export const appealReceivedMail = mail({
  name: 'admissions.appeal-received',
  topic: 'decisions',
  sample: {
    name: 'Ana Kovač',
    programme: 'Professional course on Automatic Recognition',
    edition: 'Autumn 2026',
    editionId: '0198c0de-0000-7000-8000-000000000000',
    date: 'Thursday, 22 October 2026 at 09:10',
  },
  compose: (say, data) => ({
    subject: say('admissions.mail.appeal-received.subject', data),
    paragraphs: [say('admissions.letter.greeting', data), say('admissions.mail.appeal-received.text', data)],
    action: { label: say('admissions.letter.action'), path: `/applications/${data.editionId}` },
  }),
});
