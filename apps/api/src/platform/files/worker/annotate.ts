import { createRequire } from 'node:module';
import type { PDFPage } from '@cantoo/pdf-lib';
import { stillPdf } from './still-pdf.ts';
import { forgetAuthors } from './without-authors.ts';

interface Area {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}
interface Point {
  readonly x: number;
  readonly y: number;
}

/** What is marked on a page, in points from the upper left corner of the page as it is shown. */
export interface PdfNote {
  readonly page: number;
  readonly look: 'highlight' | 'rectangle' | 'drawing';
  readonly areas: readonly Area[];
  readonly strokes: readonly (readonly Point[])[];
  readonly words: string;
  readonly by: string;
}

const require = createRequire(import.meta.url);
const { PDFDocument: Pdf, PDFHexString } = require('@cantoo/pdf-lib') as typeof import('@cantoo/pdf-lib');

const mostPages = 400;
/** Of an annotation: it is printed with its page. */
const printed = 4;
const subtypes = { highlight: 'Highlight', rectangle: 'Square', drawing: 'Ink' } as const;
const colours = { highlight: [1, 0.85, 0.3], rectangle: [0.75, 0.1, 0.1], drawing: [0.75, 0.1, 0.1] } as const;

/**
 * The same pages with notes in them, which every program that shows a PDF shows. Beside the notes nothing says who made
 * the file. `null`: it has too many pages.
 */
export async function annotatedPdf(bytes: Uint8Array, notes: readonly PdfNote[]): Promise<Uint8Array | null> {
  const still = await stillPdf(bytes, mostPages);
  if (typeof still === 'string') return null;
  const book = await Pdf.load(still, { updateMetadata: false });
  forgetAuthors(book);
  const pages = book.getPages();
  for (const note of notes) {
    const page = pages[note.page - 1];
    if (page) addNote(page, note);
  }
  return book.save();
}

function addNote(page: PDFPage, { look, areas, strokes, words, by }: PdfNote): void {
  const at = onPage(page);
  const corners = areas.map(({ left, top, width, height }) => [
    at({ x: left, y: top }),
    at({ x: left + width, y: top }),
    at({ x: left, y: top + height }),
    at({ x: left + width, y: top + height }),
  ]);
  const all = [...corners.flat(), ...strokes.flat().map(at)];
  if (all.length === 0) return;
  const [xs, ys] = [all.map(([x]) => x), all.map(([, y]) => y)];
  const context = page.doc.context;
  const note = context.obj({
    Type: 'Annot',
    Subtype: subtypes[look],
    Rect: [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)],
    C: [...colours[look]],
    F: printed,
    ...(look === 'highlight' && { QuadPoints: corners.flat(2) }),
    ...(look === 'drawing' && { InkList: strokes.map((points) => points.flatMap(at)) }),
    Contents: PDFHexString.fromText(words),
    T: PDFHexString.fromText(by),
  });
  page.node.addAnnot(context.register(note));
}

/** Where a point of the shown page is in the page's own space, which it may be turned against. */
function onPage(page: PDFPage): (point: Point) => [number, number] {
  const { x: left, y: bottom, width, height } = page.getCropBox();
  const turned = ((page.getRotation().angle % 360) + 360) % 360;
  const into: Record<number, (point: Point) => [number, number]> = {
    90: ({ x, y }) => [y, x],
    180: ({ x, y }) => [width - x, y],
    270: ({ x, y }) => [width - y, height - x],
  };
  const inside = into[turned] ?? (({ x, y }: Point): [number, number] => [x, height - y]);
  return (point) => {
    const [x, y] = inside(point);
    return [left + x, bottom + y];
  };
}
