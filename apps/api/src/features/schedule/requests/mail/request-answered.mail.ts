import type { RequestState } from '@libretto/domain';
import { mail } from '../../../../platform/mail/mail';
import { aboutRequest } from './request-made.mail';

/** Sent to a participant when a tutor has answered their request to be excused, or their contested attendance. */
export const requestAnsweredMail = mail({
  name: 'schedule.request-answered',
  topic: 'hours',
  sample: { ...aboutRequest, verdict: 'granted' as RequestState, answer: 'We wish you a quick recovery.' },
  compose: (say, { editionId, enrolmentId, ...request }) => ({
    subject: say('schedule.mail.answered.subject', request),
    paragraphs: [
      say('schedule.mail.greeting', request),
      say(`schedule.mail.answered.${request.kind}`, request),
      say('schedule.mail.answered.reason', request),
    ],
    action: {
      label: say('schedule.mail.answered.action'),
      path: `/editions/${editionId}/enrolments/${enrolmentId}/attendance`,
    },
  }),
});
