import { createReadStream } from 'node:fs';
import type { Readable } from 'node:stream';
import { openPromise } from 'yauzl';

/** A file with a list, as it is or as the one list in a zip. */
export interface ListFile {
  /** The first 64 KB. */
  readonly beginning: string;
  contents(): Promise<Readable>;
}

/** Opens a CSV, a JSON file, or the zip in which the registry hands out its dump: the JSON in it of the newest schema. */
export async function openList(path: string): Promise<ListFile> {
  const beginning = await beginningOf(async () => createReadStream(path));
  if (!beginning.startsWith('PK')) return { beginning, contents: async () => createReadStream(path) };
  const contents = () => listInZip(path);
  return { beginning: await beginningOf(contents), contents };
}

async function listInZip(path: string): Promise<Readable> {
  const zip = await openPromise(path, { autoClose: false });
  const lists = [];
  for await (const entry of zip.eachEntry()) if (/\.(json|csv)$/.test(entry.fileName) && !entry.fileName.startsWith('__MACOSX/')) lists.push(entry);
  // Older dumps hold one JSON per schema: `…-ror-data.json` and `…-ror-data_schema_v2.json`.
  const [newest] = lists.sort((one, other) => rank(other.fileName) - rank(one.fileName));
  if (newest) return (await zip.openReadStreamPromise(newest)).once('close', () => zip.close());
  zip.close();
  throw new Error('the zip holds neither a JSON nor a CSV file');
}

const rank = (name: string): number => (name.endsWith('.json') ? 2 : 0) + (name.includes('schema_v2') ? 1 : 0);

async function beginningOf(contents: () => Promise<Readable>): Promise<string> {
  const stream = await contents();
  for await (const chunk of stream as AsyncIterable<Buffer>) return chunk.subarray(0, 65_536).toString('utf8').replace(/^\ufeff/, '');
  return '';
}
