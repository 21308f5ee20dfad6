import { mail } from '../../../../platform/mail/mail';

/** Sent when an application has arrived. */
export const applicationReceivedMail = mail({
  name: 'admissions.application-received',
  topic: 'decisions',
  sample: {
    name: 'Ana Kovač',
    programme: 'Professional course on Automatic Recognition',
    edition: 'Autumn 2026',
    editionId: '0198c0de-0000-7000-8000-000000000000',
    date: 'Friday, 9 October 2026 at 15:20',
  },
  compose: (say, data) => ({
    subject: say('admissions.mail.received.subject', data),
    paragraphs: [say('admissions.letter.greeting', data), say('admissions.mail.received.text', data)],
    action: { label: say('admissions.mail.received.action'), path: `/applications/${data.editionId}` },
  }),
});
