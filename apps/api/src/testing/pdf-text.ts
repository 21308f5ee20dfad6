import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { init } from '@embedpdf/pdfium';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** The words of a PDF, page by page, as a reader's program would copy them. */
export async function textOfPdf(pdf: Uint8Array): Promise<string> {
  return (await itemsOf(pdf)).map((items) => items.map(({ str }) => str).join(' ')).join('\n');
}

/** The lines of the first page in visual order, from left to right regardless of their script. */
export async function seenInPdf(pdf: Uint8Array): Promise<string[]> {
  const [items = []] = await itemsOf(pdf);
  const lines = Map.groupBy(
    items.filter(({ str }) => str.trim()),
    ({ transform }) => Math.round(transform[5]),
  );
  return [...lines.values()].map((line) =>
    line
      .sort((one, other) => one.transform[4] - other.transform[4])
      .map(({ str }) => str)
      .join(' '),
  );
}

async function itemsOf(pdf: Uint8Array): Promise<{ str: string; transform: number[] }[][]> {
  const reading = getDocument({ data: new Uint8Array(pdf), verbosity: 0 });
  const document = await reading.promise;
  const pages = [];
  for (let number = 1; number <= document.numPages; number += 1) {
    const { items } = await (await document.getPage(number)).getTextContent();
    pages.push(
      items.flatMap((item) => ('str' in item ? [{ str: item.str, transform: item.transform as number[] }] : [])),
    );
  }
  await reading.destroy();
  return pages;
}

/** The words of the first page in reading order, in any script: the text that a browser copies. */
export async function copiedFromPdf(pdf: Uint8Array): Promise<string> {
  const wasm = createRequire(join(process.cwd(), 'package.json')).resolve('@embedpdf/pdfium/pdfium.wasm');
  const { pdfium, ...reader } = await init({ wasmBinary: new Uint8Array(readFileSync(wasm)).buffer });
  const { malloc } = pdfium.wasmExports;
  const { HEAPU8: heap } = pdfium as unknown as { HEAPU8: Uint8Array };
  reader.PDFiumExt_Init();
  const at = malloc(pdf.length);
  heap.set(pdf, at);
  const text = reader.FPDFText_LoadPage(reader.FPDF_LoadPage(reader.FPDF_LoadMemDocument(at, pdf.length, ''), 0));
  const bytes = reader.FPDFText_CountChars(text) * 2;
  const words = malloc(bytes + 2);
  reader.FPDFText_GetText(text, 0, bytes / 2, words);
  return Buffer.from(heap.slice(words, words + bytes)).toString('utf16le');
}
