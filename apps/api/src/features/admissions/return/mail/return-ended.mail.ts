import { mail } from '../../../../platform/mail/mail';

/** Sent when the answer to a return has arrived, or when it lapsed. */
export const returnEndedMail = mail<{
  how: 'answered' | 'lapsed';
  name: string;
  programme: string;
  edition: string;
  editionId: string;
  date: string;
}>({
  name: 'admissions.return-ended',
  topic: 'decisions',
  sample: {
    how: 'answered',
    name: 'Ana Kovač',
    programme: 'Professional course on Automatic Recognition',
    edition: 'Autumn 2026',
    editionId: '0198c0de-0000-7000-8000-000000000000',
    date: 'Friday, 16 October 2026 at 10:05',
  },
  compose: (say, data) => ({
    subject: say(`admissions.mail.return-ended.${data.how}.subject`, data),
    paragraphs: [say('admissions.letter.greeting', data), say(`admissions.mail.return-ended.${data.how}.text`, data)],
    action: { label: say('admissions.mail.received.action'), path: `/applications/${data.editionId}` },
  }),
});
