import mammoth from 'mammoth';
import { fromBuffer, type ZipFile } from 'yauzl';
import { entriesOf, textOf } from './office.ts';
import { textOn } from './pictures-of-pdf.ts';
import { decodedText } from './sniff.ts';
import { heapOf, pdfiumEngine, stillPdf } from './still-pdf.ts';

const mostPages = 400;
const mostOfPage = 40_000;
/** More than a long book. */
const mostLetters = 500_000;
const docx = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const odt = 'application/vnd.oasis.opendocument.text';

/** The words of a file in their order. `null`: there is no way to its words. */
export async function textOfFile(bytes: Buffer, type: string): Promise<string | null> {
  const text = await rawTextOf(bytes, type);
  // A word that is broken at the end of its line is one word.
  return (
    text &&
    text
      .replace(/(\p{L})[-\u00ad\ufffe]\r?\n(?=\p{Ll})/gu, '$1')
      .slice(0, mostLetters)
      .toWellFormed()
  );
}

async function rawTextOf(bytes: Buffer, type: string): Promise<string | null> {
  if (type === 'application/pdf') return textOfPdf(bytes);
  if (type === docx) return (await mammoth.extractRawText({ buffer: bytes })).value;
  if (type === odt) return textOfOpenDocument(bytes);
  return type === 'text/plain' ? decodedText(bytes) : null;
}

async function textOfPdf(bytes: Buffer): Promise<string | null> {
  const still = await stillPdf(bytes, mostPages);
  if (typeof still === 'string') return null;
  const pdfium = await pdfiumEngine();
  const { malloc, free } = pdfium.pdfium.wasmExports;
  const at = malloc(still.length);
  heapOf(pdfium).set(still, at);
  const source = pdfium.FPDF_LoadMemDocument(at, still.length, '');
  try {
    return Array.from({ length: pdfium.FPDF_GetPageCount(source) }, (_, number) => {
      const page = pdfium.FPDF_LoadPage(source, number);
      const text = textOn(pdfium, page, mostOfPage);
      pdfium.FPDF_ClosePage(page);
      return text;
    }).join('\n');
  } finally {
    pdfium.FPDF_CloseDocument(source);
    free(at);
  }
}

async function textOfOpenDocument(bytes: Buffer): Promise<string | null> {
  const zip = await new Promise<ZipFile>((done, failed) =>
    fromBuffer(bytes, { lazyEntries: true }, (error, opened) => (error ? failed(error) : done(opened))),
  );
  for await (const entry of entriesOf(zip))
    if (entry.fileName === 'content.xml') return wordsOfXml(await textOf(zip, entry));
  return null;
}

/** What stands beside the text: what was deleted, and what somebody remarked. */
const beside = /<(text:tracked-changes|office:annotation)\b[\s\S]*?<\/\1>/g;
const signs: Record<string, string> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

const wordsOfXml = (xml: string): string =>
  xml
    .replace(beside, '')
    .replace(/\s+/g, ' ')
    .replace(/<text:(?:s|tab)\b[^>]*>/g, ' ')
    .replace(/<text:line-break\b[^>]*>/g, '\n')
    .replace(/<\/text:(?:p|h)>/g, '\n\n')
    .replace(/<[^>]*>/g, '')
    .replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|(lt|gt|amp|quot|apos));/gi, (_, decimal, hex, name) =>
      name ? (signs[name.toLowerCase()] ?? '') : letter(decimal ? Number(decimal) : parseInt(hex, 16)),
    );

const letter = (code: number): string => (code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '');
