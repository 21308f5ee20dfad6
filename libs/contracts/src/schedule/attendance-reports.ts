import { attendanceMarks, mostReported } from '@libretto/domain';
import * as z from 'zod/mini';
import { route } from '../route';
import { id, instant } from '../shapes';
import { zone } from './sessions';

const inSession = z.object({ editionId: id, sessionId: id });
const cell = z.string().check(z.maxLength(320));

/** One row of a meeting’s report: each time that somebody joined. */
const reportLine = z.object({
  name: cell,
  email: cell,
  joined: cell,
  left: cell,
  /** Where the report has no times: the minutes that somebody was there. */
  minutes: cell,
});
const report = {
  /** The zone by whose clocks the report has its times. */
  zone,
  lines: z.array(reportLine).check(z.minLength(1), z.maxLength(mostReported)),
  /** The participants of people in the report, chosen by hand; `null` is nobody. `who` is as the check names them. */
  chosen: z
    .array(z.object({ who: z.string().check(z.maxLength(700)), enrolmentId: z.nullable(id) }))
    .check(z.maxLength(mostReported)),
};

export const readToldReport = route({
  summary: 'Who was in the meeting of a session from when to when, as its server told; no lines where it told nothing',
  method: 'GET',
  path: '/editions/:editionId/sessions/:sessionId/attendance-report',
  params: inSession,
  reply: z.object({
    lines: z.array(z.object({ name: z.string(), email: z.string(), joined: instant, left: instant })),
  }),
});
export type ToldReport = z.infer<NonNullable<typeof readToldReport.reply>>;

export const checkAttendanceReport = route({
  summary: 'What importing a meeting’s attendance report would come to, person by person; nothing is saved',
  method: 'POST',
  path: '/editions/:editionId/sessions/:sessionId/attendance-report-check',
  params: inSession,
  body: z.object(report),
  reply: z.object({
    /** The people of the report, in its order. */
    people: z.array(
      z.object({
        who: z.string(),
        name: z.string(),
        email: z.string(),
        enrolmentId: z.nullable(id),
        /** How sure it is that they are this participant. */
        match: z.enum(['certain', 'likely', 'chosen', 'nobody']),
        minutes: z.int(),
        /** Times of theirs that cannot be read, and count for nothing. */
        unread: z.array(z.string()),
      }),
    ),
    /** Whoever joined more minutes after the start is late. */
    lateAfterMinutes: z.int(),
    /** Everybody on the list who needs a mark, by name: what the report comes to, and the mark that is there. */
    participants: z.array(
      z.object({
        enrolmentId: id,
        name: z.string(),
        minutes: z.int(),
        mark: z.enum(attendanceMarks),
        minutesLate: z.int(),
        standing: z.nullable(z.enum(attendanceMarks)),
      }),
    ),
  }),
  refusals: ['schedule.session-cancelled', 'schedule.roll-closed', 'schedule.roll-not-open-yet'],
});
export type CheckedReport = z.infer<NonNullable<typeof checkAttendanceReport.reply>>;
export type ReportedLines = z.infer<NonNullable<typeof checkAttendanceReport.body>>;

export const importAttendanceReport = route({
  summary: 'Take the attendance of an open list from a meeting’s attendance report',
  method: 'POST',
  path: '/editions/:editionId/sessions/:sessionId/attendance-reports',
  params: inSession,
  body: z.object({
    ...report,
    /** Also where there is a mark already. */
    over: z.boolean(),
  }),
  reply: z.object({ people: z.int() }),
  refusals: ['schedule.session-cancelled', 'schedule.roll-closed', 'schedule.roll-not-open-yet'],
});
