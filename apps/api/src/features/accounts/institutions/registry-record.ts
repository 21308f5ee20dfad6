import * as z from 'zod/mini';
import type { Said } from './as-row';

const text = z.nullish(z.string());
const few = <Item extends z.ZodMiniType>(item: Item) => z.nullish(z.array(item));
const country = z.nullish(z.object({ country_code: text }));

/** The parts in use of a record of the Research Organization Registry, of its schema 2 or 1. */
const registryRecord = z.object({
  id: text,
  status: text,
  /** Schema 2. */
  names: few(z.object({ value: z.string(), types: z.array(z.string()) })),
  locations: few(z.object({ geonames_details: country })),
  links: few(z.union([z.string(), z.object({ type: z.string(), value: z.string() })])),
  domains: few(z.string()),
  /** Schema 1. */
  name: text,
  country,
  aliases: few(z.string()),
  acronyms: few(z.string()),
  labels: few(z.object({ label: z.string() })),
});

/** The institution of a registry record; `null` where the value is no such record. */
export function saidByRegistry(value: unknown): (Said & { status: string | undefined }) | null {
  const { data: record } = registryRecord.safeParse(value);
  if (!record) return null;
  const names = record.names ?? [];
  const shown =
    names.find(({ types }) => types.includes('ror_display')) ?? names.find(({ types }) => types.includes('label'));
  const [website] = (record.links ?? []).flatMap((link) =>
    typeof link === 'string' ? link : link.type === 'website' ? link.value : [],
  );
  const labels = (record.labels ?? []).map(({ label }) => label);
  return {
    name: shown?.value ?? record.name ?? '',
    country: record.locations?.[0]?.geonames_details?.country_code ?? record.country?.country_code ?? '',
    website: website ?? null,
    rorId: record.id ?? null,
    emailDomain: record.domains?.[0] ?? null,
    alsoCalled: [
      ...names.map(({ value: name }) => name),
      ...(record.aliases ?? []),
      ...(record.acronyms ?? []),
      ...labels,
    ],
    status: record.status ?? undefined,
  };
}
