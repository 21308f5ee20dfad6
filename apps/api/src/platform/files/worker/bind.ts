import { readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { PDFDict, PDFDocument, PDFPage } from '@cantoo/pdf-lib';
import { drawPicture, pageFor } from './pages.ts';
import { printedPicture } from './pictures.ts';
import { stillPdf } from './still-pdf.ts';

/** A page as large as this many points. */
export interface Size {
  readonly width: number;
  readonly height: number;
}

/** The reason why a file is not drawn. */
export type Undrawable = 'unreadable' | 'too-long' | 'other-type';
export type Extent = { readonly pages: readonly Size[] } | { readonly fault: Undrawable };

/** The shown form of a file: the path and the type of its bytes. */
export interface SourceFile {
  readonly path: string;
  readonly type: string;
}
export interface MergePlan {
  /** The PDF that ends with the pages of its leaves. */
  readonly path: string;
  /** In their order: empty pages for drawing, or those that the book has filled itself. */
  readonly leaves: readonly { readonly pages: number; readonly drawn: SourceFile | null }[];
  readonly attached: readonly (SourceFile & { readonly name: string; readonly description: string })[];
  readonly to: string;
}

const require = createRequire(import.meta.url);
const { PDFDocument: Pdf, PDFName } = require('@cantoo/pdf-lib') as typeof import('@cantoo/pdf-lib');

/** Does everything with a file that binding will do, so that an inspected file can be bound. */
export async function extentOf({ path, type }: SourceFile, most: number): Promise<Extent> {
  const bytes = await readFile(path);
  try {
    const scratch = await Pdf.create();
    if (type === 'application/pdf') {
      const pages = await pagesOf(bytes, scratch, most);
      if (pages === 'too-long') return { fault: 'too-long' };
      await scratch.save();
      return { pages: pages.map(sizeOf) };
    }
    return { pages: [pageFor(await scratch.embedJpg(await printedPicture(bytes)))] };
  } catch {
    return { fault: 'unreadable' };
  }
}

const sizeOf = (page: PDFPage): Size => {
  const { width, height } = page.getSize();
  const fits = width > 0 && height > 0 && width <= 14_400 && height <= 14_400;
  if (!fits) throw new Error('A page has no size.');
  return { width, height };
};

export async function bind({ path, leaves, attached, to }: MergePlan): Promise<void> {
  const book = await Pdf.load(await readFile(path), { updateMetadata: false });
  let at = book.getPageCount() - leaves.reduce((sum, { pages }) => sum + pages, 0);
  for (const { pages, drawn } of leaves) {
    if (drawn?.type === 'application/pdf') {
      const copied = await pagesOf(await readFile(drawn.path), book, Infinity);
      if (copied === 'too-long' || copied.length !== pages) throw new Error('A file has other pages than it had.');
      copied.forEach((page, index) => putInto(book, at + index, page));
    } else if (drawn) await drawPicture(book, book.getPage(at), await printedPicture(await readFile(drawn.path)));
    at += pages;
  }
  for (const { path: file, name, description, type } of attached)
    await book.attach(await readFile(file), name, { mimeType: type, description });
  await writeFile(to, await book.save());
}

/**
 * The parts of a page that are needed for its look. Active parts are not in this list: actions, scripts, links, forms,
 * media, embedded files.
 */
const ofPage = ['Contents', 'Resources', 'MediaBox', 'CropBox', 'Rotate', 'UserUnit', 'Group'];

/** The pages of a PDF, without active parts, copied into a book but not placed yet. */
async function pagesOf(bytes: Uint8Array, book: PDFDocument, most: number): Promise<PDFPage[] | 'too-long'> {
  const still = await stillPdf(bytes, most);
  if (still === 'too-long') return still;
  if (typeof still === 'string') throw new Error(`A PDF cannot be opened: ${still}.`);
  const source = await Pdf.load(still, { updateMetadata: false });
  for (const { node } of source.getPages()) keepOnly(node, ofPage);
  return book.copyPages(source, source.getPageIndices());
}

/** Removes the keys of a dictionary that are not on the list, but keeps the page's place in its tree. */
function keepOnly(dictionary: PDFDict, keys: readonly string[]): void {
  for (const key of dictionary.keys()) {
    const name = key.asString().slice(1);
    if (!keys.includes(name) && name !== 'Type' && name !== 'Parent') dictionary.delete(key);
  }
}

/** Gives an empty page of the book the contents of another: links and bookmarks to it stay. */
function putInto(book: PDFDocument, at: number, { node, ref }: PDFPage): void {
  const page = book.getPage(at).node;
  for (const key of [...ofPage, 'Annots', 'Tabs', 'StructParents']) page.delete(PDFName.of(key));
  for (const key of ofPage) {
    const value = node.get(PDFName.of(key));
    if (value) page.set(PDFName.of(key), value);
  }
  book.context.delete(ref);
}
