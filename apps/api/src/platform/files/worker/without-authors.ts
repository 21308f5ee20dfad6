import { createRequire } from 'node:module';
import type { PDFDict as Dictionary, PDFDocument } from '@cantoo/pdf-lib';
import sharp from 'sharp';
import { officeWithoutAuthors } from './office-without-authors.ts';
import { withoutRemarks } from './picture-remarks.ts';
import { stillPdf } from './still-pdf.ts';

const require = createRequire(import.meta.url);
const {
  PDFDocument: Pdf,
  PDFDict,
  PDFHexString,
  PDFName,
  PDFRawStream,
  PDFStream,
  PDFString,
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
const aboutMaking = ['Metadata', 'PieceInfo', 'LastModified', 'Author', 'Creator'].map((key) => PDFName.of(key));
/** What a note or a link on a page says about its maker: the name, the moment, the file that it brings. */
const aboutNote = ['T', 'M', 'CreationDate', 'NM', 'FS'].map((key) => PDFName.of(key));
/** Where something lay on its writer's machine. */
const onOwnMachine = /^(?:file:|[a-z]:[\\/]|\\\\|\/(?:Users|home|Volumes)\/)/i;

const isJpeg = /^(?:\[ )?\/DCTDecode(?: \])?$/;

export function forgetAuthors(book: PDFDocument): void {
  const { context } = book;
  if (context.trailerInfo.Info) context.delete(context.trailerInfo.Info as never);
  context.trailerInfo.Info = undefined;
  // It is made of the moment and the name of the file, among others.
  context.trailerInfo.ID = undefined;
  for (const [ref, object] of context.enumerateIndirectObjects()) {
    const dictionary = object instanceof PDFStream ? object.dict : object instanceof PDFDict ? object : null;
    if (dictionary) forgetMaker(dictionary);
    if (object instanceof PDFRawStream && isJpeg.test(String(object.dict.get(PDFName.of('Filter')))))
      context.assign(ref, PDFRawStream.of(object.dict, withoutRemarks(Buffer.from(object.contents))));
  }
}

/** Of a dictionary, and of those that stand in it rather than beside it. */
function forgetMaker(dictionary: Dictionary): void {
  for (const key of aboutMaking) dictionary.delete(key);
  if (dictionary.has(PDFName.of('Rect'))) for (const key of aboutNote) dictionary.delete(key);
  for (const [key, value] of dictionary.entries()) {
    if (value instanceof PDFDict) forgetMaker(value);
    const words = value instanceof PDFString || value instanceof PDFHexString ? value.decodeText() : null;
    if (words !== null && onOwnMachine.test(words)) dictionary.delete(key);
  }
}
