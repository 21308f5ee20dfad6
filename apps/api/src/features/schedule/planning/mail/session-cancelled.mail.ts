import { mail } from '../../../../platform/mail/mail';

/** Sent to participants and tutors when a session is cancelled. */
export const sessionCancelledMail = mail({
  name: 'schedule.session-cancelled',
  sample: {
    givenName: 'Ana',
    title: 'National groups at work',
    module: 'Challenges and next steps',
    when: 'Thursday 3 December 2026, 14:00–17:00 (Rome)',
    reason: 'The venue is closed that day.',
    editionId: '0',
  },
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
