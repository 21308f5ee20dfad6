import { type CoursePlan, dayOf, lengthInMinutes, type PlanAsked, usualBehindPercent } from '@libretto/domain';
import type { SessionState } from '@libretto/domain';
import type { EditionCard } from '../editions';

interface Met {
  readonly moduleNumber: number;
  readonly state: SessionState;
  readonly startsAt: Date;
  readonly endsAt: Date;
}

/** What an edition plans, as the rules of pace look at it; its days are those of the edition's zone. */
export function planOf(edition: EditionCard, sessions: readonly Met[], now: Date): CoursePlan {
  const { definition, startsOn, endsOn, timeZone } = edition;
  return {
    modules: definition.modules.map(({ number, minutes }) => ({ number, minutes })),
    sessions: sessions.map(({ moduleNumber, state, startsAt, endsAt }) => ({
      moduleNumber,
      state,
      day: dayOf(startsAt, timeZone),
      minutes: lengthInMinutes({ startsAt, endsAt }),
    })),
    firstDay: startsOn,
    lastDay: endsOn,
    today: dayOf(now, timeZone),
  };
}

export const behindPercentOf = ({ definition }: EditionCard): number =>
  definition.workload.behindPercent ?? usualBehindPercent;

/** How the plan is asked of somebody. */
export const askedOf = (
  { definition, timeZone }: EditionCard,
  { enrolledAt }: { readonly enrolledAt: Date },
  { today }: CoursePlan,
): PlanAsked => ({
  today,
  enrolledOn: dayOf(enrolledAt, timeZone),
  earlierCounts: definition.completion.earlierSessionsCount ?? false,
});
