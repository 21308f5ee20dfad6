import type { AssignedRole, EditionRole } from '../accounts';
import { become, type Process } from '../process';
import { mostMinutesADay } from '../programmes';
import { isRefusal, type Refusal, refuse } from '../refusal';
import { dayOf } from '../schedule';

export const editionStates = ['draft', 'open', 'closed'] as const;
export type EditionState = (typeof editionStates)[number];

/** An edition is a draft, then open, then closed. */
export const editionProcess: Process<EditionState> = {
  draft: { to: ['open'] },
  open: { to: ['closed'] },
  closed: { to: [] },
};

/** The roles that belong to the evaluation commission. */
export const commissionRoles = ['member', 'chair', 'deputy'] as const satisfies readonly AssignedRole[];

/** Roles that an edition gives to one person only. */
export const singleRoles: readonly AssignedRole[] = ['chair', 'deputy'];

/** The smallest commission in which two can still rule when one is in conflict. */
export const leastCommission = 3;

export interface Dates {
  readonly startsOn: string;
  readonly endsOn: string;
  readonly applicationsCloseAt: Date;
}

/** An edition ends after it starts, and applications close before it starts. Days are `2026-11-23`. */
export function checkDates({ startsOn, endsOn, applicationsCloseAt }: Dates): Refusal | true {
  if (endsOn < startsOn) return refuse('editions.ends-before-it-starts', { startsOn, endsOn });
  if (applicationsCloseAt.getTime() >= Date.parse(startsOn)) return refuse('editions.closes-after-start', { startsOn });
  return true;
}

/** The fewest days of an edition: a day takes only so many of its programme's hours. */
export const leastDays = (hours: number): number => Math.ceil((hours * 60) / mostMinutesADay);

/** Whether the days of an edition hold the hours of its programme. */
export const holdsHours = ({ startsOn, endsOn }: Pick<Dates, 'startsOn' | 'endsOn'>, hours: number): boolean =>
  (Date.parse(endsOn) - Date.parse(startsOn)) / 86_400_000 + 1 >= leastDays(hours);

/** Whether applications are open at this moment. */
export const takesApplications = (edition: { state: EditionState; applicationsCloseAt: Date }, now: Date): boolean =>
  edition.state === 'open' && now < edition.applicationsCloseAt;

/** Whether an edition may change: a closed one stays as it is. */
export const changeIn = (state: EditionState): true | Refusal => state !== 'closed' || refuse('editions.is-closed');

/** Opens an edition to applications: there must be time left for them, and all that it needs. */
export function openEdition(
  { state, applicationsCloseAt }: { state: EditionState; applicationsCloseAt: Date },
  needs: readonly EditionNeed[],
  now: Date,
): EditionState | Refusal {
  const opened = become(editionProcess, state, 'open', 'editions.no-such-step');
  if (isRefusal(opened)) return opened;
  if (applicationsCloseAt <= now) return refuse('editions.deadline-is-past');
  return needs.length ? refuse('editions.not-ready', { needs: needs.join(', ') }) : opened;
}

/** Closes an edition after its last day. */
export function closeEdition(
  edition: { state: EditionState; endsOn: string; timeZone: string },
  now: Date,
): EditionState | Refusal {
  const closed = become(editionProcess, edition.state, 'closed', 'editions.no-such-step');
  return isRefusal(closed) || isOver(edition, now) ? closed : refuse('editions.not-over', { endsOn: edition.endsOn });
}

/** Whether its last day is over, in its own time zone. */
export const isOver = ({ endsOn, timeZone }: { endsOn: string; timeZone: string }, now: Date): boolean =>
  dayOf(now, timeZone) > endsOn;

const peopleNeeded = ['chair', 'deputy', 'commission', 'tutor'] as const;
/** The conditions that an edition still lacks before it can open. */
export const editionNeeds = [...peopleNeeded, 'second-marker', 'days'] as const;
export type EditionNeed = (typeof editionNeeds)[number];

/** The people that an edition still needs, and keeps once it is open. */
export function needsOf(people: readonly { accountId: string; role: EditionRole }[]): (typeof peopleNeeded)[number][] {
  const has = (role: EditionRole) => people.some((person) => person.role === role);
  const commission = new Set(
    people
      .filter(({ role }) => (commissionRoles as readonly EditionRole[]).includes(role))
      .map(({ accountId }) => accountId),
  );
  const met = {
    chair: has('chair'),
    deputy: has('deputy'),
    commission: commission.size >= leastCommission,
    tutor: has('tutor'),
  };
  return peopleNeeded.filter((need) => !met[need]);
}

/**
 * Everything that an edition still lacks before it can open; its programme has so many hours, and its project work so
 * many markers.
 */
export const needsToOpen = (
  people: Parameters<typeof needsOf>[0],
  dates: Pick<Dates, 'startsOn' | 'endsOn'>,
  { hours, markers }: { hours: number; markers: number },
): EditionNeed[] => [
  ...needsOf(people),
  ...(markers > 1 && people.filter(({ role }) => role === 'tutor').length === 1 ? ['second-marker' as const] : []),
  ...(holdsHours(dates, hours) ? [] : ['days' as const]),
];

/** A participant does not judge or teach in the same edition; nobody is the chair's own deputy. */
export function mayBeAssigned(role: AssignedRole, held: readonly EditionRole[]): Refusal | true {
  if (held.includes('participant')) return refuse('editions.takes-part');
  if ((role === 'chair' && held.includes('deputy')) || (role === 'deputy' && held.includes('chair')))
    return refuse('editions.own-deputy');
  return true;
}

/** Held places are not taken back: the capacity of an open edition only grows. */
export function mayHaveCapacity(state: EditionState, before: number, after: number): Refusal | true {
  return state === 'draft' || after >= before ? true : refuse('editions.capacity-only-grows', { before });
}
