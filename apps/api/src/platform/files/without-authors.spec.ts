import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PDFDocument, PDFName, PDFString } from '@cantoo/pdf-lib';
import { ZipArchive } from 'archiver';
import mammoth from 'mammoth';
import sharp from 'sharp';
import { textOfPdf } from '../../testing/pdf-text';
import { aLockedPdf, aPdf } from '../../testing/small-files';
import { unzippedBytes } from '../../testing/unzipped';
import { FileOpener } from './file-opener';
import type { FileStore } from './file-store';
import { aDocx } from './manuscript.builder';
import type { StoredFile } from './stored-file.entity';

const folder = mkdtempSync(join(tmpdir(), 'libretto-authors-'));
const opener = new FileOpener({ pathOfView: ({ id }: StoredFile) => join(folder, id) } as unknown as FileStore);
afterAll(async () => {
  await opener.onApplicationShutdown();
  rmSync(folder, { recursive: true, force: true });
});

let made = 0;
async function copied(content: Uint8Array, type: string): Promise<Buffer | null> {
  const id = String((made += 1));
  writeFileSync(join(folder, id), content);
  return opener.withoutAuthors({ id, type, view: null } as StoredFile);
}

const openXml = 'application/vnd.openxmlformats-officedocument.';
const docx = `${openXml}wordprocessingml.document`;
const odt = 'application/vnd.oasis.opendocument.text';
const relationships = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packaged = 'http://schemas.openxmlformats.org/package/2006';

async function zipOf(entries: Record<string, string | Buffer>): Promise<Buffer> {
  const zip = new ZipArchive({});
  for (const [name, content] of Object.entries(entries)) zip.append(content, { name, store: name === 'mimetype' });
  void zip.finalize();
  const chunks: Buffer[] = [];
  for await (const chunk of zip) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

/** A document with further parts. */
const withParts = async (document: Buffer, parts: Record<string, string | Buffer>) =>
  zipOf({ ...Object.fromEntries(unzippedBytes(document)), ...parts });

const aPhotoBy = (artist: string) =>
  sharp({ create: { width: 40, height: 40, channels: 3, background: '#a33' } })
    .withExif({ IFD0: { Artist: artist, Copyright: artist } })
    .jpeg()
    .toBuffer();

/** The names of the parts that still name her, also in the documents within. */
function partsNaming(zip: Buffer, name = /Zdenka|Horvat/i): string[] {
  return [...unzippedBytes(zip)].flatMap(([part, bytes]) => {
    if (bytes.subarray(0, 4).toString('latin1') === 'PK\u0003\u0004')
      return partsNaming(bytes, name).map((inner) => `${part}!${inner}`);
    return name.test(part) || name.test(bytes.toString('latin1')) || name.test(bytes.toString('utf16le')) ? [part] : [];
  });
}
const partOf = (zip: Buffer | null, name: string) =>
  unzippedBytes(zip as Buffer)
    .get(name)
    ?.toString('utf8');

const related = (...kinds: [kind: string, target: string, mode?: string][]) =>
  `<Relationships xmlns="${packaged}/relationships">${kinds
    .map(
      ([kind, target, mode], at) =>
        `<Relationship Id="r${at + 1}" Type="${kind}" Target="${target}"${mode ? ` TargetMode="${mode}"` : ''}/>`,
    )
    .join('')}</Relationships>`;
const core =
  '<cp:coreProperties xmlns:cp="x" xmlns:dc="y"><dc:creator>Zdenka Horvat</dc:creator><cp:lastModifiedBy>Zdenka</cp:lastModifiedBy></cp:coreProperties>';

/** Each a body or parts of a Word document that says who wrote it. */
const ofWord: Record<string, { body?: string; parts?: Record<string, string> }> = {
  properties: {
    parts: { 'docProps/core.xml': core, 'docProps/app.xml': '<Properties><Company>Horvat</Company></Properties>' },
  },
  'properties in a part of another name': {
    parts: {
      '_rels/.rels': related(
        [`${relationships}/officeDocument`, 'word/document.xml'],
        [`${packaged}/relationships/metadata/core-properties`, '/package/services/x.psmdcp'],
      ),
      'package/services/x.psmdcp': core,
    },
  },
  comments: {
    parts: {
      'word/comments.xml': `<w:comments><w:comment w:id="1" w:author='Zdenka Horvat' w:initials = "ZH" w:date="2026-11-20T02:13:00+01:00"/></w:comments>`,
    },
  },
  'tracked changes': {
    body: '<w:p><w:ins w:id="1" w:author="Zdenka Horvat" w:date="2026-11-20T02:13:00Z"><w:r><w:t>Sound.</w:t></w:r></w:ins></w:p>',
  },
  people: {
    parts: {
      'word/people.xml':
        '<w15:people><w15:person w15:author="Zdenka Horvat"><w15:presenceInfo w15:providerId="AD" w15:userId="S::horvat@example"/></w15:person></w15:people>',
    },
  },
  'a field with a property': {
    body: '<w:p><w:r><w:t>Sound.</w:t></w:r><w:fldSimple w:instr=" AUTHOR  \\* MERGEFORMAT "><w:r><w:t>Zdenka Horvat</w:t></w:r></w:fldSimple></w:p>',
  },
  'a field in several parts': {
    body: '<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> FILENAME \\p </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>Horvat-final.docx</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r><w:r><w:t>Sound.</w:t></w:r></w:p>',
  },
  'a control with a property': {
    body: '<w:p><w:sdt><w:sdtPr><w:dataBinding w:xpath="/ns1:coreProperties[1]/ns0:creator[1]" w:storeItemID="{6C}"/></w:sdtPr><w:sdtContent><w:r><w:t>Zdenka Horvat</w:t></w:r></w:sdtContent></w:sdt><w:r><w:t>Sound.</w:t></w:r></w:p>',
  },
  'a template on her machine': {
    parts: {
      'word/_rels/settings.xml.rels': related([
        `${relationships}/attachedTemplate`,
        'file:///C:/Users/zdenka/Normal.dotm',
        'External',
      ]),
    },
  },
  'the name of a picture': {
    body: '<w:p><w:r><w:drawing><pic:cNvPr id="1" name="Zdenka.jpg" descr="C:\\Users\\zdenka\\me.jpg"/></w:drawing></w:r></w:p>',
  },
  'own data of a program': {
    parts: {
      'customXml/item1.xml': '<a><Author>Zdenka</Author></a>',
      'word/_rels/document.xml.rels': related([`${relationships}/customXml`, '../customXml/item1.xml']),
    },
  },
  'a signature': { parts: { '_xmlsignatures/sig1.xml': '<X509SubjectName>CN=Zdenka Horvat</X509SubjectName>' } },
  'a thumbnail': { parts: { 'docProps/thumbnail.jpeg': 'Zdenka Horvat' } },
  'parts in two bytes a letter': {
    parts: {
      'word/comments.xml': Buffer.from(
        '\ufeff<?xml version="1.0" encoding="UTF-16"?><w:comment w:author="Zdenka"/>',
        'utf16le',
      ).toString('latin1'),
    },
  },
};

describe('a copy without authors', () => {
  it.each(Object.entries(ofWord))(
    'of a Word document says nothing in %s, and reads the same',
    async (_, { body, parts = {} }) => {
      const words = '<w:p><w:r><w:t xml:space="preserve">Each desk decides. </w:t></w:r></w:p>';
      const bytes = Object.fromEntries(
        Object.entries(parts).map(([name, text]) => [
          name,
          Buffer.from(text, text.startsWith('\u00ff') ? 'latin1' : 'utf8'),
        ]),
      );
      const document = await withParts(await aDocx(words + (body ?? '')), bytes);
      expect(partsNaming(document)).not.toEqual([]);
      const copy = (await copied(document, docx)) as Buffer;
      expect(partsNaming(copy)).toEqual([]);
      const { value } = await mammoth.extractRawText({ buffer: copy });
      expect(value).toContain('Each desk decides.');
      if (body?.includes('Sound.')) expect(value).toContain('Sound.');
    },
  );

  it('tells of a comment the day, not the moment', async () => {
    const comment =
      '<w:comments><w:comment w:id="1" w:author="Zdenka" w:date="2026-11-20T02:13:00+01:00"/></w:comments>';
    const copy = await copied(await withParts(await aDocx(), { 'word/comments.xml': comment }), docx);
    expect(partOf(copy, 'word/comments.xml')).toContain('w:author="" w:date="2026-11-20T00:00:00Z"');
  });

  it('says nothing in pictures and in documents within, which stay', async () => {
    const photo = await aPhotoBy('Zdenka Horvat');
    const book = await zipOf({
      '[Content_Types].xml': '<Types/>',
      'xl/workbook.xml': '<workbook/>',
      'docProps/core.xml': core,
    });
    const parts = {
      'word/media/image1.jpeg': photo,
      'word/embeddings/Book.xlsx': book,
      'word/embeddings/oleObject1.bin': 'Zdenka',
    };
    const document = await withParts(await aDocx(), parts);
    expect(partsNaming(document)).toHaveLength(3);
    const copy = (await copied(document, docx)) as Buffer;
    expect(partsNaming(copy)).toEqual([]);
    const kept = unzippedBytes(copy);
    const pixels = (picture: Buffer | undefined) => sharp(picture).raw().toBuffer();
    expect(await pixels(kept.get('word/media/image1.jpeg'))).toEqual(await pixels(photo));
    expect(partOf(kept.get('word/embeddings/Book.xlsx') as Buffer, 'xl/workbook.xml')).toBe('<workbook/>');
  });

  it('of a workbook says nothing, and keeps the names of its tables', async () => {
    const copy = await copied(
      await zipOf({
        '[Content_Types].xml': '<Types/>',
        'xl/workbook.xml':
          '<workbook><fileSharing userName="Zdenka"/><x15ac:absPath url="C:\\Users\\zdenka\\"/></workbook>',
        'xl/comments1.xml': '<comments><authors><author>Zdenka Horvat</author></authors></comments>',
        'xl/persons/person.xml':
          '<personList><person displayName="Zdenka Horvat" id="{1}" userId="horvat"/></personList>',
        'xl/printerSettings/printerSettings1.bin': Buffer.from('\\\\zdenka\\printer', 'utf16le'),
        'xl/tables/table1.xml': '<table displayName="Marks"/>',
      }),
      `${openXml}spreadsheetml.sheet`,
    );
    expect(partsNaming(copy as Buffer)).toEqual([]);
    expect(partOf(copy, 'xl/tables/table1.xml')).toBe('<table displayName="Marks"/>');
  });

  it('of slides says nothing', async () => {
    const copy = await copied(
      await zipOf({
        '[Content_Types].xml': '<Types/>',
        'ppt/commentAuthors.xml': `<p:cmAuthorLst><p:cmAuthor id="0" name='Zdenka Horvat' initials="ZH"/></p:cmAuthorLst>`,
        'ppt/authors.xml':
          '<p188:authorLst><p188:author id="{1}" name="Zdenka Horvat" initials="ZH" userId="horvat"/></p188:authorLst>',
        'ppt/changesInfos/changesInfo1.xml': '<pc:chgInfo><pc:chgData name="Zdenka Horvat"/></pc:chgInfo>',
      }),
      `${openXml}presentationml.presentation`,
    );
    expect(partsNaming(copy as Buffer)).toEqual([]);
  });

  it('of an OpenDocument says nothing, and is one still', async () => {
    const meta = '<office:document-meta><meta:initial-creator>Zdenka</meta:initial-creator></office:document-meta>';
    const document = await zipOf({
      mimetype: odt,
      'META-INF/manifest.xml':
        '<manifest:manifest><manifest:file-entry manifest:full-path="Thumbnails/thumbnail.png" manifest:media-type="image/png"/><manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/></manifest:manifest>',
      'META-INF/documentsignatures.xml': '<X509SubjectName>CN=Zdenka</X509SubjectName>',
      'meta.xml': meta,
      'Object 1/meta.xml': meta,
      'Thumbnails/thumbnail.png': 'Zdenka',
      'Pictures/1.jpg': await aPhotoBy('Zdenka Horvat'),
      'settings.xml':
        '<config:config-item config:name="PrinterName" config:type="string">Zdenkas printer</config:config-item>',
      'content.xml':
        '<text:p><office:annotation><dc:creator>Zdenka</dc:creator><dc:date>2026-11-20T02:13:44.1</dc:date></office:annotation>By <text:sender-lastname>Horvat</text:sender-lastname>, <text:author-name/>sound.</text:p>',
    });
    const copy = (await copied(document, odt)) as Buffer;
    expect(partsNaming(copy)).toEqual([]);
    expect([...unzippedBytes(copy).keys()][0]).toBe('mimetype');
    expect(copy.subarray(38, 38 + odt.length).toString()).toBe(odt);
    expect(partOf(copy, 'META-INF/manifest.xml')).toBe(
      '<manifest:manifest><manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/></manifest:manifest>',
    );
    expect(partOf(copy, 'content.xml')).toContain(
      '<dc:date>2026-11-20T00:00:00</dc:date></office:annotation>By <text:sender-lastname></text:sender-lastname>, <text:author-name/>sound.',
    );
  });

  it('of a PDF says nothing in its properties, notes, pictures and links', async () => {
    const photo = await aPhotoBy('Zdenka Horvat');
    const bytes = await aPdf(1, 'Findings', async (pdf) => {
      const { context, catalog } = pdf;
      pdf.setAuthor('Zdenka Horvat');
      pdf.setKeywords(['Zdenka']);
      catalog.set(PDFName.of('Metadata'), context.register(context.stream('<creator>Zdenka</creator>')));
      await pdf.attach(Buffer.from('Zdenka'), 'zdenka.txt');
      const page = pdf.getPage(0);
      page.drawImage(await pdf.embedJpg(photo), { x: 10, y: 10 });
      for (const note of [
        { Subtype: 'Text', Contents: PDFString.of('Why?'), F: 28 },
        { Subtype: 'Highlight', F: 2 },
        { Subtype: 'FileAttachment', FS: { Type: 'Filespec', F: PDFString.of('zdenka.txt') } },
        { Subtype: 'Link', A: { S: 'URI', URI: PDFString.of('file:///C:/Users/zdenka/notes.txt') } },
      ])
        page.node.addAnnot(
          context.register(
            context.obj({
              Type: 'Annot',
              Rect: [10, 10, 30, 30],
              T: PDFString.of('Zdenka Horvat'),
              NM: PDFString.of('zdenka-1'),
              ...note,
            }),
          ),
        );
    });
    const copy = (await copied(bytes, 'application/pdf')) as Buffer;
    expect(await textOfPdf(copy)).toContain('Findings');
    const open = await PDFDocument.load(copy, { updateMetadata: false });
    const unpacked = Buffer.from(await open.save({ useObjectStreams: false }));
    for (const encoding of ['latin1', 'utf16le'] as const)
      expect(unpacked.toString(encoding)).not.toMatch(/zdenka|horvat/i);
    expect(unpacked.toString('latin1')).not.toMatch(/5A64656E6B61/i);
    expect(open.context.trailerInfo.ID).toBeUndefined();
  });

  it('is the same whoever made the file', async () => {
    const by = (author: string) => aPdf(1, 'Findings', (pdf) => pdf.setAuthor(author));
    const [one, other] = [
      await copied(await by('Zdenka Horvat'), 'application/pdf'),
      await copied(await by('Jo'), 'application/pdf'),
    ];
    expect(other?.equals(one as Buffer)).toBe(true);
  });

  it.each([
    ['cut off', async () => (await aDocx()).subarray(0, 900), docx],
    ['of which a part is locked', async () => locked(await aDocx()), docx],
    [
      'that swells when it is opened',
      async () =>
        zipOf(Object.fromEntries(['a', 'b', 'c'].map((name) => [`${name}.bin`, Buffer.alloc(100 * 1024 * 1024)]))),
      docx,
    ],
    ['that is locked', async () => aLockedPdf('secret'), 'application/pdf'],
    ['that is none', async () => Buffer.from('%PDF-1.7 Zdenka'), 'application/pdf'],
    ['of a form whose properties nobody here can read', async () => Buffer.from('{\\rtf1 Zdenka}'), 'application/rtf'],
  ])(
    'is not made of a file %s',
    async (_, content, type) => {
      expect(await copied(await content(), type)).toBeNull();
    },
    60_000,
  );
});

/** The same zip, whose parts say that they are encrypted. */
function locked(zip: Buffer): Buffer {
  for (const [mark, flags] of [
    ['PK\u0003\u0004', 6],
    ['PK\u0001\u0002', 8],
  ] as const)
    for (let at = zip.indexOf(mark, 0, 'latin1'); at >= 0; at = zip.indexOf(mark, at + 1, 'latin1'))
      zip.writeUInt16LE(zip.readUInt16LE(at + flags) | 1, at + flags);
  return zip;
}
