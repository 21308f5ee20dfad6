import { buffer } from 'node:stream/consumers';
import { ZipArchive } from 'archiver';
import { type Entry, fromBuffer, type ZipFile } from 'yauzl';
import { entriesOf, textOf } from './office.ts';
import { emptyOpenDocumentMeta, isAboutMaking, isClosed, propertiesIn, xmlWithoutAuthors } from './office-authors.ts';
import { withoutRemarks } from './picture-remarks.ts';

/** A document of honest people has less; a bomb has more. */
const mostOfAll = 256 * 1024 * 1024;
/** A document in a document in a document. */
const deepest = 2;

/** A copy of a document that does not say who made it, nor do the documents in it. `null`: it has too much in it. */
export async function officeWithoutAuthors(bytes: Buffer, depth = 0): Promise<Uint8Array | null> {
  const zip = await opened(bytes);
  const entries: Entry[] = [];
  for await (const entry of entriesOf(zip)) entries.push(entry);
  if (entries.reduce((sum, { uncompressedSize }) => sum + uncompressedSize, 0) > mostOfAll) return null;
  const relationships = entries.find(({ fileName }) => fileName === '_rels/.rels');
  const properties = propertiesIn(relationships ? await textOf(zip, relationships) : '');
  const copy = new ZipArchive({});
  const made = buffer(copy);
  for (const entry of entries) {
    const name = entry.fileName;
    if (name.endsWith('/') || isAboutMaking(name)) continue;
    const instead = properties.get(name) ?? (/(^|\/)meta\.xml$/.test(name) ? emptyOpenDocumentMeta : null);
    const content = instead ?? (await contentOf(zip, entry, depth));
    // The kind of an OpenDocument is read from its first entry, which is not compressed.
    copy.append(content, { name, store: name === 'mimetype', date: new Date(0) });
  }
  await copy.finalize();
  return made;
}

const opened = (bytes: Buffer): Promise<ZipFile> =>
  new Promise((done, failed) =>
    fromBuffer(bytes, { lazyEntries: true, autoClose: false }, (error, zip) => (error ? failed(error) : done(zip))),
  );

const nothing = Buffer.alloc(0);

async function contentOf(zip: ZipFile, entry: Entry, depth: number): Promise<string | Buffer> {
  if (isClosed(entry.fileName)) return nothing;
  if (/\.(xml|rels|vml|rdf|svg)$/i.test(entry.fileName)) return xmlWithoutAuthors(await textOf(zip, entry));
  const bytes = await bytesOf(zip, entry);
  if (bytes.length < 8) return bytes;
  if (bytes.readUInt32BE(0) === startOfZip) {
    const inner = depth < deepest ? await officeWithoutAuthors(bytes, depth + 1) : null;
    return inner ? Buffer.from(inner) : nothing;
  }
  return withoutRemarks(bytes);
}

const startOfZip = 0x504b0304;

const bytesOf = (zip: ZipFile, entry: Entry): Promise<Buffer> =>
  new Promise((done, failed) =>
    zip.openReadStream(entry, (error, stream) => (error ? failed(error) : done(buffer(stream)))),
  );
