import { mail } from '../../../../platform/mail/mail';
import { sampleOfSession } from '../session-words';

/** Sent to participants and tutors when a session is cancelled. */
export const sessionCancelledMail = mail({
  name: 'schedule.session-cancelled',
  topic: 'sessions',
  sample: { ...sampleOfSession, reason: 'The venue is closed that day.' },
  compose: (say, { editionId, ...session }) => ({
    subject: say('schedule.mail.cancelled.subject', session),
    paragraphs: [
      say('schedule.mail.greeting', session),
      say('schedule.mail.cancelled.text', session),
      say('schedule.mail.cancelled.reason', session),
      say('schedule.mail.cancelled.counts'),
    ],
    action: { label: say('schedule.mail.action'), path: `/editions/${editionId}/sessions` },
  }),
});
