import { createReadStream } from 'node:fs';
import { Readable } from 'node:stream';
import { openPromise } from 'yauzl';

/** A file with a list: the file itself, or the one list in a zip. */
export interface ListFile {
  /** The first part, some 64 KB. */
  readonly beginning: string;
  contents(): Promise<Readable>;
}

/** Why a file can’t be read as a list at all: says accounts.import.unreadable.* */
export class Unreadable extends Error {
  constructor(
    readonly why: 'no-list' | 'too-big' | 'no-text' | 'column-twice',
    readonly found = '',
  ) {
    super(why);
  }
}

type Bytes = () => Promise<Readable>;

/** The registry's dump unpacks to some 300 MB and grows. */
const mostUnpacked = 1_000_000_000;

/** Opens a CSV, a JSON file, or the registry's zipped dump; in a dump it reads the JSON file in the newest schema. */
export async function openList(path: string): Promise<ListFile> {
  const file = async () => createReadStream(path);
  const bytes = (await firstOf(file)).toString('latin1').startsWith('PK') ? () => listInZip(path) : file;
  const encoding = await encodingOf(bytes);
  const contents = async () => Readable.from(decoded(await bytes(), encoding), { objectMode: false });
  for await (const chunk of decoded(await bytes(), encoding)) if (chunk) return { beginning: chunk, contents };
  return { beginning: '', contents };
}

async function listInZip(path: string): Promise<Readable> {
  const zip = await openPromise(path, { autoClose: false });
  const lists = [];
  for await (const entry of zip.eachEntry())
    if (/\.(json|csv)$/.test(entry.fileName) && !entry.fileName.startsWith('__MACOSX/')) lists.push(entry);
  // Older dumps hold one JSON per schema: `…-ror-data.json` and `…-ror-data_schema_v2.json`.
  const [newest] = lists.sort((one, other) => rank(other.fileName) - rank(one.fileName));
  // An entry that unpacks to more than its declared size ends with an error of the reader.
  if (newest && newest.uncompressedSize <= mostUnpacked)
    return (await zip.openReadStreamPromise(newest)).once('close', () => zip.close());
  zip.close();
  throw new Unreadable(newest ? 'too-big' : 'no-list');
}

const rank = (name: string): number => (name.endsWith('.json') ? 2 : 0) + (name.includes('schema_v2') ? 1 : 0);

async function firstOf(bytes: Bytes): Promise<Buffer> {
  for await (const chunk of (await bytes()) as AsyncIterable<Buffer>) return chunk;
  return Buffer.alloc(0);
}

/** By its byte order mark; without one UTF-8, or the Windows letters of Western Europe if the bytes are no UTF-8. */
async function encodingOf(bytes: Bytes): Promise<string> {
  const [first, second] = await firstOf(bytes);
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  for (const encoding of ['utf-8', 'windows-1252']) if (await isText(await bytes(), encoding)) return encoding;
  throw new Unreadable('no-text');
}

async function isText(bytes: Readable, encoding: string): Promise<boolean> {
  try {
    // Bytes that Windows gives no letter are read as controls; zeros mean two bytes a letter.
    for await (const text of decoded(bytes, encoding))
      if (encoding !== 'utf-8' && /[\u0000-\u0008\u0080-\u009F]/.test(text)) return false;
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ERR_ENCODING_INVALID_ENCODED_DATA') return false;
    throw error;
  }
}

async function* decoded(bytes: Readable, encoding: string): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding, { fatal: true });
  for await (const chunk of bytes as AsyncIterable<Buffer>) yield decoder.decode(chunk, { stream: true });
  yield decoder.decode();
}
