import { plain } from '@libretto/domain';
import { newId } from '../../../platform/database/new-id';
import type { Institution } from './institution.entity';
import { hostOf } from './host-of';

/** The details of an institution, as somebody enters them. */
export interface Said {
  readonly name: string;
  readonly country: string;
  readonly website?: string | null;
  readonly emailDomain?: string | null;
  readonly rorId?: string | null;
  /** Names in other languages, acronyms. */
  readonly alsoCalled?: readonly string[];
}

type Derived = 'folded' | 'names' | 'host' | 'nameKey' | 'hostKey';

/** A new institution with its derived columns. */
export function asRow(said: Said, values: Partial<Institution> & Pick<Institution, 'state'>): Institution {
  const { name, country, website = null, emailDomain = null, rorId = null, alsoCalled = [] } = said;
  const row = {
    id: newId(),
    name,
    country,
    website,
    emailDomain,
    rorId,
    proposedById: null,
    proposedAt: null,
    mergedIntoId: null,
    ...values,
  };
  return { ...row, ...derived(row, alsoCalled) };
}

/** The columns that follow from the others; names that it had stay names that it is found by. */
export function derived(
  {
    name,
    country,
    website,
    rorId,
    names = '',
  }: Pick<Institution, 'name' | 'country' | 'website' | 'rorId'> & { names?: string },
  alsoCalled: readonly string[] = [],
): Pick<Institution, Derived> {
  const folded = foldedName(name);
  const host = hostOf(website);
  const known = new Set([folded, ...names.split('|'), ...alsoCalled.map(foldedName)]);
  const keys = rorId
    ? { nameKey: null, hostKey: null }
    : { nameKey: nameKeyOf(country, folded), hostKey: host && hostKeyOf(country, host) };
  return { folded, names: `|${[...known].filter(Boolean).join('|')}|`, host, ...keys };
}

/** A name in its form for comparison: bars separate names. */
export const foldedName = (name: string): string => plain(name.replaceAll('|', ' ')).slice(0, 200);

export const nameKeyOf = (country: string, folded: string): string => `${country} ${folded}`;

/** With the country, so that nobody takes another country's institution by naming its website. */
export const hostKeyOf = (country: string, host: string): string => `${country} ${host}`;
