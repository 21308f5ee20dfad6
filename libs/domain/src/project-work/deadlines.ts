/** A deadline as it was set: for everybody, for one group, or for one person. */
export interface SetDeadline {
  readonly attempt: number;
  readonly until: Date;
  readonly reason: string | null;
  /** When it was set. */
  readonly at: Date;
  readonly groupId: string | null;
  readonly enrolmentId: string | null;
  /** The group that the person is in now. */
  readonly personsGroup: string | null;
}

/** Whose deadline is asked: a group's, or that of somebody who is in none. */
export interface Whose {
  readonly groupId?: string | null;
  readonly enrolmentId?: string | null;
}

/**
 * The deadline of an attempt: the latest of what was set last for everybody, for the group and for each of its members.
 * So a group waits for a member who has more time, somebody who joins late has the group's, and who moves takes along
 * only their own.
 */
export function deadlineOf(
  set: readonly SetDeadline[],
  attempt: number,
  usual: Date,
  whose: Whose = {},
): Pick<SetDeadline, 'until' | 'reason'> {
  const newest = newestSet(set, attempt, whose);
  const all = newest.get(everybody) ?? { until: usual, reason: null };
  return [...newest.values()].reduce((latest, one) => (one.until > latest.until ? one : latest), all);
}

/**
 * When time was given last although the deadline had passed already; `null` where it never was. In between, whoever had
 * handed in could read the works of others. `set` is in the order in which they were set.
 */
export function reopenedAt(set: readonly SetDeadline[], attempt: number, usual: Date, whose: Whose = {}): Date | null {
  const own = set.filter((one) => one.attempt === attempt && concerns(one, whose));
  const late = own.findLast(({ at }, before) => at > deadlineOf(own.slice(0, before), attempt, usual, whose).until);
  return late?.at ?? null;
}

/** The deadline where somebody set one; `null` where only the usual one would count. */
export function deadlineSetFor(set: readonly SetDeadline[], attempt: number, whose: Whose): Date | null {
  const all = [...newestSet(set, attempt, whose).values()].map(({ until }) => until.getTime());
  return all.length ? new Date(Math.max(...all)) : null;
}

/** What was set last for everybody, for the group and for each of its members. */
function newestSet(set: readonly SetDeadline[], attempt: number, whose: Whose): ReadonlyMap<string, SetDeadline> {
  const newest = new Map<string, SetDeadline>();
  for (const one of set) if (one.attempt === attempt && concerns(one, whose)) newest.set(scopeOf(one), one);
  return newest;
}

const everybody = 'everybody';
const scopeOf = ({ groupId, enrolmentId }: SetDeadline): string => groupId ?? enrolmentId ?? everybody;

/** Whether a deadline counts for somebody. */
const concerns = (one: SetDeadline, { groupId, enrolmentId }: Whose): boolean =>
  scopeOf(one) === everybody ||
  (one.groupId !== null && one.groupId === groupId) ||
  (one.enrolmentId !== null && (one.enrolmentId === enrolmentId || (!!groupId && one.personsGroup === groupId)));
