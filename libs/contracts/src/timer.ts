import { workloadKinds } from '@libretto/domain';
import * as z from 'zod/mini';
import { route } from './route';
import { key } from './programme-texts';
import { day, id, instant, timeZone } from './shapes';

/** What a timer measures: self-study of a module, or work on the project. */
const timed = {
  id,
  editionId: id,
  moduleNumber: z.int(),
  kind: z.enum(workloadKinds),
  /** The brief whose project work it is: the first of its module. */
  brief: z.nullable(z.string()),
};

/** Measured minutes of one day, until their person records or discards them. */
export const timedDay = z.object({
  ...timed,
  day,
  minutes: z.int(),
  /** The timer ran for longer than a day may hold; the rest is left out. */
  isCut: z.boolean(),
});
export type TimedDay = z.infer<typeof timedDay>;

export const readTimer = route({
  summary: 'One’s own timer, if it runs, and the time that it measured and that isn’t recorded yet',
  method: 'GET',
  path: '/timer',
  reply: z.object({
    running: z.nullable(z.object({ ...timed, startedAt: instant })),
    /** Oldest first. Recording with the id of one of them as the entry’s id uses it up. */
    measured: z.array(timedDay),
  }),
});
export type TimerView = z.infer<NonNullable<typeof readTimer.reply>>;

export const startTimer = route({
  summary:
    'Start one’s timer for the self-study of a module or, without a module, for a brief of the project work, the first where none is named',
  method: 'POST',
  path: '/editions/:editionId/timer',
  params: z.object({ editionId: id }),
  /** The id is made by the caller, so that sending it twice starts once. */
  body: z.object({ timerId: id, moduleNumber: z.optional(z.int()), brief: z.optional(key) }),
  refusals: ['workload.timer-is-running'],
});

export const stopTimer = route({
  summary: 'Stop one’s timer: its whole minutes wait by day to be recorded. A timer that has stopped stays so',
  method: 'POST',
  path: '/timer/stop',
  /** Midnight is that of this zone. */
  body: z.object({ timerId: id, zone: timeZone }),
});

export const discardTimedDay = route({
  summary: 'Discard measured minutes of one day without recording them',
  method: 'POST',
  path: '/timer/discard',
  body: z.object({ timedDayId: id }),
});
