/** The table in a file that a spreadsheet has saved: XLSX, or CSV with any separator in any of the encodings that are met. */
export async function readTable(file: Blob): Promise<string[][]> {
  const bytes = await file.arrayBuffer();
  const [first, second] = new Uint8Array(bytes);
  // A zip begins with PK: its name may say anything.
  return first === 0x50 && second === 0x4b ? tableOfWorkbook(bytes) : tableOfText(textOf(bytes));
}

async function tableOfWorkbook(bytes: ArrayBuffer): Promise<string[][]> {
  const { readSheet } = await import('read-excel-file/universal');
  return (await readSheet(bytes)).map((row) => row.map((cell) => (cell === null ? '' : String(cell))));
}

async function tableOfText(text: string): Promise<string[][]> {
  const { default: Papa } = await import('papaparse');
  // Excel may say its separator in a line of its own.
  const said = /^sep=(.)\r?\n/i.exec(text);
  const delimitersToGuess = [',', ';', '\t', '|', ':', '^', '~'];
  const { data } = Papa.parse<string[]>(said ? text.slice(said[0].length) : text, {
    skipEmptyLines: 'greedy',
    ...(said?.[1] ? { delimiter: said[1] } : { delimitersToGuess }),
  });
  return data;
}

/** By its mark; without one as UTF-8, as UTF-16 where every other byte is zero, and else as what Windows saves. */
function textOf(bytes: ArrayBuffer): string {
  const start = new Uint8Array(bytes.slice(0, 200));
  const marked = (...mark: number[]) => mark.every((byte, index) => start[index] === byte);
  const decoded = (encoding: string) => new TextDecoder(encoding).decode(bytes);
  const zeros = (from: number) => start.filter((byte, index) => index % 2 === from && byte === 0).length > start.length / 4;
  if (marked(0xff, 0xfe) || zeros(1)) return decoded('utf-16le');
  if (marked(0xfe, 0xff) || zeros(0)) return decoded('utf-16be');
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return decoded('windows-1252');
  }
}
