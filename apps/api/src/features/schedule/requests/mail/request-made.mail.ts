import type { AttendanceMark, ExcuseReason, RequestKind } from '@libretto/domain';
import { mail } from '../../../../platform/mail/mail';

/** Samples of what mails say about a request. */
export const aboutRequest = {
  givenName: 'Ana',
  name: 'Marko Horvat',
  title: 'National groups at work',
  when: 'Thursday 3 December 2026, 14:00–17:00 (Rome)',
  kind: 'excuse' as RequestKind,
  reason: 'illness' as ExcuseReason | null,
  claim: 'excused' as AttendanceMark,
  words: 'A cold with fever.',
  editionId: '0',
  enrolmentId: '0',
};

/** Sent to the tutors of an edition when a participant asks to be excused, or contests their attendance. */
export const requestMadeMail = mail({
  name: 'schedule.request-made',
  topic: 'hours',
  sample: aboutRequest,
  compose: (say, { editionId, kind, reason, words, claim, ...request }) => ({
    subject: say(`schedule.mail.asked.subject.${kind}`, request),
    paragraphs: [
      say('schedule.mail.greeting', request),
      reason
        ? say('schedule.mail.asked.excuse', { ...request, reason: say(`schedule.excuse-reasons.${reason}`) })
        : say('schedule.mail.asked.contest', { ...request, claim: say(`schedule.marks.${claim}`) }),
      ...(words ? [words] : []),
    ],
    action: { label: say('schedule.mail.asked.action'), path: `/editions/${editionId}/attendance-requests` },
  }),
});
