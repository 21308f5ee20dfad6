import { createRequire } from 'node:module';
import { buffer } from 'node:stream/consumers';
import type { PDFDocument } from '@cantoo/pdf-lib';
import { ZipArchive } from 'archiver';
import sharp from 'sharp';
import { fromBuffer, type ZipFile } from 'yauzl';
import { entriesOf, textOf } from './office.ts';
import { stillPdf } from './still-pdf.ts';

const require = createRequire(import.meta.url);
const {
  PDFDocument: Pdf,
  PDFDict,
  PDFName,
  PDFStream,
} = require('@cantoo/pdf-lib') as typeof import('@cantoo/pdf-lib');

const mostPages = 400;
const office = /^application\/vnd\.(openxmlformats-officedocument|oasis\.opendocument)\./;

/** A copy of a file that does not say who made it. `null`: this cannot be told of its type. */
export async function withoutAuthors(bytes: Buffer, type: string): Promise<Uint8Array | null> {
  if (type === 'text/plain') return bytes;
  if (type === 'application/pdf') return pdfWithoutAuthors(bytes);
  // Written anew, a picture has no more than its pixels.
  if (type.startsWith('image/')) return sharp(bytes, { animated: true }).autoOrient().toBuffer();
  return office.test(type) ? officeWithoutAuthors(bytes) : null;
}

async function pdfWithoutAuthors(bytes: Buffer): Promise<Uint8Array | null> {
  const still = await stillPdf(bytes, mostPages);
  if (typeof still === 'string') return null;
  const book = await Pdf.load(still, { updateMetadata: false });
  forgetAuthors(book);
  return book.save();
}

/** What a PDF says about its making: of the whole, of pages, and of pictures and other parts. */
const aboutMaking = ['Metadata', 'PieceInfo', 'LastModified', 'Author', 'Creator'];

export function forgetAuthors(book: PDFDocument): void {
  book.context.trailerInfo.Info = undefined;
  for (const [, object] of book.context.enumerateIndirectObjects()) {
    const dictionary = object instanceof PDFStream ? object.dict : object instanceof PDFDict ? object : null;
    for (const key of aboutMaking) dictionary?.delete(PDFName.of(key));
  }
}

const nothing: readonly (readonly [RegExp, string])[] = [
  [
    /^docProps\/core\.xml$/,
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"/>',
  ],
  [
    /^docProps\/app\.xml$/,
    '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"/>',
  ],
  [
    /^docProps\/custom\.xml$/,
    '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"/>',
  ],
  [
    /^meta\.xml$/,
    '<office:document-meta xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"><office:meta/></office:document-meta>',
  ],
];

/** Who wrote a comment or a change, in the words of each kind of document. */
const named: readonly (readonly [RegExp, string])[] = [
  [/(\s(?:[a-z]\w*:)?(?:author|initials|userId|userName|displayName|providerId)=)(?:"[^"]*"|'[^']*')/g, '$1""'],
  [/(<p:cmAuthor\b[^>]*\sname)="[^"]*"/g, '$1=""'],
  [/(<author>)[^<]*/g, '$1'],
  [
    /(<(?:dc:creator|meta:creator-initials|meta:initial-creator|text:initial-creator|text:author-name|text:author-initials)\b[^>]*>)[^<]*/g,
    '$1',
  ],
];

const isXml = /\.(xml|rels)$/i;

async function officeWithoutAuthors(bytes: Buffer): Promise<Uint8Array> {
  const zip = await new Promise<ZipFile>((done, failed) =>
    fromBuffer(bytes, { lazyEntries: true }, (error, opened) => (error ? failed(error) : done(opened))),
  );
  const copy = new ZipArchive({});
  const made = buffer(copy);
  for await (const entry of entriesOf(zip)) {
    const { fileName: name } = entry;
    if (name.endsWith('/')) continue;
    const instead = nothing.find(([path]) => path.test(name))?.[1];
    const content =
      instead ??
      (isXml.test(name)
        ? named.reduce((text, [from, to]) => text.replace(from, to), await textOf(zip, entry))
        : await bytesOf(zip, entry));
    // The kind of an OpenDocument is read from its first entry, which is not compressed.
    copy.append(content, { name, store: name === 'mimetype', date: new Date(0) });
  }
  await copy.finalize();
  return made;
}

const bytesOf = (zip: ZipFile, entry: Parameters<typeof textOf>[1]): Promise<Buffer> =>
  new Promise((done, failed) =>
    zip.openReadStream(entry, (error, opened) => (error ? failed(error) : done(buffer(opened)))),
  );
