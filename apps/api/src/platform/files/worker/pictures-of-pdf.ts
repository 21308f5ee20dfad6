import sharp from 'sharp';
import { heapOf, pdfiumEngine, stillPdf } from './still-pdf.ts';

/** A page of a PDF: how it looks, and what it says. */
export interface PageOfPdf {
  readonly bytes: Uint8Array;
  readonly text: string;
}

/** Of an A4 page in points: 150 dots per inch. */
const scale = 150 / 72;
const longestSide = 2600;
const mostOfText = 8000;
/** Flags of `FPDF_RenderPageBitmap`: annotations are drawn. */
const withAnnotations = 1;

/** Draws each page of a PDF, with everything visible on it. Throws if it cannot be opened or has more pages. */
export async function picturesOfPdf(bytes: Uint8Array, mostPages: number): Promise<PageOfPdf[]> {
  const still = await stillPdf(bytes, mostPages);
  if (typeof still === 'string') throw new Error(`A PDF cannot be drawn: ${still}.`);
  const pdfium = await pdfiumEngine();
  const { malloc, free } = pdfium.pdfium.wasmExports;
  const at = malloc(still.length);
  heapOf(pdfium).set(still, at);
  const source = pdfium.FPDF_LoadMemDocument(at, still.length, '');
  const pages: PageOfPdf[] = [];
  try {
    for (let number = 0; number < pdfium.FPDF_GetPageCount(source); number += 1) {
      const page = pdfium.FPDF_LoadPage(source, number);
      pages.push({
        bytes: await drawn(pdfium, page),
        text: textOn(pdfium, page, mostOfText).replace(/\s+/g, ' ').trim(),
      });
      pdfium.FPDF_ClosePage(page);
    }
  } finally {
    pdfium.FPDF_CloseDocument(source);
    free(at);
  }
  return pages;
}

type Pdfium = Awaited<ReturnType<typeof pdfiumEngine>>;

async function drawn(pdfium: Pdfium, page: number): Promise<Uint8Array> {
  const [wide, high] = [pdfium.FPDF_GetPageWidthF(page), pdfium.FPDF_GetPageHeightF(page)];
  const by = Math.min(scale, longestSide / Math.max(wide, high));
  const [width, height] = [Math.max(1, Math.round(wide * by)), Math.max(1, Math.round(high * by))];
  const bitmap = pdfium.FPDFBitmap_Create(width, height, 0);
  try {
    pdfium.FPDFBitmap_FillRect(bitmap, 0, 0, width, height, 0xffffffff);
    pdfium.FPDF_RenderPageBitmap(bitmap, page, 0, 0, width, height, 0, withAnnotations);
    const from = pdfium.FPDFBitmap_GetBuffer(bitmap);
    const pixels = heapOf(pdfium).slice(from, from + width * height * 4);
    // The engine writes blue before green and red.
    for (let pixel = 0; pixel < pixels.length; pixel += 4) {
      const blue = pixels[pixel] as number;
      pixels[pixel] = pixels[pixel + 2] as number;
      pixels[pixel + 2] = blue;
    }
    return await sharp(pixels, { raw: { width, height, channels: 4 } })
      .flatten({ background: '#fff' })
      .jpeg({ quality: 85, chromaSubsampling: '4:4:4' })
      .toBuffer();
  } finally {
    pdfium.FPDFBitmap_Destroy(bitmap);
  }
}

/** The words of a page as its file has them. */
export function textOn(pdfium: Pdfium, page: number, mostOfText: number): string {
  const { malloc, free } = pdfium.pdfium.wasmExports;
  const text = pdfium.FPDFText_LoadPage(page);
  const most = Math.min(pdfium.FPDFText_CountChars(text), mostOfText);
  const at = malloc((most + 1) * 2);
  try {
    const written = pdfium.FPDFText_GetText(text, 0, most, at);
    const bytes = heapOf(pdfium).slice(at, at + Math.max(0, written - 1) * 2);
    return Buffer.from(bytes).toString('utf16le');
  } finally {
    free(at);
    pdfium.FPDFText_ClosePage(text);
  }
}
