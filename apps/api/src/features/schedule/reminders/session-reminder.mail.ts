import type { Reminder } from '@libretto/domain';
import { mail } from '../../../platform/mail/mail';
import { sampleOfSession, type SessionWords, wordPlace } from '../planning/session-words';

const sample: SessionWords & { reminder: Reminder } = { ...sampleOfSession, reminder: 'day' };

/** Sent to participants and tutors the day and the hour before a session. */
export const sessionReminderMail = mail({
  name: 'schedule.session-reminder',
  topic: 'reminders',
  sample,
  compose: (say, { editionId, reminder, ...session }) => ({
    subject: say(`schedule.mail.reminder.${reminder}`, session),
    paragraphs: [
      say('schedule.mail.greeting', session),
      say('schedule.mail.reminder.text', session),
      ...wordPlace(say, session),
    ],
    action: { label: say('schedule.mail.action'), path: `/editions/${editionId}/sessions` },
  }),
});
