import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PDFName } from '@cantoo/pdf-lib';
import { isRefusal } from '@libretto/domain';
import { ZipArchive } from 'archiver';
import sharp from 'sharp';
import {
  aCompoundFile,
  aFilledForm,
  aLockedPdf,
  anEnvelope,
  aPdf,
  aPhoto,
  asPem,
  fixture,
  smallPdf,
} from '../../testing/small-files';
import { FileInspector } from './file-inspector';

const folder = mkdtempSync(join(tmpdir(), 'libretto-inspector-'));
const inspector = new FileInspector();
afterAll(async () => {
  await inspector.onApplicationShutdown();
  rmSync(folder, { recursive: true, force: true });
});

let made = 0;
async function inspected(name: string, content: Uint8Array | string, kind: 'document' | 'recording' = 'document') {
  const path = join(folder, String((made += 1)));
  writeFileSync(path, content);
  return inspector.inspect({ path, name, kind });
}

/** `type`, `type → type of its view`, or the refusal with its kind. */
async function verdict(name: string, content: Uint8Array | string): Promise<string> {
  const answer = await inspected(name, content);
  if (isRefusal(answer)) return [answer.refused.replace('common.', ''), answer.numbers['kind'] ?? ''].join(' ').trim();
  return answer.view ? `${answer.type} → ${answer.view.type}` : answer.type;
}

const after = (start: string | Buffer) => Buffer.concat([Buffer.from(start), Buffer.from(smallPdf)]);
const utf16 = (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le');
const half = (bytes: Uint8Array) => bytes.subarray(0, bytes.length / 2);
const aPicture = () =>
  sharp({
    create: {
      width: 300,
      height: 200,
      channels: 3,
      background: '#fff',
      noise: { type: 'gaussian', mean: 128, sigma: 50 },
    },
  });

async function aZip(entries: Record<string, string>): Promise<Buffer> {
  const zip = new ZipArchive({});
  for (const [name, content] of Object.entries(entries)) zip.append(content, { name });
  void zip.finalize();
  const chunks: Buffer[] = [];
  for await (const chunk of zip) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}
const openXml = (part: string, more: Record<string, string> = {}) =>
  aZip({ '[Content_Types].xml': '<Types/>', [part]: `<x>${'words '.repeat(200)}</x>`, ...more });
const relationships = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const related = (type: string, target: string) =>
  openXml('word/document.xml', {
    'word/_rels/settings.xml.rels': `<Relationships><Relationship Id="r1" Type="${relationships}/${type}" Target="${target}" TargetMode="External"/></Relationships>`,
  });
const openDocument = (kind: string, manifest = '', more: Record<string, string> = {}) =>
  aZip({
    mimetype: `application/vnd.oasis.opendocument.${kind}`,
    'META-INF/manifest.xml': `<m>${manifest}</m>`,
    ...more,
  });

const wordType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

describe('a file that comes in is taken', () => {
  it.each<[string, string, () => Uint8Array | string | Promise<Uint8Array>]>([
    ['application/pdf', 'a.pdf', () => smallPdf],
    ['application/pdf', 'after blank lines.pdf', () => after('\n\n  \r\n')],
    ['application/pdf', 'after a mark.pdf', () => after('\ufeff')],
    ['application/pdf', 'after a head.pdf', () => after('HTTP/1.1 200 OK\r\ncontent-type: application/pdf\r\n\r\n')],
    ['application/pdf → application/pdf', 'far behind.pdf', () => after(Buffer.alloc(5000))],
    ['application/pdf', 'form.pdf', () => aFilledForm({ name: 'Mira' }, true)],
    ['application/pdf', 'may not be printed.pdf', () => aLockedPdf('')],
    ['application/pdf', 'with a page behind its end.pdf', () => `${smallPdf}<html>an advertisement</html>`],
    [wordType, 'with a link.docx', () => related('hyperlink', 'https://university.example/')],
    [
      wordType,
      'with a template of its own machine.docx',
      () => related('attachedTemplate', 'file:///C:\\Users\\Mira\\Templates\\CV.dotx'),
    ],
    [wordType, 'with the usual template.docx', () => related('attachedTemplate', 'Normal.dotm')],
    [
      'application/vnd.oasis.opendocument.text',
      'with pictures.odt',
      () =>
        openDocument('text', '', {
          'content.xml':
            '<draw:image xlink:href="Pictures/1.png" xlink:actuate="onLoad"/><text:a xlink:href="https://university.example/">a</text:a>',
        }),
    ],
    ['application/rtf', 'with a template.rtf', () => '{\\rtf1{\\*\\template C:\\\\Users\\\\Mira\\\\CV.dotx}words}'],
    ['application/pkcs7-mime → application/pdf', 'diploma.pdf.p7m', () => anEnvelope(Buffer.from(smallPdf))],
    ['application/pkcs7-mime → application/pdf', 'in letters.pdf.p7m', () => asPem(anEnvelope(Buffer.from(smallPdf)))],
    [
      'application/pkcs7-mime → application/pdf',
      'twice.pdf.p7m.p7m',
      () => anEnvelope(anEnvelope(Buffer.from(smallPdf))),
    ],
    ['application/pkcs7-mime → image/jpeg', 'photo.heic.p7m', () => anEnvelope(fixture('photo.heic'))],
    ['image/heic → image/jpeg', 'photo.heic', () => fixture('photo.heic')],
    ['image/tiff → application/pdf', 'scan.tiff', () => aPicture().tiff().toBuffer()],
    ['image/jpeg', 'photo.jpg', () => aPhoto(6)],
    ['image/png', 'named otherwise.pdf', () => aPicture().png().toBuffer()],
    ['image/webp', 'a.webp', () => aPicture().webp().toBuffer()],
    ['image/avif', 'a.avif', () => aPicture().avif().toBuffer()],
    ['image/gif', 'a.gif', () => aPicture().gif().toBuffer()],
    [
      'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
      'a.docx',
      () => openXml('word/document.xml'),
    ],
    ['application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', 'a.xlsx', () => openXml('xl/workbook.xml')],
    [
      'application/vnd.openxmlformats-officedocument.presentationml.presentation',
      'a.pptx',
      () => openXml('ppt/presentation.xml'),
    ],
    ['application/vnd.oasis.opendocument.text', 'a.odt', () => openDocument('text')],
    [
      'application/vnd.oasis.opendocument.text',
      'empty-library.odt',
      () => openDocument('text', '', { 'Basic/Standard/script-lb.xml': 'x' }),
    ],
    ['application/vnd.oasis.opendocument.spreadsheet', 'a.ods', () => openDocument('spreadsheet')],
    ['application/vnd.oasis.opendocument.presentation', 'a.odp', () => openDocument('presentation')],
    ['application/msword', 'a.doc', () => aCompoundFile('WordDocument')],
    ['application/vnd.ms-excel', 'a.xls', () => aCompoundFile('Workbook')],
    ['application/vnd.ms-powerpoint', 'a.ppt', () => aCompoundFile('PowerPoint Document')],
    ['application/rtf', 'a.rtf', () => '{\\rtf1\\ansi Dear commission}'],
    ['text/plain', 'a.txt', () => 'Žumberak'],
    ['text/plain', 'of formats.txt', () => 'A PDF begins with %PDF-1.7 and ends with %%EOF.'],
    ['text/plain → text/plain', 'of formats in UTF-16.txt', () => utf16('A PDF begins with %PDF-1.7, says Žumberak.')],
    ['text/plain → text/plain', 'of an old Windows.txt', () => Buffer.from('Universit\xe0', 'latin1')],
  ])('as %s: %s', async (is, name, content) => {
    expect(await verdict(name, await content())).toBe(is);
  });
});

describe('a file that comes in is refused', () => {
  it.each<[string, string, () => Uint8Array | string | Promise<Uint8Array>]>([
    ['file-needs-password', 'locked.pdf', () => aLockedPdf('secret')],
    ['file-needs-password', 'locked.pdf.p7m', async () => anEnvelope(await aLockedPdf('secret'))],
    ['file-needs-password', 'locked.docx', () => aCompoundFile('EncryptedPackage')],
    ['file-needs-password', 'locked.odt', () => openDocument('text', '<encryption-data/>')],
    ['file-is-cut-off', 'half.pdf', async () => half(await aPdf(5))],
    ['file-is-cut-off', 'without its end.pdf', async () => (await aPdf(1)).subarray(0, -30)],
    ['file-is-cut-off', 'half.jpg', async () => half(await aPicture().jpeg().toBuffer())],
    ['file-is-cut-off', 'half.docx', async () => half(await openXml('word/document.xml'))],
    ['file-is-cut-off', 'half.doc', () => aCompoundFile('WordDocument').subarray(0, 1600)],
    ['file-is-cut-off', 'half.rtf', () => '{\\rtf1\\ansi Dear comm'],
    ['file-is-cut-off', 'half.pdf.p7m', () => half(anEnvelope(Buffer.from(smallPdf)))],
    [
      'file-is-damaged',
      'nothing in it.pdf',
      () => '%PDF-1.7\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF',
    ],
    ['file-is-damaged', 'half.png', async () => half(await aPicture().png().toBuffer())],
    ['file-is-web-page', 'diploma.pdf', () => '\n<!DOCTYPE html><html><body>Diploma %PDF-1.7</body></html>'],
    [
      'file-is-web-page',
      'old.pdf',
      () => '<!-- saved from url=(0014)about:internet --><HTML><BODY>Diploma</BODY></HTML>',
    ],
    ['file-is-web-page', 'in UTF-16.txt', () => utf16('<html><body>Diploma</body></html>')],
    [
      'file-is-web-page',
      'page.mhtml',
      () =>
        'From: <Saved by Blink>\r\nSubject: Diploma\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related\r\n\r\nx',
    ],
    ['file-is-signature-only', 'diploma.p7s', () => anEnvelope(null)],
    [
      'file-has-macros',
      'a.docm',
      () => aZip({ '[Content_Types].xml': '', 'word/document.xml': '', 'word/vbaProject.bin': '' }),
    ],
    [
      'file-has-macros',
      'a.odt',
      () => openDocument('text', '', { 'Basic/Standard/script-lb.xml': '', 'Basic/Standard/Module1.xml': 'x' }),
    ],
    ['file-has-macros', 'b.odt', () => openDocument('spreadsheet', '', { 'Scripts/python/run.py': 'x' })],
    [
      'file-has-macros',
      'c.odt',
      () =>
        openDocument('text', '', {
          'content.xml': '<script:event-listener script:language="ooo:script" xlink:href="vnd.sun.star.script:a"/>',
        }),
    ],
    ['file-loads-by-itself', 'a.docx', () => related('attachedTemplate', 'https://elsewhere.example/a.dotm')],
    ['file-loads-by-itself', 'b.docx', () => related('attachedTemplate', '\\\\server\\share\\a.dotm')],
    ['file-loads-by-itself', 'c.docx', () => related('attachedTemplate', '&#104;ttp://elsewhere.example/a.dotm')],
    ['file-loads-by-itself', 'd.docx', () => related('image', 'http://elsewhere.example/seen.png')],
    ['file-loads-by-itself', 'e.docx', () => related('oleObject', 'file://server/share/a.xlsx')],
    [
      'file-loads-by-itself',
      'f.docx',
      async () =>
        openXml('word/document.xml', {
          'word/_rels/settings.xml.rels': `<r:Relationships><r:Relationship TargetMode='External'\n Id=">" Target='http://elsewhere.example/' Type="${relationships}/frame"/>`,
        }),
    ],
    [
      'file-loads-by-itself',
      'a.odt',
      () =>
        openDocument('text', '', {
          'content.xml':
            '<draw:image xlink:type="simple" xlink:href="https://elsewhere.example/seen.png" xlink:actuate="onLoad"/>',
        }),
    ],
    ['file-loads-by-itself', 'a.rtf', () => '{\\rtf1{\\*\\template http://elsewhere.example/a.dotm}words}'],
    ['file-has-macros', 'a.doc', () => aCompoundFile('WordDocument', '_VBA_PROJECT')],
    ['file-type-not-taken archive', 'all.zip', async () => aZip({ 'a.pdf': smallPdf })],
    ['file-type-not-taken iwork', 'a.pages', () => aZip({ 'Index/Document.iwa': 'x' })],
    [
      'file-type-not-taken mail',
      'a.eml',
      () => 'From: a@example.org\r\nTo: b@example.org\r\nMIME-Version: 1.0\r\n\r\nDear b',
    ],
    ['file-type-not-taken mail', 'a.msg', () => aCompoundFile('__properties_version1.0')],
    ['file-type-not-taken drawing', 'a.svg', () => '<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"/>'],
    ['file-type-not-taken text', 'diploma.pdf', () => '{"error": "not found"}'],
    ['file-type-not-taken text', 'run.js', () => 'alert(1)'],
    ['file-type-not-taken program', 'a.pdf', () => Buffer.from('7f454c460201010000000000000000000200', 'hex')],
    [
      'file-type-not-taken recording',
      'a.mp3',
      () =>
        Buffer.concat([
          Buffer.from('ID3\x03\0\0\0\0\0\0', 'latin1'),
          Buffer.from('fffb9064', 'hex'),
          Buffer.alloc(500),
        ]),
    ],
    ['file-type-not-taken other', 'a.bin', () => Buffer.alloc(100, 0x01)],
  ])('as %s: %s', async (is, name, content) => {
    expect(await verdict(name, await content())).toBe(is);
  });

  it('as a form that only its maker’s program opens', async () => {
    const dynamic = await aPdf(1, 'Please wait', (pdf) => {
      const { dict } = pdf.catalog.getOrCreateAcroForm();
      dict.set(PDFName.of('XFA'), pdf.context.register(pdf.context.stream('<xdp/>')));
      pdf.catalog.set(PDFName.of('NeedsRendering'), pdf.context.obj(true));
    });
    expect(await verdict('form.pdf', dynamic)).toBe('file-needs-adobe');
  });

  it('as too large a picture, with its size', async () => {
    const head = Buffer.from(
      'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
      'base64',
    );
    head.writeUInt32BE(30_000, 16);
    head.writeUInt32BE(30_000, 20);
    expect(await inspected('a.png', head)).toEqual({
      refused: 'common.file-has-too-many-pixels',
      numbers: { width: 30_000, height: 30_000, megapixels: 120 },
    });
  });
});
