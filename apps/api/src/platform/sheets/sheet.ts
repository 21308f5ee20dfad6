import { stringify } from 'csv-stringify/sync';
import writeExcelFile from 'write-excel-file/node';

/** A moment in local time, `2026-11-23T14:30`: spreadsheets know no zones. */
export interface LocalTime {
  readonly local: string;
}

export type Cell = string | number | LocalTime | null;

/** A table for people’s spreadsheets: one row of headings, then the rows. */
export interface Sheet {
  readonly name: string;
  readonly columns: readonly { readonly heading: string; readonly width: number }[];
  readonly rows: readonly (readonly Cell[])[];
}

/** A column of a table: the key of its heading, its width, and its cell in the row of one thing. */
export type Column<Heading, Thing> = readonly [heading: Heading, width: number, cell: (thing: Thing) => Cell];

/** A table with a row for each of these things. */
export const sheetOf = <Heading, Thing>(
  name: string,
  things: readonly Thing[],
  columns: readonly Column<Heading, Thing>[],
  wordOf: (heading: Heading) => string,
): Sheet => ({
  name,
  columns: columns.map(([heading, width]) => ({ heading: wordOf(heading), width })),
  rows: things.map((thing) => columns.map(([, , cell]) => cell(thing))),
});

/** Whitespace, invisible characters and direction marks: a formula may hide behind them. */
const unseen =
  '[\\s\\u0000-\\u001f\\u007f-\\u00a0\\u00ad\\u034f\\u061c\\u115f\\u1160\\u17b4\\u17b5\\u180e\\u200b-\\u200f\\u2028-\\u202e\\u2060-\\u206f\\u3164\\ufeff\\uffa0]*';
const formula = new RegExp(`^${unseen}[=+\\-@|%\\uff1d\\uff0b\\uff0d\\uff20\\u2212\\ufe62\\ufe63\\ufe66\\ufe6b]`, 'u');
const leadsOn = /^[\t\r\n]/;

/**
 * A text that no spreadsheet takes for a formula. An apostrophe makes it text if it would be one: csv-stringify's own
 * `escape_formulas` checks the first character only and lets " =1+1" through. Characters that XML and spreadsheets
 * cannot hold are removed.
 */
export function inert(text: string): string {
  const clean = text.toWellFormed().replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\ufffe\uffff]/g, '');
  return formula.test(clean) || leadsOn.test(clean) ? `'${clean}` : clean;
}

/** RFC 4180, with the byte order mark by which spreadsheets recognise UTF-8. */
export function asCsv({ columns, rows }: Sheet): Buffer {
  const plain = (cell: Cell) =>
    typeof cell === 'object' ? (cell?.local.replace('T', ' ') ?? '') : typeof cell === 'string' ? inert(cell) : cell;
  const table = [columns.map(({ heading }) => inert(heading)), ...rows.map((row) => row.map(plain))];
  // On its own csv-stringify leaves a lone line feed unquoted where lines end in CR LF.
  return Buffer.from(stringify(table, { bom: true, record_delimiter: '\r\n', quoted_match: /[\r\n]/ }));
}

/** Office Open XML: every text is a text cell, moments and numbers are real ones, and nothing is a formula. */
export async function asXlsx({ name, columns, rows }: Sheet): Promise<Buffer> {
  const cell = (value: Cell) => {
    if (value === null || value === '') return null;
    if (typeof value === 'number') return { type: Number, value };
    if (typeof value === 'string') return { type: String, value: inert(value) };
    return { type: Date, value: new Date(`${value.local}Z`), format: 'yyyy-mm-dd hh:mm' };
  };
  const head = columns.map(({ heading }) => ({ type: String, value: inert(heading), fontWeight: 'bold' as const }));
  const options = {
    sheet: name.slice(0, 31),
    columns: columns.map(({ width }) => ({ width })),
    stickyRowsCount: 1,
    dateFormat: 'yyyy-mm-dd hh:mm',
  };
  return writeExcelFile([head, ...rows.map((row) => row.map(cell))], options).toBuffer();
}
