/** A member who decides on applications. Chair and deputy are members too, and vote. */
export interface CommissionMember {
  readonly accountId: string;
  readonly role: 'member' | 'chair' | 'deputy';
}

/** The members who are not in conflict with this applicant: the base of the quorum. */
export const withoutConflict = (
  members: readonly CommissionMember[],
  inConflict: ReadonlySet<string>,
): CommissionMember[] => members.filter(({ accountId }) => !inConflict.has(accountId));

/** More than half of the members not in conflict, and never fewer than two. */
export const quorumOf = (base: number): number => Math.max(2, Math.floor(base / 2) + 1);

/**
 * The chair of an application's first round: the chair, or the deputy if the chair is in conflict. `null`: nobody can.
 */
export function whoChairs(members: readonly CommissionMember[], inConflict: ReadonlySet<string>): string | null {
  const holding = (role: CommissionMember['role']) =>
    withoutConflict(members, inConflict).find((member) => member.role === role)?.accountId;
  return holding('chair') ?? holding('deputy') ?? null;
}
