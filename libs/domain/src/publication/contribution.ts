import { type Refusal, refuse } from '../refusal';

/** The roles of the Contributor Role Taxonomy (ANSI/NISO Z39.104-2022), in its order. */
export const contributorRoles = [
  'conceptualization',
  'data-curation',
  'formal-analysis',
  'funding-acquisition',
  'investigation',
  'methodology',
  'project-administration',
  'resources',
  'software',
  'supervision',
  'validation',
  'visualization',
  'writing-original-draft',
  'writing-review-editing',
] as const;
export type ContributorRole = (typeof contributorRoles)[number];

/** How somebody is named in a publication: exactly what they consent to. */
export interface Contribution {
  readonly name: string;
  readonly institution: string | null;
  /** ISO 3166-1 alpha-2. */
  readonly country: string | null;
  /** `0000-0002-1825-0097` */
  readonly orcid: string | null;
  readonly roles: readonly ContributorRole[];
}

const orcid = /^(?:https?:\/\/(?:www\.)?orcid\.org\/)?(\d{4})-?(\d{4})-?(\d{4})-?(\d{3}[\dX])\/?$/i;

/** An ORCID iD in its usual form, however it was typed; `null` if it is none: its last sign is a checksum. */
export function orcidOf(typed: string): string | null {
  const groups = orcid.exec(typed.trim())?.slice(1);
  if (!groups) return null;
  const digits = groups.join('').toUpperCase();
  return digits.at(-1) === checksumOf(digits.slice(0, -1)) ? groups.join('-').toUpperCase() : null;
}

/** ISO 7064, MOD 11-2. */
function checksumOf(digits: string): string {
  const total = [...digits].reduce((sum, digit) => ((sum + Number(digit)) * 2) % 11, 0);
  const result = (12 - total) % 11;
  return result === 10 ? 'X' : String(result);
}

/** A contribution as it is recorded: roles once each and in their order, an empty ORCID iD as none. */
export function contribute(typed: Contribution): Contribution | Refusal {
  const given = typed.orcid?.trim() ?? '';
  const found = orcidOf(given);
  if (given && !found) return refuse('publication.not-an-orcid');
  if (typed.roles.length === 0) return refuse('publication.role-missing');
  return { ...typed, orcid: found, roles: contributorRoles.filter((role) => typed.roles.includes(role)) };
}
