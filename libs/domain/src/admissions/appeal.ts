import { become } from '../process';
import { isRefusal, type Refusal, refuse } from '../refusal';
import { zonedAt } from '../schedule';
import { type ApplicationState, applicationProcess, type Round } from './application';
import type { RulingOutcome } from './ruling';

/** The length of an appeal's statement. */
export const appealStatement = { least: 20, most: 4000 } as const;

/** A place cannot be appealed: there is no better outcome. */
export const appealableOutcomes: readonly RulingOutcome[] = ['waiting-list', 'rejected'];

/**
 * The last moment of an appeal: the end of the last day, in the edition's time zone. A letter names a day, and its
 * reader may use all of it.
 */
export function appealEnd(ruledAt: Date, { appealDays, timeZone }: { appealDays: number; timeZone: string }): Date {
  const ruledOn = zonedAt(ruledAt, timeZone).toPlainDate();
  return new Date(ruledOn.add({ days: appealDays + 1 }).toZonedDateTime(timeZone).epochMilliseconds - 1);
}

/** The facts about an application that an appeal depends on. */
export interface Appealable {
  readonly state: ApplicationState;
  readonly round: Round;
  /** The outcome of its ruling; `null` if there is none. */
  readonly outcome: RulingOutcome | null;
  /** Whether a place was offered since, by the waiting list. */
  readonly isOffered: boolean;
  /** The last moment. */
  readonly until: Date | null;
}

/** Whether the applicant can appeal now: once, against a ruling that gave no place, in time. */
export function appeal({ state, round, outcome, isOffered, until }: Appealable, now: Date): true | Refusal {
  if (round === 2) return refuse('admissions.already-appealed');
  const step = become(applicationProcess, state, 'appealed', 'admissions.no-such-step');
  if (isRefusal(step)) return step;
  if (!outcome || !until || !appealableOutcomes.includes(outcome) || isOffered)
    return refuse('admissions.nothing-to-appeal');
  return now <= until || refuse('admissions.appeal-too-late');
}
