import { type CommissionMember, withoutConflict } from './commission';

/** The members who decide on appeal: those who did not rule first, or else all without a conflict. */
export const secondRoundBases = ['others', 'all'] as const;
export type SecondRoundBase = (typeof secondRoundBases)[number];

/** With fewer there is no quorum, which is never below two. */
const leastOthers = 2;

export interface SecondRound {
  readonly base: SecondRoundBase;
  readonly members: readonly CommissionMember[];
  /** The chair; `null` if everybody is in conflict. */
  readonly chairId: string | null;
}

const rank: Readonly<Record<CommissionMember['role'], number>> = { chair: 0, deputy: 1, member: 2 };

/**
 * The members who decide on an appeal. They are those who did not rule first, if at least two of them have no conflict;
 * otherwise all without a conflict, so that a second ruling is always possible. The chair presides, then the deputy,
 * then the longest-serving member (`members` come in the order in which they got their seats); a member who did not
 * rule first precedes one who did.
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
