import {
  coordinatesOf,
  isWebAddress,
  largestRadius,
  meetingProviders,
  moduleModes,
  sessionStates,
} from '@libretto/domain';
import * as z from 'zod/mini';
import { route } from '../route';
import {
  atMost,
  created,
  day,
  id,
  inLanguages,
  instant,
  line,
  lineOrNone,
  noWebAddress,
  paragraph,
  paragraphOrNone,
} from '../shapes';

const inEdition = z.object({ editionId: id });
const inSession = z.object({ editionId: id, sessionId: id });

/** Local time, as a person types it: `2026-12-03T14:30`. */
const localTime = z.string().check(z.regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d$/));
/** A zone of the IANA database: `Europe/Rome`. */
export const zone = z.string().check(z.regex(/^[A-Za-z0-9_+/-]+$/), z.maxLength(60));
export const joinUrl = z.url({ protocol: /^https$/ }).check(atMost(500), z.refine(isWebAddress, noWebAddress));
const moduleNumber = z.int().check(z.minimum(1), z.maximum(40));

/** Where an in-presence session takes place. */
export const room = z.object({
  id,
  venue: z.string(),
  address: z.string(),
  name: z.string(),
  capacity: z.int(),
  /** How to get in and around; empty if nobody wrote it. */
  accessibility: z.string(),
  /** `41.9098, 12.5153`, for a map; empty if nobody wrote them. */
  coordinates: z.string(),
  /** Within so many metres of the coordinates a device is near; 0 if nobody is asked for that. */
  radius: z.int(),
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
    z.object({
      window: z.enum(['not-yet', 'open', 'over']),
      opensAt: instant,
      /** The typed link or, where a provider makes the meeting, the page that makes everybody a link of their own. */
      url: z.nullable(z.string()),
      isMade: z.boolean(),
    }),
  ),
  /** The reason for cancelling it. */
  cancelledBecause: z.nullable(z.string()),
});
export type SessionView = z.infer<typeof sessionView>;

/** A tutor of the edition. */
export const sessionTutor = z.object({ id, name: z.string() });

export const listSessions = route({
  summary: 'The sessions of an edition in their order',
  method: 'GET',
  path: '/editions/:editionId/sessions',
  params: inEdition,
  reply: z.object({
    /** With the tutors who are assigned to them. */
    sessions: z.array(z.extend(sessionView, { tutors: z.array(sessionTutor) })),
    /** The reader’s own enrolment, of a participant. */
    ownEnrolmentId: z.nullable(id),
    can: z.object({ plan: z.boolean(), takeRolls: z.boolean(), changeRooms: z.boolean() }),
  }),
});

/** A session that the programme foresees, on its day of this edition. */
export const foreseenSession = z.object({
  moduleNumber: z.int(),
  title: inLanguages,
  day,
  from: z.string(),
  to: z.string(),
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
    tutors: z.array(sessionTutor),
    /** Who can make meetings in this installation. */
    providers: z.array(z.enum(meetingProviders)),
    foreseen: z.array(foreseenSession),
  }),
});

const place = {
  startsLocal: localTime,
  endsLocal: localTime,
  zone,
  /** An in-presence session has a room, and may have a link for those who are elsewhere. */
  roomId: z.optional(z.nullable(id)),
  /** An online one has a link, and may have a room for those who watch together. */
  joinUrl: z.optional(z.nullable(joinUrl)),
  /** Who makes the meeting, instead of a typed link. */
  meeting: z.optional(z.nullable(z.enum(meetingProviders))),
};
export const placeOfSession = z.object(place);
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
  'schedule.no-such-provider',
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
  body: placeOfSession,
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

const roomWords = z.object({
  venue: line(120),
  address: line(200),
  name: line(80),
  capacity: z.int().check(z.minimum(1), z.maximum(5000)),
  accessibility: paragraphOrNone(1000),
  coordinates: lineOrNone(40).check(z.refine((text) => !text || coordinatesOf(text) !== null)),
  radius: z.int().check(z.minimum(0), z.maximum(largestRadius)),
});

export const addRoom = route({
  summary: 'Add a room in which sessions can take place',
  method: 'POST',
  path: '/editions/:editionId/rooms',
  params: inEdition,
  body: roomWords,
  reply: created,
  refusals: ['schedule.room-exists'],
});

export const changeRoom = route({
  summary: 'Change what is known of a room; its bookings stay',
  method: 'PUT',
  path: '/editions/:editionId/rooms/:roomId',
  params: z.object({ editionId: id, roomId: id }),
  body: roomWords,
  refusals: ['schedule.room-exists', 'schedule.room-is-needed'],
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
