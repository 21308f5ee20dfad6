import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { init, type WrappedPdfiumModule } from '@embedpdf/pdfium';

/** The reason why a PDF is not opened. */
export type PdfFault = 'needs-password' | 'cut-off' | 'damaged' | 'needs-adobe';

const require = createRequire(import.meta.url);
/** Codes of `FPDF_GetLastError` and `FPDF_GetFormType`. */
const passwordIsMissing = 4;
const isDynamicForm = 2;

let engine: Promise<WrappedPdfiumModule> | undefined;

/** The one engine of this process. */
export const pdfiumEngine = (): Promise<WrappedPdfiumModule> => (engine ??= start());

async function start(): Promise<WrappedPdfiumModule> {
  const wasmBinary = new Uint8Array(readFileSync(require.resolve('@embedpdf/pdfium/pdfium.wasm'))).buffer;
  const pdfium = await init({ wasmBinary });
  pdfium.PDFiumExt_Init();
  return pdfium;
}

/**
 * Opens a PDF as a browser does and answers the same pages with everything visible drawn into them (filled fields,
 * stamps, notes) and without a lock. `too-long`: it has more pages than asked for, and is fine otherwise.
 */
export async function stillPdf(bytes: Uint8Array, mostPages: number): Promise<Uint8Array | 'too-long' | PdfFault> {
  const pdfium = await pdfiumEngine();
  const { malloc, free } = pdfium.pdfium.wasmExports;
  const at = malloc(bytes.length);
  heapOf(pdfium).set(bytes, at);
  const source = pdfium.FPDF_LoadMemDocument(at, bytes.length, '');
  if (!source) {
    free(at);
    if (pdfium.FPDF_GetLastError() === passwordIsMissing) return 'needs-password';
    return endsAsItShould(bytes) ? 'damaged' : 'cut-off';
  }
  try {
    return stilled(pdfium, source, bytes, mostPages);
  } finally {
    pdfium.FPDF_CloseDocument(source);
    free(at);
  }
}

function stilled(
  pdfium: WrappedPdfiumModule,
  source: number,
  bytes: Uint8Array,
  mostPages: number,
): Uint8Array | 'too-long' | PdfFault {
  if (!endsAsItShould(bytes)) return 'cut-off';
  const pages = pdfium.FPDF_GetPageCount(source);
  if (pages === 0) return 'damaged';
  if (pdfium.FPDF_GetFormType(source) === isDynamicForm) return 'needs-adobe';
  if (pages > mostPages) return 'too-long';
  const form = pdfium.PDFiumExt_InitFormFillEnvironment(source, pdfium.PDFiumExt_OpenFormFillInfo());
  for (let number = 0; number < pages; number += 1) {
    const page = pdfium.FPDF_LoadPage(source, number);
    if (!page) return 'damaged';
    // Fields without an appearance get that of their values.
    pdfium.FORM_OnAfterLoadPage(page, form);
    pdfium.FPDFPage_Flatten(page, 0);
    pdfium.FORM_OnBeforeClosePage(page, form);
    pdfium.FPDF_ClosePage(page);
  }
  // The pages go into a new document: a copy would keep the lock of its source.
  const copy = pdfium.FPDF_CreateNewDocument();
  if (!pdfium.FPDF_ImportPages(copy, source, '', 0)) return 'damaged';
  const pdf = saved(pdfium, copy);
  pdfium.FPDF_CloseDocument(copy);
  return pdf;
}

function saved(pdfium: WrappedPdfiumModule, document: number): Uint8Array {
  const { malloc, free } = pdfium.pdfium.wasmExports;
  const writer = pdfium.PDFiumExt_OpenFileWriter();
  pdfium.PDFiumExt_SaveAsCopy(document, writer);
  const size = pdfium.PDFiumExt_GetFileWriterSize(writer);
  const at = malloc(size);
  pdfium.PDFiumExt_GetFileWriterData(writer, at, size);
  pdfium.PDFiumExt_CloseFileWriter(writer);
  const bytes = heapOf(pdfium).slice(at, at + size);
  free(at);
  return bytes;
}

/** Read each time: it is another one after the memory has grown. */
export const heapOf = ({ pdfium }: WrappedPdfiumModule): Uint8Array =>
  (pdfium as unknown as { HEAPU8: Uint8Array }).HEAPU8;

/**
 * Whether a PDF ends with its end mark. Anything but more objects may follow the last mark: objects mean that a further
 * part was cut off.
 */
function endsAsItShould(bytes: Uint8Array): boolean {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  const tail = text.subarray(-4096).toString('latin1');
  if (/startxref\s+\d+\s*(%%EO?F?)?\s*$/.test(tail)) return true;
  const end = text.lastIndexOf('%%EOF');
  return end >= 0 && !/\d+ \d+ obj\b/.test(text.subarray(end).toString('latin1'));
}
