import { attendanceMarks } from '@libretto/domain';
import * as z from 'zod/mini';
import { route } from '../route';
import { id, instant } from '../shapes';
import { sessionView } from './sessions';

const inSession = z.object({ editionId: id, sessionId: id });
const mark = z.enum(attendanceMarks);
const milliseconds = z.int();

export const readCheckInCode = route({
  summary: 'The code with which participants check in to a session now, and the next ones',
  method: 'GET',
  path: '/editions/:editionId/sessions/:sessionId/code',
  params: inSession,
  reply: z.object({
    session: sessionView,
    opensAt: instant,
    /** The one to show now first; none once it is over. A code is shown until the next one begins. */
    codes: z.array(
      z.object({
        /** What the QR code leads to. */
        address: z.string(),
        /** For those who cannot scan. */
        short: z.string(),
        /** Until it is to be shown: negative for the first one. */
        begins: milliseconds,
      }),
    ),
    people: z.object({ in: z.int(), enrolled: z.int() }),
  }),
});
export type CheckInCode = z.infer<NonNullable<typeof readCheckInCode.reply>>;

export const followRoll = route({
  summary: 'Hear at once that attendance of a session has changed; what it is now is asked for',
  method: 'GET',
  path: '/editions/:editionId/sessions/:sessionId/roll/live',
  params: inSession,
  reply: 'events',
});

export const readRollChanges = route({
  summary: 'What has changed on the attendance list of a session, and what check-ins a tutor should look at',
  method: 'GET',
  path: '/editions/:editionId/sessions/:sessionId/roll/changes',
  params: inSession,
  query: z.object({
    /** `until` of the answer before; without it, the marks of the last minutes: for a list that was just read. */
    since: z.optional(instant),
  }),
  reply: z.object({
    /** The time of the newest mark; none where there is none yet. */
    until: z.nullable(instant),
    enrolled: z.int(),
    missing: z.int(),
    marks: z.array(z.object({ enrolmentId: id, mark, minutesLate: z.int() })),
    /** The check-ins, of all there are, that came late from a phone, share their device, or were not near the venue. */
    notes: z.array(
      z.object({
        enrolmentId: id,
        scannedAt: instant,
        /** How long the browser kept the scan. */
        sentLaterSeconds: z.nullable(z.int()),
        /** The names of the others who checked in from the same device. */
        sharedWith: z.array(z.string()),
        /** Their device said that it is not near the venue. */
        isAway: z.boolean(),
      }),
    ),
  }),
});
export type RollChanges = z.infer<NonNullable<typeof readRollChanges.reply>>;

export const checkIn = route({
  summary: 'Check oneself in to a session with the code that is shown there',
  method: 'POST',
  path: '/check-in',
  body: z.object({
    /** The one of the QR code, or the short one. */
    code: z.string().check(z.minLength(1), z.maxLength(60)),
    /** A random name that the browser gave itself. */
    device: z.string().check(z.regex(/^[\w-]{8,64}$/)),
    /** For how long the scan was kept, where it could not be sent at once. */
    waitedSeconds: z.optional(z.int().check(z.minimum(0), z.maximum(31_536_000))),
  }),
  reply: z.object({
    editionId: id,
    session: z.object({ id, title: z.string(), startsAt: instant, endsAt: instant, zone: z.string() }),
    mark,
    minutesLate: z.int(),
    /** The mark was there before: of an earlier check-in, or of a tutor, which a check-in never changes. */
    before: z.nullable(z.enum(['check-in', 'tutor'])),
    /** Where they may show that they are near; none where nobody is asked for that, or once they have shown it. */
    near: z.nullable(z.object({ venue: z.string(), coordinates: z.string(), radius: z.int() })),
  }),
  refusals: [
    'schedule.session-cancelled',
    'check-in.too-early',
    'check-in.over',
    'check-in.code-changed',
    'check-in.code-unknown',
    'check-in.kept-too-long',
    'check-in.not-enrolled',
    'editions.is-closed',
  ],
});
export type CheckedIn = z.infer<NonNullable<typeof checkIn.reply>>;

export const sayWhetherNear = route({
  summary: 'Say whether one’s device is near the venue of the session to which one has checked in; it says no position',
  method: 'PUT',
  path: '/editions/:editionId/sessions/:sessionId/arrival',
  params: inSession,
  body: z.object({ isNear: z.boolean() }),
  refusals: [
    'schedule.session-cancelled',
    'check-in.too-early',
    'check-in.over',
    'check-in.not-in',
    'check-in.no-radius',
    'editions.is-closed',
  ],
});
