import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PDFDocument, PDFHexString, PDFName } from '@cantoo/pdf-lib';
import sharp from 'sharp';

const objects =
  '1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj 3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>endobj';
/** The smallest PDF that readers open: an empty page. */
export const smallPdf = `%PDF-1.7\n${objects}\ntrailer<</Root 1 0 R>>\n%%EOF\n`;

type Change = (pdf: PDFDocument) => void | Promise<void>;

/** A PDF with words on each page. */
export async function aPdf(pages: number, words = 'Diploma', change: Change = () => undefined): Promise<Buffer> {
  const pdf = await PDFDocument.create();
  for (let page = 0; page < pages; page += 1)
    pdf.addPage([500, 700]).drawText(`${words} ${page + 1}`, { x: 50, y: 600 });
  await change(pdf);
  return Buffer.from(await pdf.save({ useObjectStreams: false, updateFieldAppearances: false }));
}

/**
 * A form whose fields have values without appearances, as many programs leave it: `needAppearances` asks readers to
 * draw them.
 */
export const aFilledForm = (values: Record<string, string>, needAppearances: boolean): Promise<Buffer> =>
  aPdf(1, 'Form', (pdf) => {
    const form = pdf.getForm();
    for (const [at, [name, value]] of Object.entries(values).entries()) {
      const field = form.createTextField(name);
      field.addToPage(pdf.getPage(0), { x: 50, y: 500 - 40 * at, width: 300, height: 24 });
      field.acroField.dict.set(PDFName.of('V'), PDFHexString.fromText(value));
      for (const { dict } of field.acroField.getWidgets()) dict.delete(PDFName.of('AP'));
    }
    if (needAppearances)
      pdf.catalog.getOrCreateAcroForm().dict.set(PDFName.of('NeedAppearances'), pdf.context.obj(true));
  });

/** A PDF that anybody may open and nobody print, or, with a `userPassword`, that opens with it only. */
export const aLockedPdf = (userPassword: string): Promise<Buffer> =>
  aPdf(1, 'Locked', (pdf) => pdf.encrypt({ userPassword, ownerPassword: 'owner', permissions: {} }));

const der = (tag: number, ...parts: Uint8Array[]): Buffer => {
  const content = Buffer.concat(parts);
  const length = content.length.toString(16).padStart(8, '0');
  return Buffer.concat([Buffer.from([tag, 0x84]), Buffer.from(length, 'hex'), content]);
};
const oid = (hex: string): Buffer => Buffer.from(hex, 'hex');

/**
 * A signed envelope (CMS) around a document; `null`: around nothing. It has no signature, since nothing here checks
 * one.
 */
export function anEnvelope(content: Uint8Array | null): Buffer {
  const inside = der(0x30, oid('06092a864886f70d010701'), ...(content ? [der(0xa0, der(0x04, content))] : []));
  return der(0x30, oid('06092a864886f70d010702'), der(0xa0, der(0x30, oid('020101'), der(0x31), inside, der(0x31))));
}
export const asPem = (bytes: Buffer): Buffer =>
  Buffer.from(`-----BEGIN PKCS7-----\n${bytes.toString('base64').replace(/.{64}/g, '$&\n')}\n-----END PKCS7-----\n`);

/** A compound file, as Office wrote them before 2007, with streams of these names. */
export function aCompoundFile(...streams: string[]): Buffer {
  const bytes = Buffer.alloc(5 * 512);
  bytes.write('d0cf11e0a1b11ae1', 0, 'hex');
  bytes.writeUInt16LE(3, 26);
  bytes.writeUInt16LE(0xfffe, 28);
  bytes.writeUInt16LE(9, 30);
  bytes.writeUInt32LE(1, 44);
  bytes.writeUInt32LE(1, 48);
  bytes.fill(0xff, 76, 1024);
  bytes.writeUInt32LE(0, 76);
  for (const [sector, next] of [0xfffffffd, 0xfffffffe, 3, 0xfffffffe].entries())
    bytes.writeUInt32LE(next, 512 + 4 * sector);
  for (const [at, name] of ['Root Entry', ...streams].entries()) bytes.write(`${name}\0`, 1024 + 128 * at, 'utf16le');
  return bytes;
}

/** The upper half black, the lower white, 60 by 40, rotated as EXIF then has it. */
export async function aPhoto(orientation: number): Promise<Buffer> {
  const upright = await sharp({ create: { width: 60, height: 40, channels: 3, background: '#fff' } })
    .composite([{ input: { create: { width: 60, height: 20, channels: 3, background: '#000' } }, left: 0, top: 0 }])
    .png()
    .toBuffer();
  const turned = [0, 0, 180, 180, 270, 270, 90, 90][orientation - 1];
  return sharp(upright).rotate(turned).jpeg().withMetadata({ orientation }).toBuffer();
}

/** Bytes in a file beside this one, which no program here can make. */
export const fixture = (name: string): Buffer => readFileSync(join(import.meta.dirname, 'files', name));
