import { attendanceMarks } from '@libretto/domain';
import * as z from 'zod/mini';
import { route } from '../route';
import { id, instant, pageQuery, paragraph, searchText } from '../shapes';
import { sessionView } from './sessions';

const inSession = z.object({ editionId: id, sessionId: id });
const onRoll = z.object({ editionId: id, sessionId: id, enrolmentId: id });
const mark = z.enum(attendanceMarks);
/** Belongs to `late`. */
export const minutesLate = z.optional(z.int().check(z.minimum(0), z.maximum(960)));

/** A correction of a closed attendance list. */
export const rollChange = z.object({
  from: z.nullable(mark),
  to: mark,
  reason: z.string(),
  by: z.string(),
  at: instant,
});

/** A list with these conditions: words in a name or an institution, and the mark, of which `none` is that one is needed and not there yet. */
const searched = { q: searchText, marked: z.optional(z.enum(['none', ...attendanceMarks])) };
const rollSearch = { ...searched, sort: z.optional(z.enum(['institution'])) };

export const readRoll = route({
  summary: 'Attendance of a session: the participants by name, with their marks, page by page',
  method: 'GET',
  path: '/editions/:editionId/sessions/:sessionId/roll',
  params: inSession,
  query: z.extend(pageQuery, rollSearch),
  reply: z.object({
    session: sessionView,
    /** Whether the programme subtracts the minutes that somebody came late. */
    lateCountsMinutes: z.boolean(),
    opensAt: instant,
    closedAt: z.nullable(instant),
    closedBy: z.nullable(z.string()),
    /** Everybody enrolled, those of them who still need a mark, and those whom the search finds: on all pages. */
    enrolled: z.int(),
    missing: z.int(),
    found: z.int(),
    next: z.nullable(z.string()),
    people: z.array(
      z.object({
        enrolmentId: id,
        name: z.string(),
        institution: z.nullable(z.string()),
        mark: z.nullable(mark),
        minutesLate: z.int(),
        /** The session began before they were enrolled: they need no mark. */
        isEarlier: z.boolean(),
        /** Whether their device was near the venue, where they have shown that. */
        wasNear: z.nullable(z.boolean()),
        changes: z.array(rollChange),
      }),
    ),
    can: z.object({ mark: z.boolean(), close: z.boolean(), correct: z.boolean() }),
  }),
});
export type Roll = z.infer<NonNullable<typeof readRoll.reply>>;

export const markAttendance = route({
  summary: 'Mark the attendance of one person while the attendance list is open',
  method: 'PUT',
  path: '/editions/:editionId/sessions/:sessionId/roll/:enrolmentId',
  params: onRoll,
  /** Without `minutesLate`, somebody late is counted by the present time. */
  body: z.object({ mark, minutesLate }),
  reply: z.object({ mark, minutesLate: z.int() }),
  refusals: ['schedule.session-cancelled', 'schedule.roll-closed', 'schedule.roll-not-open-yet'],
});

export const markMany = route({
  summary: 'Mark many people at once while the attendance list is open: those named, or all whom the list has',
  method: 'PUT',
  path: '/editions/:editionId/sessions/:sessionId/roll',
  params: inSession,
  body: z.object({
    mark,
    /** Without it: everybody on the list with these conditions, on all of its pages. */
    enrolmentIds: z.optional(z.array(id).check(z.minLength(1), z.maxLength(10_000))),
    ...searched,
  }),
  /** Somebody late is counted by the present time. */
  reply: z.object({ people: z.int(), minutesLate: z.int() }),
  refusals: ['schedule.session-cancelled', 'schedule.roll-closed', 'schedule.roll-not-open-yet'],
});

export const closeRoll = route({
  summary: 'Close the attendance list of a session: attended hours are recorded',
  method: 'POST',
  path: '/editions/:editionId/sessions/:sessionId/roll/close',
  params: inSession,
  refusals: [
    'schedule.session-cancelled',
    'schedule.roll-closed',
    'schedule.roll-not-open-yet',
    'schedule.roll-incomplete',
  ],
});

export const correctAttendance = route({
  summary:
    'Correct marks of closed attendance lists, of one or several people and sessions, with a reason; the recorded hours are corrected too',
  method: 'POST',
  path: '/editions/:editionId/attendance/corrections',
  params: z.object({ editionId: id }),
  body: z.object({
    /** Whose marks at which sessions: all of them get the same one. */
    marks: z.array(z.object({ sessionId: id, enrolmentId: id })).check(z.minLength(1), z.maxLength(1000)),
    mark,
    minutesLate,
    reason: paragraph(500),
  }),
  refusals: ['schedule.session-cancelled', 'schedule.roll-still-open', 'schedule.roll-final', 'schedule.same-mark'],
});
