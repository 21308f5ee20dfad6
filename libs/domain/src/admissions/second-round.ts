import { type CommissionMember, withoutConflict } from './commission';

/** Whose votes count on appeal: those who did not rule first, or for want of them all who are not in conflict. */
export const secondRoundBases = ['others', 'all'] as const;
export type SecondRoundBase = (typeof secondRoundBases)[number];

/** Fewer cannot rule: the quorum is never below two. */
const leastOthers = 2;

export interface SecondRound {
  readonly base: SecondRoundBase;
  readonly members: readonly CommissionMember[];
  /** Who chairs it; `null` where everybody is in conflict. */
  readonly chairId: string | null;
}

const rank: Readonly<Record<CommissionMember['role'], number>> = { chair: 0, deputy: 1, member: 2 };

/**
 * Who decides on an appeal. Those who did not rule first do, where there are at least two of them without a conflict;
 * otherwise all who are not in conflict, so that a second ruling is always possible. Of them the chair presides, then the
 * deputy, then who has sat longest (`members` come in the order in which they were seated); somebody who did not rule first
 * goes before anybody who did.
 */
export function secondRound(
  members: readonly CommissionMember[],
  inConflict: ReadonlySet<string>,
  ruledFirst: ReadonlySet<string>,
): SecondRound {
  const all = withoutConflict(members, inConflict);
  const others = all.filter(({ accountId }) => !ruledFirst.has(accountId));
  const base = others.length >= leastOthers ? 'others' : 'all';
  const deciding = base === 'others' ? others : all;
  const [chair] = [...(others.length ? others : all)].sort((one, other) => rank[one.role] - rank[other.role]);
  return { base, members: deciding, chairId: chair?.accountId ?? null };
}
