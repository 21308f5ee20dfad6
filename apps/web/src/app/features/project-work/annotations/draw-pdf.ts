import {
  getDocument,
  GlobalWorkerOptions,
  type PDFDocumentProxy,
  type PDFPageProxy,
  TextLayer,
} from 'pdfjs-dist/legacy/build/pdf.mjs';

/** Everything that needs pdf.js, which is large: import it when a file is to be drawn. */

/**
 * Opens a PDF to be drawn. Nothing of it runs: its scripts, forms and links have no part in a drawing, and what draws
 * it is a worker, which may not evaluate code.
 */
export function openPdf(url: string): { readonly opened: Promise<PDFDocumentProxy>; readonly close: () => void } {
  GlobalWorkerOptions.workerPort ??= new Worker(new URL('./pdf.worker', import.meta.url), { type: 'module' });
  const at = (folder: string) => new URL(`pdf/${folder}/`, document.baseURI).href;
  const reading = getDocument({
    url,
    enableXfa: false,
    useWasm: false,
    cMapUrl: at('cmaps'),
    standardFontDataUrl: at('standard_fonts'),
    wasmUrl: at('wasm'),
  });
  return { opened: reading.promise, close: () => void reading.destroy() };
}

/** Draws a page, and lays its words over the drawing so that they can be selected. */
export async function drawPage(
  page: PDFPageProxy,
  { canvas, words, scale }: { canvas: HTMLCanvasElement; words: HTMLElement; scale: number },
): Promise<void> {
  const viewport = page.getViewport({ scale });
  const sharp = Math.min(window.devicePixelRatio, 2);
  canvas.width = Math.floor(viewport.width * sharp);
  canvas.height = Math.floor(viewport.height * sharp);
  await Promise.all([
    page.render({ canvas, viewport, transform: [sharp, 0, 0, sharp, 0, 0] }).promise,
    new TextLayer({ textContentSource: page.streamTextContent(), container: words, viewport }).render(),
  ]);
}
