import { plain } from '../text';
import { type Refusal, refuse } from '../refusal';
import type { Referee } from './form';

/** Grounds that the platform finds by itself on record: they shut a member out. */
export const foundGrounds = ['own-application', 'same-institution', 'same-email-domain'] as const;
export type FoundGround = (typeof foundGrounds)[number];

/** Claims of the applicant alone: they ask a member and shut nobody out, because applicants choose no judges. */
export const claimedGrounds = ['named-referee', 'joined-institution'] as const;
export type ClaimedGround = (typeof claimedGrounds)[number];

/** The source of a conflict of interest: declared by the member, pinned by the coordinator, or found. */
export const conflictGrounds = ['declared', 'pinned', ...foundGrounds] as const;
export type ConflictGround = (typeof conflictGrounds)[number];

/** Everything that the register of conflicts keeps. */
export const registeredGrounds = [...conflictGrounds, ...claimedGrounds] as const;
export type RegisteredGround = (typeof registeredGrounds)[number];

/** The facts about a member or an applicant that conflicts depend on. */
export interface Acquainted {
  readonly accountId: string;
  readonly name: string;
  readonly email: string;
  /** The organisation's mail domain; `null` for a provider that anybody may use: sharing one means nothing. */
  readonly mailDomain: string | null;
  /** Their institution; for applicants the one at submission, because places count by it. */
  readonly institutionId: string | null;
}

/** An applicant, with their own claims. */
export interface AcquaintedApplicant extends Acquainted {
  readonly referees: readonly Referee[];
  /** The institution in their account now. */
  readonly joinedInstitutionId: string | null;
}

/** The conflicts that the platform finds by itself between a member and an applicant. */
export function conflictsFound(member: Acquainted, applicant: Acquainted): FoundGround[] {
  return [
    // An applicant who was put into the commission afterwards: moving to another institution does not undo the
    // conflict.
    ...(member.accountId === applicant.accountId ? (['own-application'] as const) : []),
    ...(worksAt(member, applicant.institutionId) ? (['same-institution'] as const) : []),
    ...(shareMailDomain(member.mailDomain, applicant.mailDomain) ? (['same-email-domain'] as const) : []),
  ];
}

/** The applicant's claims that a member has to answer. */
export function claimsMade(
  member: Acquainted,
  { referees, institutionId, joinedInstitutionId }: AcquaintedApplicant,
): ClaimedGround[] {
  return [
    ...(referees.some((referee) => isSamePerson(member, referee)) ? (['named-referee'] as const) : []),
    ...(joinedInstitutionId !== institutionId && worksAt(member, joinedInstitutionId)
      ? (['joined-institution'] as const)
      : []),
  ];
}

/** Whether a member still has to answer a claim: it stands, and they have declared nothing after it. */
export const isUnanswered = ({ at, hasEnded }: { at: Date; hasEnded: boolean }, declaredAt: Date | null): boolean =>
  !hasEnded && (declaredAt === null || declaredAt < at);

const worksAt = ({ institutionId }: Acquainted, id: string | null): boolean => id !== null && id === institutionId;

/** One organisation may have several domains below its own: `law.unizg.example` belongs to `unizg.example`. */
function shareMailDomain(one: string | null, other: string | null): boolean {
  if (one === null || other === null) return false;
  const [shorter, longer] = [one, other].sort((a, b) => a.length - b.length) as [string, string];
  return shorter === longer || (shorter.includes('.') && longer.endsWith(`.${shorter}`));
}

const isSamePerson = (member: Acquainted, referee: Referee): boolean =>
  plain(member.email) === plain(referee.email) ||
  (plain(member.name) !== '' && plain(member.name) === plain(referee.name));

/**
 * Whether a coordinator may pin a conflict: between a member of the commission and an applicant, and once at a time.
 */
export function pin({ isMember, isPinned }: { isMember: boolean; isPinned: boolean }): true | Refusal {
  if (!isMember) return refuse('admissions.not-a-member');
  return !isPinned || refuse('admissions.already-pinned');
}

/**
 * Grounds that rest on somebody's word can be cleared: a coordinator's pin, and an applicant's claims about their
 * institution and their referees.
 */
const clearable: ReadonlySet<RegisteredGround> = new Set<RegisteredGround>([
  'pinned',
  'same-institution',
  ...claimedGrounds,
]);

/**
 * Whether a coordinator can clear a conflict or a claim about a member: never about themself, and nothing that is
 * proven or declared.
 */
export function clear({
  ground,
  hasEnded,
  isOwn,
}: {
  ground: RegisteredGround;
  hasEnded: boolean;
  isOwn: boolean;
}): true | Refusal {
  if (isOwn) return refuse('admissions.own-conflict');
  return (clearable.has(ground) && !hasEnded) || refuse('admissions.conflict-stays');
}
