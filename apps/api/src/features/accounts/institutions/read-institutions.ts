import { countryCodes, line, websiteOf } from '@libretto/contracts';
import { plain, separatorOf, withoutHidden } from '@libretto/domain';
import { JSONParser } from '@streamparser/json-node';
import { wordCountry } from '@libretto/language';
import { parse } from 'csv-parse';
import type { Said } from './as-row';
import { hostOf } from './host-of';
import { type ListFile, openList, Unreadable } from './list-file';
import { saidByRegistry } from './registry-record';

/** Why a row of the file was left out: says accounts.import.fault.* */
export interface RowFault {
  readonly row: number;
  readonly why:
    | 'no-record'
    | 'no-name'
    | 'name-too-long'
    | 'hidden-characters'
    | 'no-country'
    | 'unknown-country'
    | 'bad-website'
    | 'bad-domain'
    | 'bad-ror'
    | 'not-active';
  readonly found: string;
}

/** Accepted column headings of a file, folded. */
const columns: Record<'name' | 'country' | 'website' | 'ror' | 'domain' | 'status', readonly string[]> = {
  name: ['name', 'institution', 'nome', 'istituzione', 'names.types.ror_display', 'names.types.label'],
  country: [
    'country',
    'country code',
    'paese',
    'nazione',
    'country.country_code',
    'locations.geonames_details.country_code',
  ],
  website: ['website', 'web', 'url', 'link', 'sito', 'sito web', 'links', 'links.type.website'],
  ror: ['ror', 'ror id', 'ror_id', 'id'],
  domain: ['domain', 'e-mail domain', 'email domain', 'emaildomain', 'dominio'],
  status: ['status'],
};
const otherNames = [
  'also called',
  'aliases',
  'acronyms',
  'labels',
  'names.types.alias',
  'names.types.acronym',
  'names.types.label',
];

/**
 * Reads the institutions of a file, a CSV or the registry's dump (zipped or not), one at a time for any file size;
 * faults are reported row by row.
 */
export async function* institutionsIn(path: string, tell: (fault: RowFault) => void): AsyncGenerator<Said> {
  const file = await openList(path);
  const rows = /^\s*[[{]/.test(file.beginning) ? recordsOfJson(file) : recordsOfCsv(file);
  let row = 0;
  for await (const record of rows) {
    row += 1;
    const said = record ? whole(record) : { why: 'no-record' as const, found: '' };
    // The report goes to a terminal, which would act on control characters.
    if ('why' in said) tell({ row, why: said.why, found: withoutHidden(said.found).slice(0, 60) });
    else yield said;
  }
}

type Loose = Omit<Said, 'alsoCalled'> & {
  readonly alsoCalled?: readonly string[];
  readonly status?: string | undefined;
};

/** Skips elements that are no record of the registry. */
async function* recordsOfJson(file: ListFile): AsyncGenerator<Loose | null> {
  const parser = new JSONParser({ paths: ['$.*'], keepStack: false, stringBufferSize: 65_536 });
  const contents = (await file.contents()).on('error', (error) => parser.destroy(error));
  for await (const { value } of contents.pipe(parser) as AsyncIterable<{ value: unknown }>) yield saidByRegistry(value);
}

async function* recordsOfCsv(file: ListFile): AsyncGenerator<Loose> {
  const { separator, linesBefore } = separatorOf(file.beginning);
  const reader = parse({
    delimiter: separator,
    columns: columnsOf,
    from_line: linesBefore + 1,
    trim: true,
    skip_empty_lines: true,
    relax_quotes: true,
    relax_column_count: true,
  });
  const all = (await file.contents()).on('error', (error) => reader.destroy(error)).pipe(reader) as AsyncIterable<
    Record<string, string>
  >;
  for await (const row of all) {
    const at = (what: keyof typeof columns) => columns[what].map((name) => row[name]).find(Boolean) ?? '';
    const alsoCalled = otherNames
      .flatMap((name) => (row[name] ?? '').split(';'))
      .map((name) => name.replace(/^\s*[a-z]{2}:\s*/, '').trim())
      .filter(Boolean);
    // Only the registry's own ids are ids.
    const ror = /ror/i.test(at('ror')) || row['ror'] || row['ror id'] || row['ror_id'] ? at('ror') : null;
    yield {
      name: at('name'),
      country: at('country'),
      website: at('website').split(';')[0] ?? '',
      rorId: ror,
      emailDomain: at('domain') || null,
      alsoCalled,
      status: at('status'),
    };
  }
}

function columnsOf(head: string[]): string[] {
  const names = head.map(plain);
  const twice = names.find((name, index) => name !== '' && names.indexOf(name) !== index);
  if (twice) throw new Unreadable('column-twice', withoutHidden(twice).slice(0, 60));
  return names;
}

function whole({ status, ...said }: Loose): Said | Omit<RowFault, 'row'> {
  if (status && status !== 'active') return { why: 'not-active', found: said.name };
  if (!said.name) return { why: 'no-name', found: '' };
  if (said.name.length > 200) return { why: 'name-too-long', found: said.name };
  const { success, data: name } = line(200).safeParse(said.name);
  if (!success) return { why: 'hidden-characters', found: '' };
  if (!said.country) return { why: 'no-country', found: said.name };
  const country = countryOf(said.country);
  if (!country) return { why: 'unknown-country', found: said.country };
  const rorId = said.rorId
    ? (/(?:^|ror\.org\/)(0[a-z0-9]{8})\/?$/i.exec(said.rorId)?.[1]?.toLowerCase() ?? null)
    : null;
  if (said.rorId && !rorId) return { why: 'bad-ror', found: said.rorId };
  const website = websiteOf(said.website);
  if (said.website && !website && !rorId) return { why: 'bad-website', found: said.website };
  const emailDomain = said.emailDomain ? hostOf(said.emailDomain.replace(/^@/, '')) : null;
  if (said.emailDomain && !emailDomain && !rorId) return { why: 'bad-domain', found: said.emailDomain };
  return { ...said, name, country, website, emailDomain, rorId };
}

/** A country by its two letters, or by its name in English or Italian. */
function countryOf(written: string): string | undefined {
  const code = written.trim().toUpperCase();
  return countryCodes.includes(code) ? code : countriesByName().get(plain(written));
}

let byName: Map<string, string> | undefined;
function countriesByName(): Map<string, string> {
  byName ??= new Map(
    ['en', 'it'].flatMap((language) => countryCodes.map((code) => [plain(wordCountry(language, code)), code] as const)),
  );
  return byName;
}
