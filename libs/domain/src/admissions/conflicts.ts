import { plain } from '../plain';
import { type Refusal, refuse } from '../refusal';
import type { Referee } from './form';

/** What the platform finds by itself. */
export const foundGrounds = ['own-application', 'same-institution', 'same-email-domain', 'named-referee'] as const;
export type FoundGround = (typeof foundGrounds)[number];

/** How a conflict of interest came to be known: by the member’s word, by the coordinator’s, or found. */
export const conflictGrounds = ['declared', 'pinned', ...foundGrounds] as const;
export type ConflictGround = (typeof conflictGrounds)[number];

/** A member or an applicant, as far as conflicts go. */
export interface Acquainted {
  readonly accountId: string;
  readonly name: string;
  readonly email: string;
  /** Where they work; of applicants also where they worked at submission. */
  readonly institutionIds: readonly string[];
}

/** Mail providers that anybody may use: sharing one says nothing about two people. */
export const publicMailProviders: ReadonlySet<string> = new Set([
  'alice.it', 'aol.com', 'fastmail.com', 'free.fr', 'gmail.com', 'gmx.at', 'gmx.ch', 'gmx.com', 'gmx.de', 'gmx.net',
  'googlemail.com', 'hotmail.com', 'hotmail.es', 'hotmail.fr', 'hotmail.it', 'icloud.com', 'laposte.net', 'libero.it',
  'live.com', 'live.it', 'mac.com', 'mail.com', 'me.com', 'msn.com', 'net.hr', 'orange.fr', 'outlook.com', 'outlook.es',
  'outlook.fr', 'outlook.it', 'pm.me', 'proton.me', 'protonmail.com', 'sapo.pt', 'sfr.fr', 'tiscali.it', 'tutanota.com',
  'virgilio.it', 'wanadoo.fr', 'web.de', 'yahoo.com', 'yahoo.es', 'yahoo.fr', 'yahoo.it', 'ymail.com', 'zoho.com',
]);

/** The conflicts that the platform finds by itself between a member and an applicant. */
export function conflictsFound(
  member: Acquainted,
  applicant: Acquainted,
  referees: readonly Referee[],
): FoundGround[] {
  return [
    // Somebody who applied and was put into the commission afterwards: moving to another institution does not undo it.
    ...(member.accountId === applicant.accountId ? (['own-application'] as const) : []),
    ...(member.institutionIds.some((id) => applicant.institutionIds.includes(id)) ? (['same-institution'] as const) : []),
    ...(shareMailDomain(member.email, applicant.email) ? (['same-email-domain'] as const) : []),
    ...(referees.some((referee) => isSamePerson(member, referee)) ? (['named-referee'] as const) : []),
  ];
}

/** One house may have several domains below its own: `law.unizg.example` belongs to `unizg.example`. */
function shareMailDomain(one: string, other: string): boolean {
  const [shorter, longer] = [domainOf(one), domainOf(other)].sort((a, b) => a.length - b.length) as [string, string];
  if (shorter === '' || publicMailProviders.has(shorter)) return false;
  return shorter === longer || (shorter.includes('.') && longer.endsWith(`.${shorter}`));
}

const domainOf = (email: string): string => email.toLowerCase().split('@')[1] ?? '';

const isSamePerson = (member: Acquainted, referee: Referee): boolean =>
  plain(member.email) === plain(referee.email) || (plain(member.name) !== '' && plain(member.name) === plain(referee.name));

/** Whether a coordinator may pin a conflict: between somebody who sits in the commission and an applicant, and once at a time. */
export function pin({ isMember, isPinned }: { isMember: boolean; isPinned: boolean }): true | Refusal {
  if (!isMember) return refuse('admissions.not-a-member');
  return !isPinned || refuse('admissions.already-pinned');
}

/** Whether it can be unpinned: what was found, or declared, stays. */
export const unpin = ({ ground, hasEnded }: { ground: ConflictGround; hasEnded: boolean }): true | Refusal =>
  (ground === 'pinned' && !hasEnded) || refuse('admissions.not-pinned');
