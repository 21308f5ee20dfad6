/**
 * The child process that looks into files of other people and binds them into one PDF. It is a process of its own
 * because nobody knows what such a file does to a parser: what loops or swells ends with this process and takes nothing
 * else along. It may read files and write to the temporary folder, nothing more. Node runs this file as it stands, so it
 * uses no TypeScript that leaves code behind and imports packages only.
 */
import { readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { Worker } from 'node:worker_threads';
import type { PDFArray, PDFDict, PDFDocument, PDFObject, PDFPage } from '@cantoo/pdf-lib';

/** A page as large as this many points. */
export interface Size {
  readonly width: number;
  readonly height: number;
}

/** Why a file cannot be drawn. It is attached as it is, unless it was left out because it was too much. */
export type Undrawable = 'encrypted' | 'unreadable' | 'too-long' | 'other-type' | 'left-out';

export type Look = { readonly pages: readonly Size[] } | { readonly fault: Undrawable };

/** A file in a book: drawn or attached under a name. */
export interface Leaf {
  readonly path: string;
  readonly type: string;
}
export interface Book {
  /** The PDF that ends in an empty page for each page that is drawn. */
  readonly path: string;
  readonly drawn: readonly (Leaf & { readonly pages: number })[];
  readonly attached: readonly (Leaf & { readonly name: string; readonly description: string })[];
  readonly to: string;
}

export type Task = { readonly number: number } & ({ readonly look: Leaf; readonly most: number } | { readonly bind: Book });
export type Answer = { readonly number: number } & ({ readonly looked: Look } | { readonly bound: true } | { readonly fault: string });

const require = createRequire(import.meta.url);
const pdfLib = require('@cantoo/pdf-lib') as typeof import('@cantoo/pdf-lib');
const { PDFName } = pdfLib;

const mostMemory = 900 * 1024 * 1024;
const mostPixels = 80_000_000;
const margin = 36;

// Another thread watches the memory: a parser that swells does not come round to look at a clock.
new Worker(
  `setInterval(() => { if (process.memoryUsage.rss() > ${mostMemory}) process.kill(process.pid, 'SIGKILL'); }, 25);`,
  { eval: true },
).unref();

process.on('message', (task: Task) => void answer(task).then((said) => process.send?.(said)));
process.on('disconnect', () => process.exit());

async function answer(task: Task): Promise<Answer> {
  const { number } = task;
  try {
    if ('look' in task) return { number, looked: await look(task.look, task.most) };
    await bind(task.bind);
    return { number, bound: true };
  } catch (fault) {
    return { number, fault: fault instanceof Error ? fault.message : String(fault) };
  }
}

/** Does everything with a file that binding will do, so that what was looked at can be bound. */
async function look({ path, type }: Leaf, most: number): Promise<Look> {
  const bytes = await readFile(path);
  try {
    const scratch = await pdfLib.PDFDocument.create();
    if (type === 'application/pdf') {
      const pages = await pagesOf(bytes, scratch, most);
      if (!pages) return { fault: 'too-long' };
      await scratch.save();
      return { pages: pages.map(sizeOf) };
    }
    const image = await imageOf(bytes, type, scratch);
    await scratch.save();
    const isWide = image.width > image.height;
    return { pages: [isWide ? { width: 842, height: 595 } : { width: 595, height: 842 }] };
  } catch (fault) {
    return { fault: fault instanceof Error && /encrypt|password/i.test(`${fault.name} ${fault.message}`) ? 'encrypted' : 'unreadable' };
  }
}

const sizeOf = (page: PDFPage): Size => {
  const { width, height } = page.getSize();
  const fits = width > 0 && height > 0 && width <= 14_400 && height <= 14_400;
  if (!fits) throw new Error('A page has no size.');
  return { width, height };
};

async function bind({ path, drawn, attached, to }: Book): Promise<void> {
  const book = await pdfLib.PDFDocument.load(await readFile(path), { updateMetadata: false });
  let at = book.getPageCount() - drawn.reduce((sum, { pages }) => sum + pages, 0);
  for (const leaf of drawn) {
    const bytes = await readFile(leaf.path);
    if (leaf.type === 'application/pdf') {
      const pages = (await pagesOf(bytes, book, Infinity)) ?? [];
      if (pages.length !== leaf.pages) throw new Error('A file has other pages than it had.');
      pages.forEach((page, index) => putInto(book, at + index, page));
    } else {
      const page = book.getPage(at);
      const image = await imageOf(bytes, leaf.type, book);
      const { width, height } = image.scaleToFit(page.getWidth() - 2 * margin, page.getHeight() - 2 * margin);
      page.drawImage(image, { x: (page.getWidth() - width) / 2, y: (page.getHeight() - height) / 2, width, height });
    }
    at += leaf.pages;
  }
  for (const { path: file, name, description, type } of attached)
    await book.attach(await readFile(file), name, { mimeType: type, description });
  await writeFile(to, await book.save());
}

async function imageOf(bytes: Buffer, type: string, book: PDFDocument) {
  if (type === 'image/jpeg') return book.embedJpg(bytes);
  // The size stands in the first chunk: a picture of a few bytes may unfold to gigabytes.
  if (bytes.readUInt32BE(16) * bytes.readUInt32BE(20) > mostPixels) throw new Error('A picture is too large.');
  return book.embedPng(bytes);
}

/** What a page needs to look as it does. Whatever acts is not in these lists: actions, scripts, links, forms, media, embedded files. */
const ofPage = ['Contents', 'Resources', 'MediaBox', 'CropBox', 'Rotate', 'UserUnit', 'Group', 'Annots'];
const ofAnnotation = ['Type', 'Subtype', 'Rect', 'Contents', 'AP', 'AS', 'F', 'C', 'CA', 'Border', 'BS', 'IC', 'QuadPoints', 'L', 'Vertices', 'InkList', 'DA', 'Q'];
const silentAnnotations = ['/Text', '/FreeText', '/Line', '/Square', '/Circle', '/Polygon', '/PolyLine', '/Highlight', '/Underline', '/Squiggly', '/StrikeOut', '/Stamp', '/Caret', '/Ink', '/Widget', '/Watermark', '/Redact'];

/** The pages of a PDF, stilled and copied into a book without a place in it yet. `null`: more than it may have. */
async function pagesOf(bytes: Buffer, book: PDFDocument, most: number): Promise<PDFPage[] | null> {
  const source = await pdfLib.PDFDocument.load(bytes, { updateMetadata: false });
  const pages = source.getPages();
  if (!pages.length) throw new Error('There is no page.');
  if (pages.length > most) return null;
  for (const { node } of pages) {
    keepOnly(node, ofPage);
    const annotations = node.Annots();
    if (annotations) node.set(PDFName.of('Annots'), stilled(annotations, source));
  }
  return book.copyPages(source, source.getPageIndices());
}

/** Takes the keys out of a dictionary that are not on the list, but keeps how a page hangs in its tree. */
function keepOnly(dictionary: PDFDict, keys: readonly string[]): void {
  for (const key of dictionary.keys()) {
    const name = key.asString().slice(1);
    if (!keys.includes(name) && name !== 'Type' && name !== 'Parent') dictionary.delete(key);
  }
}

function stilled(annotations: PDFArray, source: PDFDocument): PDFArray {
  const kept = source.context.obj([]) as PDFArray;
  for (let index = 0; index < annotations.size(); index += 1) {
    const one: PDFObject | undefined = annotations.lookup(index);
    const isSilent = one instanceof pdfLib.PDFDict && silentAnnotations.includes(String(one.lookup(PDFName.of('Subtype'))));
    if (!isSilent) continue;
    const copy = source.context.obj({}) as PDFDict;
    for (const key of ofAnnotation) {
      const value = one.get(PDFName.of(key));
      if (value) copy.set(PDFName.of(key), value);
    }
    // What was filled into a form looks as it did, and is no field any more.
    if (String(copy.get(PDFName.of('Subtype'))) === '/Widget') copy.set(PDFName.of('Subtype'), PDFName.of('Stamp'));
    kept.push(source.context.register(copy));
  }
  return kept;
}

/** Gives an empty page of the book the looks of another: links and bookmarks that lead to it stay. */
function putInto(book: PDFDocument, at: number, { node, ref }: PDFPage): void {
  const page = book.getPage(at).node;
  for (const key of [...ofPage, 'Tabs', 'StructParents']) page.delete(PDFName.of(key));
  for (const key of ofPage) {
    const value = node.get(PDFName.of(key));
    if (value) page.set(PDFName.of(key), value);
  }
  book.context.delete(ref);
}
