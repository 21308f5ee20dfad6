import { applicationStates, attendanceMarks, moduleModes, sessionStates } from '@libretto/domain';
import * as z from 'zod/mini';
import { type ReplyOf, route } from './route';
import { id, inLanguages, instant, pageQuery } from './shapes';

const minutesByKind = z.object({ contact: z.int(), 'self-study': z.int(), project: z.int() });

export const readGlance = route({
  summary:
    'Overview of an edition: applications by status, sessions, attendance, hours against the plan, who is behind',
  method: 'GET',
  path: '/editions/:editionId/glance',
  params: z.object({ editionId: id }),
  query: pageQuery,
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
    /**
     * The notional minutes of each module, and the minutes that the people of this page have recorded for it together.
     */
    modules: z.array(z.object({ number: z.int(), title: inLanguages, notional: z.int(), recorded: minutesByKind })),
    /** The minutes of somebody who keeps pace with the sessions: by now, and in all. */
    foreseen: z.object({ byNow: z.int(), whole: z.int() }),
    /** A page of the participants. */
    people: z.array(
      z.object({
        enrolmentId: id,
        name: z.string(),
        institution: z.string(),
        country: z.string(),
        /**
         * One for each session, in their order; `null` if none is taken, `earlier` if it began before the enrolment.
         */
        marks: z.array(z.nullable(z.enum([...attendanceMarks, 'earlier']))),
        minutes: z.int(),
        isBehind: z.boolean(),
      }),
    ),
    next: z.nullable(z.string()),
  }),
});
export type Glance = ReplyOf<typeof readGlance>;
