import { mostPlanned } from '@libretto/domain';
import * as z from 'zod/mini';
import { route } from '../route';
import { room, zone } from './sessions';
import { clashes, plannedModule } from './timetable';
import { id, instant, refusal } from '../shapes';

const inEdition = z.object({ editionId: id });
const cell = (most: number) => z.string().check(z.maxLength(most));

const planLine = z.object({
  /** The number of its module, or its title. */
  module: cell(200),
  title: cell(200),
  day: cell(40),
  from: cell(40),
  to: cell(40),
  /** Its id, its name, or its name with its venue; required in presence. */
  room: cell(250),
  /** Required for an online one. */
  link: cell(500),
});
const plan = z.object({ zone, lines: z.array(planLine).check(z.minLength(1), z.maxLength(mostPlanned)) });
export type SessionPlan = z.infer<typeof plan>;

export const checkSessionPlan = route({
  summary: 'What planning several sessions would come to, row by row; nothing is saved',
  method: 'POST',
  path: '/editions/:editionId/sessions/plan-check',
  params: inEdition,
  body: plan,
  reply: z.object({
    lines: z.array(
      z.object({
        moduleNumber: z.nullable(z.int()),
        startsAt: z.nullable(instant),
        endsAt: z.nullable(instant),
        room: z.nullable(room),
        /** The first reason against it. */
        fault: z.nullable(refusal),
        clashes,
      }),
    ),
    /** The minutes of each module's sessions, with those of the plan, and its notional contact minutes. */
    modules: z.array(plannedModule),
  }),
});
export type CheckedPlan = z.infer<NonNullable<typeof checkSessionPlan.reply>>;

export const planSessions = route({
  summary: 'Plan several sessions: all of them, or none where one has a fault',
  method: 'POST',
  path: '/editions/:editionId/sessions/plan',
  params: inEdition,
  body: plan,
  refusals: ['schedule.plan-has-faults'],
});
