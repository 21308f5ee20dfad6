import { mail } from '../../../../platform/mail/mail';
import { sampleOfSession, wordPlace } from '../session-words';

/** Sent to participants and tutors when a session moves to another time or place. */
export const sessionMovedMail = mail({
  name: 'schedule.session-moved',
  topic: 'sessions',
  sample: sampleOfSession,
  compose: (say, { editionId, ...session }) => ({
    subject: say('schedule.mail.moved.subject', session),
    paragraphs: [
      say('schedule.mail.greeting', session),
      say('schedule.mail.moved.text', session),
      ...wordPlace(say, session),
    ],
    action: { label: say('schedule.mail.action'), path: `/editions/${editionId}/sessions` },
  }),
});
