import { fileTypeFromBuffer } from 'file-type';
import { openEnvelope } from './envelope.ts';
import { openCompound, openZip, type OfficeFault } from './office.ts';
import { pagesOfPictures } from './pages.ts';
import { mostPixels, printedHeic, printedPicture, printedScan, TooManyPixels } from './pictures.ts';
import { loadsByRichText } from './remote.ts';
import { decodedText, headerOfPdf, isNamedAsText, whatIsWritten, type Written } from './sniff.ts';
import { stillPdf, type PdfFault } from './still-pdf.ts';

export type FileFault =
  | OfficeFault
  | PdfFault
  | Written
  | 'no-recording'
  | 'too-many-pixels'
  | 'sealed'
  | 'signature-only'
  | 'is-recording'
  | 'is-program';

/** The type of a file, and its view if a browser cannot show it as it is. */
export interface Taken {
  readonly type: string;
  readonly view: { readonly type: string; readonly content: Uint8Array } | null;
}
export type Inspected =
  | Taken
  | { readonly fault: Exclude<FileFault, 'too-many-pixels'> }
  | {
      readonly fault: 'too-many-pixels';
      readonly numbers: Readonly<Record<'width' | 'height' | 'megapixels', number>>;
    };

const mostPages = 400;
const envelopeType = 'application/pkcs7-mime';
const shownByBrowsers = ['image/jpeg', 'image/png', 'image/webp', 'image/gif', 'image/avif'];

/** Checks a file to its end: opens it as its reader will. */
export async function inspect(bytes: Buffer, name: string): Promise<Inspected> {
  const envelope = openEnvelope(bytes);
  if (typeof envelope === 'string') return { fault: envelope };
  if (envelope) return openContent(Buffer.from(envelope.content), name);
  const header = headerOfPdf(bytes);
  const pdf = header < 0 ? null : await openPdf(bytes);
  if (pdf && ('type' in pdf || isBlank(bytes.subarray(0, header)))) return pdf;
  // A file that only mentions PDF, or contains one, is something else; or a PDF with a fault, behind other bytes.
  return (
    (await openByType(bytes)) ?? openText(bytes, name) ?? (await openLatePdf(bytes)) ?? pdf ?? { fault: 'not-taken' }
  );
}

const isBlank = (bytes: Buffer): boolean => bytes.toString('latin1').trim() === '';

async function openPdf(bytes: Buffer): Promise<Inspected> {
  const still = await stillPdf(bytes, mostPages);
  return typeof still === 'string' && still !== 'too-long' ? { fault: still } : { type: 'application/pdf', view: null };
}

/** Opens a PDF behind more bytes than readers skip, from its own beginning. */
async function openLatePdf(bytes: Buffer): Promise<Inspected | null> {
  const content = bytes.subarray(Math.max(0, bytes.indexOf('%PDF-')));
  const opened = content.length < bytes.length ? await openPdf(content) : null;
  return opened && 'type' in opened ? { ...opened, view: { type: opened.type, content } } : null;
}

/** Envelopes may be nested: each signature puts one around the last. */
async function openContent(content: Buffer, name: string): Promise<Inspected> {
  const inside = await inspect(content, name.replace(/(\.p7m)+$/i, ''));
  if ('fault' in inside) return inside;
  const { type, view } = inside;
  if (type === envelopeType) return inside;
  return { type: envelopeType, view: view ?? { type, content } };
}

async function openByType(bytes: Buffer): Promise<Inspected | null> {
  const type = (await fileTypeFromBuffer(bytes))?.mime ?? (isTiff(bytes) ? 'image/tiff' : undefined);
  if (bytes.subarray(0, 2).toString('latin1') === 'PK') return officeAs(await openZip(bytes));
  if (type === 'application/x-cfb') return officeAs(openCompound(bytes));
  if (type === 'application/rtf' && loadsByRichText(bytes)) return { fault: 'loads-by-itself' };
  if (type === 'application/rtf')
    return bytes.subarray(-64).toString('latin1').includes('}') ? { type, view: null } : { fault: 'cut-off' };
  if (type?.startsWith('image/')) return openPicture(bytes, type);
  if (!type || type === 'application/xml') return null;
  if (/^(audio|video)\//.test(type)) return { fault: 'is-recording' };
  if (/zip|compressed|x-(7z|rar|tar|xz|bzip2|gzip|lzip|zstd)/.test(type)) return { fault: 'is-archive' };
  return {
    fault: /exec|msdownload|elf|mach|installer|deb$|rpm$|java|wasm|script/.test(type) ? 'is-program' : 'not-taken',
  };
}

/** A TIFF by its signature, even if its list of pages, which may stand at the end, is cut off. */
const isTiff = (bytes: Buffer): boolean => ['49492a00', '4d4d002a'].includes(bytes.subarray(0, 4).toString('hex'));

const officeAs = (office: { readonly type: string } | OfficeFault): Inspected =>
  typeof office === 'string' ? { fault: office } : { type: office.type, view: null };

async function openPicture(bytes: Buffer, sniffed: string): Promise<Inspected> {
  const type = sniffed.replace('vnd.mozilla.apng', 'png').replace('apng', 'png');
  try {
    if (/^image\/hei[cf]/.test(type)) return { type, view: { type: 'image/jpeg', content: await printedHeic(bytes) } };
    if (type === 'image/tiff')
      return { type, view: { type: 'application/pdf', content: await pagesOfPictures(await printedScan(bytes)) } };
    if (!shownByBrowsers.includes(type)) return { fault: 'drawing' };
    await printedPicture(bytes);
    return { type, view: null };
  } catch (error) {
    if (error instanceof TooManyPixels)
      return {
        fault: 'too-many-pixels',
        numbers: { width: error.width, height: error.height, megapixels: mostPixels / 1_000_000 },
      };
    return {
      fault:
        error instanceof Error && /premature|truncated|end of|EOF|cut/i.test(error.message) ? 'cut-off' : 'damaged',
    };
  }
}

/** `null`: it is no text. */
function openText(bytes: Buffer, name: string): Inspected | null {
  const text = decodedText(bytes);
  const written = whatIsWritten(text ?? bytes.subarray(0, 20_000).toString('latin1'));
  if (written !== 'text') return { fault: written };
  if (text === null) return null;
  if (!isNamedAsText(name)) return { fault: 'text' };
  const asUtf8 = Buffer.from(text);
  return { type: 'text/plain', view: asUtf8.equals(bytes) ? null : { type: 'text/plain', content: asUtf8 } };
}
