import { attendanceMarks, isWebAddress, sessionStates, moduleModes } from '@libretto/domain';
import * as z from 'zod/mini';
import { route } from './route';
import { created, day, id, inLanguages, instant, line, noWebAddress, paragraph } from './shapes';

const inEdition = z.object({ editionId: id });
const inSession = z.object({ editionId: id, sessionId: id });
const onRoll = z.object({ editionId: id, sessionId: id, enrolmentId: id });

/** Local time, as a person types it: `2026-12-03T14:30`. */
const localTime = z.string().check(z.regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d$/));
/** A zone of the IANA database: `Europe/Rome`. */
const zone = z.string().check(z.regex(/^[A-Za-z0-9_+/-]+$/), z.maxLength(60));
const joinUrl = z.url({ protocol: /^https$/ }).check(z.maxLength(500), z.refine(isWebAddress, noWebAddress));
const moduleNumber = z.int().check(z.minimum(1), z.maximum(40));
const mark = z.enum(attendanceMarks);
const minutesLate = z.optional(z.int().check(z.minimum(0), z.maximum(960)));

/** Where an in-presence session takes place. */
export const room = z.object({
  id,
  venue: z.string(),
  address: z.string(),
  name: z.string(),
  capacity: z.int(),
});
export type Room = z.infer<typeof room>;

/** A session as everybody of the edition sees it. */
export const sessionView = z.object({
  id,
  moduleNumber: z.int(),
  moduleTitle: inLanguages,
  title: z.string(),
  mode: z.enum(moduleModes),
  state: z.enum(sessionStates),
  startsAt: instant,
  endsAt: instant,
  /** The session's own zone: people see its time in it and in theirs. */
  zone: z.string(),
  room: z.nullable(room),
  /** For an online session. `url` is there only while the link is open. */
  join: z.nullable(
    z.object({ window: z.enum(['not-yet', 'open', 'over']), opensAt: instant, url: z.nullable(z.string()) }),
  ),
  /** The reason for cancelling it. */
  cancelledBecause: z.nullable(z.string()),
});
export type SessionView = z.infer<typeof sessionView>;

export const listSessions = route({
  summary: 'The sessions of an edition in their order',
  method: 'GET',
  path: '/editions/:editionId/sessions',
  params: inEdition,
  reply: z.object({
    sessions: z.array(sessionView),
    can: z.object({ plan: z.boolean(), takeRolls: z.boolean() }),
  }),
});

/** The data for planning: the modules, the rooms, and the edition's zone for typed times. */
export const readPlanning = route({
  summary: 'What a session can be planned with',
  method: 'GET',
  path: '/editions/:editionId/sessions/planning',
  params: inEdition,
  reply: z.object({
    zone: z.string(),
    firstDay: day,
    lastDay: day,
    modules: z.array(z.object({ number: z.int(), title: inLanguages, mode: z.enum(moduleModes) })),
    rooms: z.array(room),
  }),
});

const place = {
  startsLocal: localTime,
  endsLocal: localTime,
  zone,
  /** For an in-presence session. */
  roomId: z.optional(id),
  /** For an online one. */
  joinUrl: z.optional(joinUrl),
};
const placeRefusals = [
  'schedule.no-such-local-time',
  'schedule.no-such-zone',
  'schedule.ends-before-it-starts',
  'schedule.too-long',
  'schedule.starts-in-the-past',
  'schedule.outside-the-edition',
  'schedule.room-missing',
  'schedule.link-missing',
  'schedule.room-too-small',
  'schedule.room-taken',
] as const;

export const planSession = route({
  summary: 'Plan a session of a module',
  method: 'POST',
  path: '/editions/:editionId/sessions',
  params: inEdition,
  body: z.object({ moduleNumber, title: line(120), ...place }),
  reply: created,
  refusals: ['schedule.no-such-module', ...placeRefusals],
});

export const moveSession = route({
  summary: 'Move a planned session to another time or place; those concerned get a mail',
  method: 'POST',
  path: '/editions/:editionId/sessions/:sessionId/move',
  params: inSession,
  body: z.object(place),
  refusals: [...placeRefusals, 'schedule.roll-closed', 'schedule.session-cancelled', 'schedule.roll-begun'],
});

export const cancelSession = route({
  summary: 'Cancel a planned session; those concerned get a mail and it counts for nobody',
  method: 'POST',
  path: '/editions/:editionId/sessions/:sessionId/cancel',
  params: inSession,
  body: z.object({ reason: paragraph(500) }),
  refusals: ['schedule.no-such-step'],
});

export const addRoom = route({
  summary: 'Add a room in which sessions can take place',
  method: 'POST',
  path: '/editions/:editionId/rooms',
  params: inEdition,
  body: z.object({
    venue: line(120),
    address: line(200),
    name: line(80),
    capacity: z.int().check(z.minimum(1), z.maximum(5000)),
  }),
  reply: created,
  refusals: ['schedule.room-exists'],
});

const rollChange = z.object({
  from: z.nullable(mark),
  to: mark,
  reason: z.string(),
  by: z.string(),
  at: instant,
});

export const readRoll = route({
  summary: 'Attendance of a session: every participant, with their mark',
  method: 'GET',
  path: '/editions/:editionId/sessions/:sessionId/roll',
  params: inSession,
  reply: z.object({
    session: sessionView,
    /** Whether the programme subtracts the minutes that somebody came late. */
    lateCountsMinutes: z.boolean(),
    opensAt: instant,
    closedAt: z.nullable(instant),
    closedBy: z.nullable(z.string()),
    people: z.array(
      z.object({
        enrolmentId: id,
        name: z.string(),
        institution: z.nullable(z.string()),
        mark: z.nullable(mark),
        minutesLate: z.int(),
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
  summary: 'Correct one mark of a closed attendance list, with a reason; the recorded hours are corrected too',
  method: 'POST',
  path: '/editions/:editionId/sessions/:sessionId/roll/:enrolmentId/correction',
  params: onRoll,
  body: z.object({ mark, minutesLate, reason: paragraph(500) }),
  refusals: ['schedule.roll-still-open', 'schedule.roll-final', 'schedule.same-mark'],
});

export const readToday = route({
  summary: 'What needs a tutor now: the session in progress, attendance still to close, what comes next',
  method: 'GET',
  path: '/editions/:editionId/today',
  params: inEdition,
  reply: z.object({
    /** In progress, or about to begin. */
    now: z.array(sessionView),
    /** Over, and their rolls not closed. */
    rollsToClose: z.array(sessionView),
    next: z.array(sessionView),
  }),
});
