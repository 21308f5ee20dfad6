import type { Said } from './as-row';

/** A record of the Research Organization Registry, of its schema 2 or 1, as far as it is read. */
export interface RegistryRecord {
  readonly id?: string;
  readonly status?: string;
  /** Schema 2. */
  readonly names?: readonly { readonly value: string; readonly types: readonly string[] }[];
  readonly locations?: readonly { readonly geonames_details?: { readonly country_code?: string } }[];
  readonly links?: readonly (string | { readonly type: string; readonly value: string })[];
  readonly domains?: readonly string[];
  /** Schema 1. */
  readonly name?: string;
  readonly country?: { readonly country_code?: string };
  readonly aliases?: readonly string[];
  readonly acronyms?: readonly string[];
  readonly labels?: readonly { readonly label: string }[];
}

export function saidByRegistry(record: RegistryRecord): Said & { status: string | undefined } {
  const { names = [], locations = [], links = [], aliases = [], acronyms = [], labels = [], domains = [] } = record;
  const shown = names.find(({ types }) => types.includes('ror_display')) ?? names.find(({ types }) => types.includes('label'));
  const [website] = links.flatMap((link) => (typeof link === 'string' ? link : link.type === 'website' ? link.value : []));
  return {
    name: shown?.value ?? record.name ?? '',
    country: locations[0]?.geonames_details?.country_code ?? record.country?.country_code ?? '',
    website: website ?? null,
    rorId: record.id ?? null,
    emailDomain: domains[0] ?? null,
    alsoCalled: [...names.map(({ value }) => value), ...aliases, ...acronyms, ...labels.map(({ label }) => label)],
    status: record.status,
  };
}
