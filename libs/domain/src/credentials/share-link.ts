import { type Refusal, refuse } from '../refusal';
import type { CredentialState } from './credential';

/**
 * What a link of a holder shows: the facts of the award, or all of it, with the date of birth, the grades and the
 * signed credential.
 */
export const linkContents = ['facts', 'all'] as const;
export type LinkContents = (typeof linkContents)[number];

/** The days that a link may be open for. */
export const linkDays = [7, 30, 90, 365] as const;
export type LinkDays = (typeof linkDays)[number];

/** The most open links of one credential. */
export const mostOpenLinks = 20;

/** What ends a link: its time, or its holder before that. */
export interface LinkEnds {
  readonly endsAt: Date;
  readonly withdrawnAt: Date | null;
}
export const linkStates = ['open', 'ended', 'withdrawn'] as const;
export type LinkState = (typeof linkStates)[number];

export const linkState = ({ endsAt, withdrawnAt }: LinkEnds, now: Date): LinkState =>
  withdrawnAt ? 'withdrawn' : endsAt > now ? 'open' : 'ended';

export const endOfLink = (madeAt: Date, days: LinkDays): Date => new Date(madeAt.getTime() + days * 86_400_000);

/** Makes a link to a credential; `null` where there is none yet. */
export function makeLink(credential: CredentialState | null, links: readonly LinkEnds[], now: Date): true | Refusal {
  if (credential !== 'valid') return refuse('credentials.nothing-to-share');
  const open = links.filter((link) => linkState(link, now) === 'open').length;
  return open < mostOpenLinks || refuse('credentials.too-many-links', { most: mostOpenLinks });
}

/** Ends a link before its time. */
export const withdrawLink = (link: LinkEnds, now: Date): true | Refusal =>
  linkState(link, now) === 'open' || refuse('credentials.link-not-open');
