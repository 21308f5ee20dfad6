import { mail } from '../../../platform/mail/mail';

/** The notices of a day in one mail, for who wants them so. */
export const dailyMail = mail({
  name: 'notices.daily',
  sample: { name: 'Ana Kovač', subjects: ['Session moved: National groups at work', 'Your project work was marked'] },
  compose: (say, { name, subjects }) => ({
    subject: say('notices.mail.subject', { number: subjects.length }),
    paragraphs: [say('notices.mail.greeting', { name }), ...subjects.map((subject) => `• ${subject}`)],
    action: { label: say('notices.mail.action'), path: '/account/notices' },
  }),
});
