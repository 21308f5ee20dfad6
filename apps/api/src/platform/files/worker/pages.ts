import { createRequire } from 'node:module';
import type { PDFDocument, PDFPage } from '@cantoo/pdf-lib';

const require = createRequire(import.meta.url);
const { PDFDocument: Pdf } = require('@cantoo/pdf-lib') as typeof import('@cantoo/pdf-lib');

const margin = 36;
const short = 595;
const long = 842;

/** An A4 page, upright or not, that has room for a picture of this shape. */
export const pageFor = ({ width, height }: { width: number; height: number }) =>
  width > height ? { width: long, height: short } : { width: short, height: long };

/** Puts a JPEG in the middle of a page, as large as the margins leave it. */
export async function drawPicture(book: PDFDocument, page: PDFPage, jpeg: Uint8Array): Promise<void> {
  const image = await book.embedJpg(jpeg);
  const { width, height } = image.scaleToFit(page.getWidth() - 2 * margin, page.getHeight() - 2 * margin);
  page.drawImage(image, { x: (page.getWidth() - width) / 2, y: (page.getHeight() - height) / 2, width, height });
}

/** A PDF with a picture on each page. */
export async function pagesOfPictures(jpegs: readonly Uint8Array[]): Promise<Uint8Array> {
  const book = await Pdf.create();
  for (const jpeg of jpegs) {
    const { width, height } = pageFor(await book.embedJpg(jpeg));
    await drawPicture(book, book.addPage([width, height]), jpeg);
  }
  return book.save();
}
