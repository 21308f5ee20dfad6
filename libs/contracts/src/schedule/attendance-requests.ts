import { attendanceMarks, excuseReasons, requestKinds, requestStates } from '@libretto/domain';
import * as z from 'zod/mini';
import { fileQuery, uploadRefusals } from '../files';
import { route } from '../route';
import { created, id, instant, pageQuery, paragraph, paragraphOrNone, storedFile } from '../shapes';
import { minutesLate, rollChange } from './roll';
import { sessionView } from './sessions';

const inSession = z.object({ editionId: id, sessionId: id });
const ofRequest = z.object({ editionId: id, sessionId: id, requestId: id });
const mark = z.enum(attendanceMarks);
const words = 1000;

/** A request about somebody's attendance at a session, with its answer. */
const requestView = z.object({
  id,
  sessionId: id,
  kind: z.enum(requestKinds),
  state: z.enum(requestStates),
  /** The reason from the list, of an excuse. */
  reason: z.nullable(z.enum(excuseReasons)),
  words: z.string(),
  /** The mark when it was asked, and the one that is asked for. */
  from: z.nullable(mark),
  claim: z.object({ mark, minutesLate: z.int() }),
  file: z.nullable(storedFile),
  askedAt: instant,
  answer: z.nullable(z.object({ reason: z.string(), by: z.string(), at: instant })),
});
export type AttendanceRequestView = z.infer<typeof requestView>;

export const readPersonsAttendance = route({
  summary: 'One participant’s attendance at each session of an edition, with corrections and requests',
  method: 'GET',
  path: '/editions/:editionId/enrolments/:enrolmentId/attendance',
  params: z.object({ editionId: id, enrolmentId: id }),
  reply: z.object({
    name: z.string(),
    isOwn: z.boolean(),
    lateCountsMinutes: z.boolean(),
    sessions: z.array(
      z.object({
        session: sessionView,
        /** Of a closed attendance list, or an excuse that was granted before. */
        mark: z.nullable(mark),
        minutesLate: z.int(),
        /** The session began before the person was enrolled. */
        isEarlier: z.boolean(),
        /** Until when the closed list can be contested. */
        contestableUntil: z.nullable(instant),
        changes: z.array(rollChange),
        requests: z.array(requestView),
        can: z.object({ askToBeExcused: z.boolean(), contest: z.boolean(), correct: z.boolean() }),
      }),
    ),
  }),
});
export type PersonsAttendance = z.infer<NonNullable<typeof readPersonsAttendance.reply>>;

export const askToBeExcused = route({
  summary: 'Ask to be excused from a session, before or after it',
  method: 'POST',
  path: '/editions/:editionId/sessions/:sessionId/excuses',
  params: inSession,
  body: z.object({ reason: z.enum(excuseReasons), words: paragraphOrNone(words) }),
  reply: created,
  refusals: [
    'schedule.session-cancelled',
    'schedule.excuse-not-needed',
    'schedule.excuse-needs-words',
    'schedule.request-open',
    'schedule.contest-over',
  ],
});

export const contestAttendance = route({
  summary: 'Contest one’s own attendance at a session while its closed attendance list can be contested',
  method: 'POST',
  path: '/editions/:editionId/sessions/:sessionId/contests',
  params: inSession,
  body: z.object({ mark, minutesLate, words: paragraph(words) }),
  reply: created,
  refusals: [
    'schedule.session-cancelled',
    'schedule.contest-too-early',
    'schedule.same-mark',
    'schedule.request-open',
    'schedule.contest-over',
  ],
});

export const addRequestDocument = route({
  summary: 'Upload the document of one’s own open request about attendance; it replaces the one before',
  method: 'POST',
  path: '/editions/:editionId/sessions/:sessionId/attendance-requests/:requestId/document',
  params: ofRequest,
  upload: true,
  refusals: ['schedule.request-answered', ...uploadRefusals],
});

export const readRequestDocument = route({
  summary: 'Download the document of a request about attendance, as its participant or as a tutor',
  method: 'GET',
  path: '/editions/:editionId/sessions/:sessionId/attendance-requests/:requestId/document',
  params: ofRequest,
  query: fileQuery,
  reply: 'file',
});

export const withdrawAttendanceRequest = route({
  summary: 'Withdraw one’s own open request about attendance; its document is deleted',
  method: 'POST',
  path: '/editions/:editionId/sessions/:sessionId/attendance-requests/:requestId/withdrawal',
  params: ofRequest,
  refusals: ['schedule.request-answered'],
});

export const answerAttendanceRequest = route({
  summary: 'Grant or refuse a request about attendance, with a reason; a granted one changes attendance and hours',
  method: 'POST',
  path: '/editions/:editionId/sessions/:sessionId/attendance-requests/:requestId/answer',
  params: ofRequest,
  body: z.object({
    verdict: z.enum(['granted', 'refused']),
    reason: paragraph(500),
    /** Another mark than the one that is asked for. */
    mark: z.optional(mark),
    minutesLate,
  }),
  refusals: ['schedule.request-answered', 'schedule.session-cancelled'],
});

export const listAttendanceRequests = route({
  summary:
    'Requests about attendance in an edition, or in one of its sessions, page by page; the oldest open ones first',
  method: 'GET',
  path: '/editions/:editionId/attendance-requests',
  params: z.object({ editionId: id }),
  query: z.extend(pageQuery, {
    /** Those that were answered, instead of the open ones. */
    answered: z.optional(z.literal('true')),
    sessionId: z.optional(id),
  }),
  reply: z.object({
    open: z.int(),
    next: z.nullable(z.string()),
    items: z.array(z.extend(requestView, { enrolmentId: id, name: z.string(), session: sessionView })),
    can: z.object({ answer: z.boolean() }),
  }),
});
export type AttendanceRequests = z.infer<NonNullable<typeof listAttendanceRequests.reply>>;
