import { mail } from '../../../../platform/mail/mail';

/** Sent to participants and tutors when a session moves to another time or place. */
export const sessionMovedMail = mail({
  name: 'schedule.session-moved',
  sample: {
    givenName: 'Ana',
    title: 'National groups at work',
    module: 'Challenges and next steps',
    when: 'Thursday 3 December 2026, 14:00–17:00 (Rome)',
    ownTime: 'Thursday 3 December 2026, 13:00–16:00 (Lisbon)',
    room: 'Aula 2, CIMEA, Viale Ventuno Aprile 36, 00162 Roma',
    editionId: '0',
  },
  compose: (say, { editionId, ownTime, room, ...session }) => ({
    subject: say('schedule.mail.moved.subject', session),
    paragraphs: [
      say('schedule.mail.greeting', session),
      say('schedule.mail.moved.text', session),
      ...(ownTime ? [say('schedule.mail.own-time', { ownTime })] : []),
      room ? say('schedule.mail.in-room', { room }) : say('schedule.mail.online'),
    ],
    action: { label: say('schedule.mail.action'), path: `/editions/${editionId}/sessions` },
  }),
});
