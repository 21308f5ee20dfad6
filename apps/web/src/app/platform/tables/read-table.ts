import { separatorOf } from '@libretto/domain';

/**
 * The encodings of older programs, with one byte for each letter; a file does not tell which part of Europe it comes
 * from.
 */
export const olderEncodings = [
  'windows-1252',
  'windows-1250',
  'windows-1251',
  'windows-1253',
  'windows-1254',
  'windows-1257',
] as const;
export type OlderEncoding = (typeof olderEncodings)[number];

export interface Table {
  readonly rows: string[][];
  /** The assumed encoding, if the file itself does not tell. */
  readonly assumed: OlderEncoding | null;
}

/** The table in a file that a spreadsheet has saved: XLSX, or CSV with any separator in any of the usual encodings. */
export async function readTable(file: Blob, older: OlderEncoding = 'windows-1252'): Promise<Table> {
  const bytes = await file.arrayBuffer();
  const [first, second] = new Uint8Array(bytes);
  // A zip begins with PK, under any file name.
  if (first === 0x50 && second === 0x4b) return { rows: await tableOfWorkbook(bytes), assumed: null };
  const text = textOf(bytes);
  return {
    rows: await tableOfText(text ?? new TextDecoder(older).decode(bytes)),
    assumed: text === null ? older : null,
  };
}

async function tableOfWorkbook(bytes: ArrayBuffer): Promise<string[][]> {
  const { readSheet } = await import('read-excel-file/universal');
  return (await readSheet(bytes)).map((row) => row.map(textOfCell));
}

/** A date as `2026-12-03`, a time of day as `14:00`: spreadsheets count both from the last days of 1899, without a zone. */
function textOfCell(cell: unknown): string {
  if (!(cell instanceof Date)) return cell === null ? '' : String(cell);
  // A time is a part of a day, which is rarely a whole number of milliseconds.
  const [day, time] = new Date(Math.round(cell.getTime() / 60_000) * 60_000).toISOString().slice(0, 16).split('T');
  if (day && day < '1901') return time ?? '';
  return time === '00:00' ? (day ?? '') : `${day}T${time}`;
}

async function tableOfText(text: string): Promise<string[][]> {
  const { parse } = await import('csv-parse/browser/esm/sync');
  const { separator, linesBefore } = separatorOf(text);
  return parse(text, {
    delimiter: separator,
    from_line: linesBefore + 1,
    skip_records_with_empty_values: true,
    relax_quotes: true,
    relax_column_count: true,
  });
}

/**
 * The text of a file by its byte order mark; without one as UTF-8, or as UTF-16 if every other byte is zero; `null` if
 * it is neither.
 */
function textOf(bytes: ArrayBuffer): string | null {
  const start = new Uint8Array(bytes.slice(0, 200));
  const marked = (...mark: number[]) => mark.every((byte, index) => start[index] === byte);
  const decoded = (encoding: string) => new TextDecoder(encoding).decode(bytes);
  const zeros = (from: number) =>
    start.filter((byte, index) => index % 2 === from && byte === 0).length > start.length / 4;
  if (marked(0xff, 0xfe) || zeros(1)) return decoded('utf-16le');
  if (marked(0xfe, 0xff) || zeros(0)) return decoded('utf-16be');
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}
