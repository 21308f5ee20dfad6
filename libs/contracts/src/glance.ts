import { applicationStates, attendanceMarks, moduleModes, sessionStates } from '@libretto/domain';
import * as z from 'zod/mini';
import { type ReplyOf, route } from './route';
import { id, inLanguages, instant, pageQuery } from './shapes';
import { minutesByKind } from './workload';

export const readGlance = route({
  summary: 'Overview of an edition: applications by status, sessions, hours against the plan',
  method: 'GET',
  path: '/editions/:editionId/glance',
  params: z.object({ editionId: id }),
  reply: z.object({
    applications: z.array(z.object({ state: z.enum(applicationStates), applications: z.int() })),
    commission: z.object({
      /**
       * Applications on which the commission cannot rule as it is: too few members are without a conflict, or none of
       * them may chair.
       */
      lacks: z.object({ quorum: z.int(), chair: z.int() }),
      /** Applicants' claims about members who have yet to answer. */
      unanswered: z.int(),
    }),
    sessions: z.array(
      z.object({
        id,
        moduleNumber: z.int(),
        title: z.string(),
        mode: z.enum(moduleModes),
        state: z.enum(sessionStates),
        startsAt: instant,
        endsAt: instant,
        zone: z.string(),
      }),
    ),
    participants: z.int(),
    /** The notional minutes of each module, and the minutes that all participants have recorded for it together. */
    modules: z.array(z.object({ number: z.int(), title: inLanguages, notional: z.int(), recorded: minutesByKind })),
  }),
});
export type Glance = ReplyOf<typeof readGlance>;

export const readAttendanceGrid = route({
  summary: 'The participants of an edition with their attendance at each session and their hours',
  method: 'GET',
  path: '/editions/:editionId/attendance',
  params: z.object({ editionId: id }),
  query: pageQuery,
  reply: z.object({
    /** A page of the participants. */
    people: z.array(
      z.object({
        enrolmentId: id,
        name: z.string(),
        institution: z.string(),
        country: z.string(),
        /**
         * One for each session of the overview, in their order; `null` if none is taken, `earlier` if it began before the
         * enrolment.
         */
        marks: z.array(z.nullable(z.enum([...attendanceMarks, 'earlier']))),
        minutes: z.int(),
        isBehind: z.boolean(),
      }),
    ),
    next: z.nullable(z.string()),
  }),
});
export type AttendanceGridPage = ReplyOf<typeof readAttendanceGrid>;
