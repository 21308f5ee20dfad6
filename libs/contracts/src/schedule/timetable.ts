import * as z from 'zod/mini';
import { route } from '../route';
import { day, id, inLanguages, instant, refusal } from '../shapes';
import { foreseenSession, placeOfSession, sessionTutor } from './sessions';

const inEdition = z.object({ editionId: id });
const inSession = z.object({ editionId: id, sessionId: id });

/** Who would have to be in two places at once. Clashes keep nothing from being planned. */
export const clashes = z.object({
  /** Sessions at the same time, with the names of the tutors who are needed at both. */
  sessions: z.array(z.object({ title: z.string(), tutors: z.array(z.string()) })),
  /** The participants who have a session of another edition then: counted, not named. */
  participants: z.int(),
});
export type Clashes = z.infer<typeof clashes>;

/** The minutes of a module's sessions, and its notional contact minutes. */
export const plannedModule = z.object({
  number: z.int(),
  title: inLanguages,
  planned: z.int(),
  notional: z.int(),
});

export const checkTimetable = route({
  summary: 'What an edition is laid out from, and what does not fit: minutes of modules, sessions at the same time',
  method: 'GET',
  path: '/editions/:editionId/sessions/timetable-check',
  params: inEdition,
  reply: z.object({
    firstDay: day,
    lastDay: day,
    modules: z.array(plannedModule),
    tutors: z.array(sessionTutor),
    foreseen: z.array(foreseenSession),
    /** The coming sessions with clashes. */
    sessions: z.array(z.object({ id, clashes })),
    /** The people who get an e-mail when a session moves. */
    people: z.int(),
  }),
});

export const checkMove = route({
  summary: 'What moving a session would come to; nothing is saved',
  method: 'POST',
  path: '/editions/:editionId/sessions/:sessionId/move-check',
  params: inSession,
  body: placeOfSession,
  reply: z.object({
    startsAt: z.nullable(instant),
    endsAt: z.nullable(instant),
    fault: z.nullable(refusal),
    clashes,
    /** The people who get an e-mail. */
    people: z.int(),
  }),
});

export const assignTutors = route({
  summary: 'Assign tutors of the edition to a session; an empty list assigns none in particular',
  method: 'PUT',
  path: '/editions/:editionId/sessions/:sessionId/tutors',
  params: inSession,
  body: z.object({ tutorIds: z.array(id).check(z.maxLength(50)) }),
  refusals: ['schedule.no-such-tutor'],
});
