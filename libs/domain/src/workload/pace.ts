import type { SessionState } from '../schedule';
import { daysBetween, laterDay } from '../schedule';
import type { DayMinutes } from './day';
import { allMinutes, type MinutesByKind } from './ledger';

/** Somebody with less than this share of the minutes foreseen by now is behind, unless the programme says another. */
export const usualBehindPercent = 50;

export interface PlannedModule {
  readonly number: number;
  /** Notional, by kind. */
  readonly minutes: MinutesByKind;
}

export interface PlannedSession {
  readonly moduleNumber: number;
  readonly state: SessionState;
  readonly day: string;
  readonly minutes: number;
}

/** What an edition plans, and when. */
export interface CoursePlan {
  readonly modules: readonly PlannedModule[];
  readonly sessions: readonly PlannedSession[];
  readonly firstDay: string;
  readonly lastDay: string;
  readonly today: string;
}

/**
 * The minutes of somebody who keeps pace, added up to the end of each day of the edition. A module's contact minutes come
 * with its sessions, in the share of their length; its other minutes are spread over its days: from its first session
 * until the next module begins, or until the edition ends. A module without sessions has all the edition's days. A
 * cancelled session counts for nobody, and one whose roll is still open not before tomorrow: nobody is credited for it.
 */
export function plannedByDay(plan: CoursePlan): DayMinutes[] {
  const { firstDay } = plan;
  const lastDay = [plan.lastDay, ...plan.sessions.map(({ day }) => day)].reduce(later);
  const days = Array.from({ length: daysBetween(firstDay, lastDay) + 1 }, (_, at) => laterDay(firstDay, at));
  const planned = plan.modules.map((module) => ({
    module,
    sessions: sessionsOf(plan, module),
    ...spanOf(plan, module),
  }));
  return days.map((day) => ({
    day,
    minutes: Math.round(
      planned.reduce((sum, { module: { minutes }, sessions, from, until }) => {
        const length = daysBetween(from, until) + 1;
        const passed = Math.min(Math.max(daysBetween(from, day) + 1, 0), length) / length;
        const all = sessions.reduce((of, session) => of + session.minutes, 0);
        const met = sessions.reduce((of, session) => of + (countsFrom(session, plan) <= day ? session.minutes : 0), 0);
        return sum + (allMinutes(minutes) - minutes.contact) * passed + minutes.contact * (all ? met / all : passed);
      }, 0),
    ),
  }));
}

const later = (one: string, other: string): string => (one > other ? one : other);

const earlier = (one: string, other: string): string => (one < other ? one : other);

const sessionsOf = ({ sessions }: CoursePlan, { number }: PlannedModule) =>
  sessions.filter(({ moduleNumber, state }) => moduleNumber === number && state !== 'cancelled');

const countsFrom = ({ state, day }: PlannedSession, { today }: CoursePlan): string =>
  state === 'held' ? day : later(day, laterDay(today, 1));

function spanOf(plan: CoursePlan, module: PlannedModule): { from: string; until: string } {
  const [firstDay, lastDay] = [plan.firstDay, later(plan.firstDay, plan.lastDay)];
  const own = sessionsOf(plan, module).map(({ day }) => day);
  const from = beginningOf(plan, module);
  if (!from) return { from: firstDay, until: lastDay };
  const next = plan.modules.flatMap((other) => beginningOf(plan, other) ?? []).filter((day) => day > from);
  return { from, until: [...own, next.length ? laterDay(next.reduce(earlier), -1) : lastDay].reduce(later) };
}

/** The day of a module's first session. */
const beginningOf = (plan: CoursePlan, module: PlannedModule): string | undefined =>
  sessionsOf(plan, module)
    .map(({ day }) => day)
    .reduce<string | undefined>((first, day) => (first ? earlier(first, day) : day), undefined);

/** The minutes planned until the end of a day: none before the first, all after the last. */
export function plannedUntil(planned: readonly DayMinutes[], day: string): number {
  const [first] = planned;
  if (!first || day < first.day) return 0;
  return (planned[daysBetween(first.day, day)] ?? planned.at(-1) ?? first).minutes;
}

/** How the plan is asked of somebody. */
export interface PlanAsked {
  readonly today: string;
  readonly enrolledOn: string;
  /** What was planned before they joined is asked of them too. */
  readonly earlierCounts: boolean;
}

/** The plan as it is asked of somebody: for who joined late it begins with them, unless the programme says otherwise. */
export function plannedFor(planned: readonly DayMinutes[], asked: PlanAsked): DayMinutes[] {
  const before = notAskedOf(planned, asked);
  return planned.map(({ day, minutes }) => ({ day, minutes: Math.max(0, minutes - before) }));
}

/** The minutes of that plan by the end of yesterday. */
export const foreseenFor = (planned: readonly DayMinutes[], asked: PlanAsked): number =>
  Math.max(0, plannedUntil(planned, laterDay(asked.today, -1)) - notAskedOf(planned, asked));

const notAskedOf = (planned: readonly DayMinutes[], { enrolledOn, earlierCounts }: PlanAsked): number =>
  earlierCounts ? 0 : plannedUntil(planned, laterDay(enrolledOn, -1));

/** The minutes below which somebody is behind: this share of the minutes foreseen by now. */
export const neededOf = (foreseen: number, percent: number): number => Math.ceil((foreseen * percent) / 100);

/** A day of a chart: what is planned until its end, and what is recorded; nothing is recorded of days to come. */
export interface DayOfChart {
  readonly day: string;
  readonly planned: number;
  readonly recorded: number | null;
}

/** Plan against fact, added up day by day; entries from outside of the plan's days count with the nearest of them. */
export function chartOf(planned: readonly DayMinutes[], recorded: readonly DayMinutes[], today: string): DayOfChart[] {
  const sorted = recorded.toSorted((one, other) => (one.day < other.day ? -1 : 1));
  const last = planned.at(-1)?.day ?? '';
  let sum = 0;
  let at = 0;
  return planned.map(({ day, minutes }) => {
    for (let next = sorted[at]; next && (next.day <= day || day === last); next = sorted[(at += 1)])
      sum += next.minutes;
    return { day, planned: minutes, recorded: day <= today ? sum : null };
  });
}
