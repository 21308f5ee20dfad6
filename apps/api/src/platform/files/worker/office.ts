import { fromBuffer, type Entry, type ZipFile } from 'yauzl';
import { loadsByDrawing, loadsByRelationship } from './remote.ts';

export type OfficeFault =
  | 'needs-password'
  | 'cut-off'
  | 'damaged'
  | 'has-macros'
  | 'loads-by-itself'
  | 'is-archive'
  | 'is-iwork'
  | 'is-mail'
  | 'not-taken';
type Office = { readonly type: string } | OfficeFault;

const openXml = 'application/vnd.openxmlformats-officedocument.';
const mostOfEntry = 64 * 1024 * 1024;
/** A module of Basic, not the list of a library's modules that is always there; or a script in another language. */
const macroOfOpenDocument = /^(Basic\/.+\/(?!script-lb\.xml)[^/]+\.xml|Scripts\/.*[^/])$/;

/** The document in a zip: Office Open XML or OpenDocument. */
export async function openZip(bytes: Buffer): Promise<Office> {
  let zip: ZipFile;
  try {
    zip = await new Promise((done, failed) =>
      fromBuffer(bytes, { lazyEntries: true }, (error, opened) => (error ? failed(error) : done(opened))),
    );
  } catch {
    // A zip's list of contents is at its end.
    return 'cut-off';
  }
  try {
    return await documentIn(zip);
  } catch {
    return 'damaged';
  }
}

async function documentIn(zip: ZipFile): Promise<Office> {
  const names = new Set<string>();
  let mimetype = '';
  let manifest = '';
  let loads = false;
  let hasEvents = false;
  for await (const entry of entriesOf(zip)) {
    names.add(entry.fileName);
    if (/\.rels$/i.test(entry.fileName)) loads ||= loadsByRelationship(await textOf(zip, entry));
    if (/(^|\/)(content|styles)\.xml$/.test(entry.fileName)) {
      const content = await textOf(zip, entry);
      loads ||= loadsByDrawing(content);
      hasEvents ||= content.includes('<script:event-listener');
    }
    if (entry.fileName === 'mimetype') mimetype = await textOf(zip, entry);
    if (entry.fileName === 'META-INF/manifest.xml') manifest = await textOf(zip, entry);
  }
  const has = (start: string) => [...names].some((name) => name.startsWith(start));
  const isOpenDocument = /^application\/vnd\.oasis\.opendocument\.(text|spreadsheet|presentation)$/.test(
    mimetype.trim(),
  );
  if (isOpenDocument && (hasEvents || [...names].some((name) => macroOfOpenDocument.test(name)))) return 'has-macros';
  if (isOpenDocument && loads) return 'loads-by-itself';
  if (isOpenDocument) return manifest.includes('encryption-data') ? 'needs-password' : { type: mimetype.trim() };
  if (names.has('[Content_Types].xml')) {
    if ([...names].some((name) => name.endsWith('vbaProject.bin'))) return 'has-macros';
    if (loads) return 'loads-by-itself';
    if (names.has('word/document.xml')) return { type: `${openXml}wordprocessingml.document` };
    if (names.has('xl/workbook.xml')) return { type: `${openXml}spreadsheetml.sheet` };
    if (names.has('ppt/presentation.xml')) return { type: `${openXml}presentationml.presentation` };
    return 'not-taken';
  }
  return has('Index/') || has('Index.zip') ? 'is-iwork' : mimetype ? 'not-taken' : 'is-archive';
}

export async function* entriesOf(zip: ZipFile): AsyncGenerator<Entry> {
  while (true) {
    const entry = await new Promise<Entry | null>((done, failed) => {
      zip
        .once('entry', done)
        .once('end', () => done(null))
        .once('error', failed);
      zip.readEntry();
    });
    zip.removeAllListeners();
    if (!entry) return;
    yield entry;
  }
}

export async function textOf(zip: ZipFile, entry: Entry): Promise<string> {
  if (entry.uncompressedSize > mostOfEntry) throw new Error('A part is too large.');
  const stream = await new Promise<NodeJS.ReadableStream>((done, failed) =>
    zip.openReadStream(entry, (error, opened) => (error ? failed(error) : done(opened))),
  );
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk as Buffer);
  const bytes = Buffer.concat(chunks);
  // A byte order mark, or two bytes a letter: such XML begins with a zero byte.
  if (bytes[0] === 0xfe || bytes[0] === 0) return new TextDecoder('utf-16be').decode(bytes);
  if (bytes[0] === 0xff || bytes[1] === 0) return new TextDecoder('utf-16le').decode(bytes);
  return bytes.toString('utf8');
}

/** The names of the streams in the compound file that Office used before 2007. */
const streams: readonly [string, Office][] = [
  ['EncryptedPackage', 'needs-password'],
  ['_VBA_PROJECT', 'has-macros'],
  ['WordDocument', { type: 'application/msword' }],
  ['Workbook', { type: 'application/vnd.ms-excel' }],
  ['Book', { type: 'application/vnd.ms-excel' }],
  ['PowerPoint Document', { type: 'application/vnd.ms-powerpoint' }],
  ['__properties_version1.0', 'is-mail'],
];

/** The document in a compound file. Its directory lists the streams by their names, in UTF-16. */
export function openCompound(bytes: Buffer): Office {
  if (!isWhole(bytes)) return 'cut-off';
  return streams.find(([name]) => bytes.includes(Buffer.from(`${name}\0`, 'utf16le')))?.[1] ?? 'not-taken';
}

const freeSector = 0xffffffff;

/** Whether all sectors are there that the table of sectors has in use. */
function isWhole(bytes: Buffer): boolean {
  if (bytes.length < 512) return false;
  const size = 1 << Math.min(bytes.readUInt16LE(30), 12);
  const tables = Array.from({ length: Math.min(bytes.readUInt32LE(44), 109) }, (_, at) =>
    bytes.readUInt32LE(76 + 4 * at),
  );
  return tables.every((table, at) => {
    const start = (table + 1) * size;
    if (start + size > bytes.length) return false;
    const inUse = Array.from({ length: size / 4 }, (_, entry) => entry).filter(
      (entry) => bytes.readUInt32LE(start + 4 * entry) !== freeSector,
    );
    const last = inUse.at(-1);
    // The last sector of a file may be shorter.
    return last === undefined || (at * (size / 4) + last + 1) * size < bytes.length;
  });
}
