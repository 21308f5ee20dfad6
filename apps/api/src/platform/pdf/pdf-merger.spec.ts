import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deflateSync } from 'node:zlib';
import { PDFDict, PDFDocument, PDFName, PDFString } from '@cantoo/pdf-lib';
import sharp from 'sharp';
import { textOfPdf } from '../../testing/pdf-text';
import { aFilledForm, aLockedPdf, aPdf, aPhoto } from '../../testing/small-files';
import { type MergePlan, PdfMerger } from './pdf-merger';

const folder = mkdtempSync(join(tmpdir(), 'libretto-merger-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let made = 0;
function file(content: Uint8Array | string, type = 'application/pdf') {
  const path = join(folder, String((made += 1)));
  writeFileSync(path, content);
  return { path, type };
}

const script = (pdf: PDFDocument) => pdf.context.obj({ S: 'JavaScript', JS: PDFString.of('app.alert("evil-script")') });

/** A PDF with every kind of active part. */
const acting = () =>
  aPdf(2, 'Acting', async (pdf) => {
    pdf.addJavaScript('evil', 'app.alert("evil-script")');
    await pdf.attach(Buffer.from('evil-payload'), 'evil.exe');
    pdf.catalog.set(PDFName.of('OpenAction'), script(pdf));
    pdf.catalog.set(PDFName.of('AA'), pdf.context.obj({ WC: script(pdf) }));
    const page = pdf.getPage(0).node;
    page.set(PDFName.of('AA'), pdf.context.obj({ O: script(pdf) }));
    const launch = { S: 'Launch', F: PDFString.of('evil.exe') };
    const appearance = pdf.context.register(
      pdf.context.stream('0 0 10 10 re f', { Type: 'XObject', Subtype: 'Form', BBox: [0, 0, 10, 10] }),
    );
    page.set(
      PDFName.of('Annots'),
      pdf.context.obj([
        { Type: 'Annot', Subtype: 'Link', Rect: [0, 0, 500, 700], A: launch },
        {
          Type: 'Annot',
          Subtype: 'Link',
          Rect: [0, 0, 500, 700],
          A: { S: 'URI', URI: PDFString.of('http://evil.example') },
        },
        { Type: 'Annot', Subtype: 'RichMedia', Rect: [0, 0, 9, 9] },
        { Type: 'Annot', Subtype: 'FileAttachment', Rect: [0, 0, 9, 9], FS: { EF: {} } },
        {
          Type: 'Annot',
          Subtype: 'Widget',
          FT: 'Tx',
          Rect: [0, 0, 9, 9],
          AA: { K: script(pdf) },
          AP: { N: appearance },
        },
        { Type: 'Annot', Subtype: 'Stamp', Rect: [0, 0, 9, 9], A: launch, AP: { N: appearance } },
      ]),
    );
  });

/** A stream of objects that unpacks to far more than there is memory. */
function bomb(): Buffer {
  const packed = deflateSync(Buffer.alloc(1_500_000_000), { level: 9 });
  const head = `%PDF-1.7\n1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n5 0 obj\n<</Type/ObjStm/N 1/First 4/Filter/FlateDecode/Length ${packed.length}>>\nstream\n`;
  return Buffer.concat([Buffer.from(head), packed, Buffer.from('\nendstream\nendobj\ntrailer <</Root 1 0 R>>\n%%EOF')]);
}

const png = (width: number, height: number) => {
  const bytes = Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  );
  bytes.writeUInt32BE(width, 16);
  bytes.writeUInt32BE(height, 20);
  return bytes;
};

describe('the merger', () => {
  const merger = new PdfMerger();
  afterAll(() => merger.onApplicationShutdown());
  const lookAt = async (...files: ReturnType<typeof file>[]) =>
    (await merger.look(files)).map((look) => ('pages' in look ? look.pages.length : look.fault));

  it('says how many pages a file takes and how large they are', async () => {
    expect(await merger.look([file(await aPdf(2)), file(png(1, 1), 'image/png')])).toEqual([
      {
        pages: [
          { width: 500, height: 700 },
          { width: 500, height: 700 },
        ],
      },
      { pages: [{ width: 595, height: 842 }] },
    ]);
  });

  it('tells what cannot be drawn, and goes on with the next', async () => {
    expect(
      await lookAt(
        file(await aLockedPdf('secret')),
        file((await aPdf(3)).subarray(0, 200)),
        file('%PDF-1.7 nothing else'),
        file(await aPdf(401)),
        file(png(60_000, 60_000), 'image/png'),
        file('Dear commission', 'text/plain'),
        file(await aPdf(1)),
      ),
    ).toEqual(['unreadable', 'unreadable', 'unreadable', 'too-long', 'unreadable', 'other-type', 1]);
  });

  it('counts the pages that are there, not those that a file says it has', async () => {
    const lying = Buffer.from(await aPdf(2))
      .toString('latin1')
      .replace('/Count 2', '/Count 999999999');
    const loop = Buffer.from(await aPdf(1))
      .toString('latin1')
      .replace(/\/Kids \[ (\d+) (\d+) R \]/, '/Kids [ $1 $2 R 2 0 R 2 0 R ]');
    expect(await lookAt(file(Buffer.from(lying, 'latin1')), file(Buffer.from(loop, 'latin1')))).toEqual([2, 1]);
  });

  it('outlives a file that unfolds to more than there is memory', async () => {
    expect(await lookAt(file(bomb()), file(await aPdf(1)))).toEqual(['unreadable', 1]);
  }, 120_000);

  it('binds pages, pictures and attachments into a book, and nothing in it acts', async () => {
    const text = file('=1+1, dear commission', 'text/plain');
    const { bound, bytes } = await boundOf(
      4,
      [
        { pages: 2, drawn: file(await acting()) },
        { pages: 1, drawn: file(await aPhoto(6), 'image/jpeg') },
      ],
      [{ ...text, name: '3 letter.txt', description: 'A letter' }],
    );
    expect(bound.getPageCount()).toBe(4);
    expect((await textOfPdf(bytes)).split('\n')).toEqual(['Book 1', 'Acting 1', 'Acting 2', 'Book 4']);
    const dictionaries = bound.context
      .enumerateIndirectObjects()
      .flatMap(([, object]) => (object instanceof PDFDict ? [object] : []));
    const all = dictionaries.map(String).join('\n');
    expect(all).not.toMatch(
      /evil-script|evil\.exe|evil\.example|JavaScript|Launch|RichMedia|OpenAction|\/AA\b|\/URI|\/FT\b|\/Widget|\/Annot\b/,
    );
    expect(bytes.toString('latin1')).not.toContain('evil-payload');
    expect(bound.getAttachments().map(({ name, data }) => [name, Buffer.from(data).toString()])).toEqual([
      ['3 letter.txt', '=1+1, dear commission'],
    ]);
  });

  it.each([true, false])(
    'shows what was filled into a form that gives its fields no looks (told so: %s)',
    async (told) => {
      const form = await aFilledForm({ name: 'Mira Dossier', home: 'Kovačić Žumberak' }, told);
      const { bytes } = await boundOf(1, [{ pages: 1, drawn: file(form) }]);
      const shown = await textOfPdf(bytes);
      expect(shown).toContain('Mira Dossier');
      expect(shown).toContain('umberak');
      expect(shown).not.toMatch(/draft/i);
    },
  );

  it('draws what anybody may open, whatever else its owner forbids', async () => {
    const { bytes } = await boundOf(1, [{ pages: 1, drawn: file(await aLockedPdf('')) }]);
    expect(await textOfPdf(bytes)).toBe('Locked 1');
  });

  it.each([1, 2, 3, 4, 5, 6, 7, 8])('sets a photo upright that says how it lies (%i)', async (orientation) => {
    const { bytes } = await boundOf(1, [{ pages: 1, drawn: file(await aPhoto(orientation), 'image/jpeg') }]);
    const jpeg = bytes.subarray(bytes.indexOf(Buffer.from('ffd8ff', 'hex')), bytes.lastIndexOf('endstream'));
    const { data, info } = await sharp(jpeg).greyscale().raw().toBuffer({ resolveWithObject: true });
    expect([info.width, info.height, (data[65] as number) < 50, (data[data.length - 65] as number) > 200]).toEqual([
      60,
      40,
      true,
      true,
    ]);
  });

  /** A book that ends with these leaves, bound. */
  async function boundOf(pages: number, leaves: MergePlan['leaves'], attached: MergePlan['attached'] = []) {
    const path = join(folder, 'book');
    writeFileSync(path, await aPdf(pages, 'Book'));
    const to = join(folder, 'bound');
    await merger.bind({ path, leaves, attached, to });
    const bytes = readFileSync(to);
    return { bytes, bound: await PDFDocument.load(bytes) };
  }
});
