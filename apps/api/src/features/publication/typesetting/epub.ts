import { Readable } from 'node:stream';
import { ZipArchive } from 'archiver';
import { Html, html } from '../../../platform/http/html';
import type { BookSource } from './book-source';

interface EpubBook {
  readonly source: BookSource;
  /** The source, set as HTML. */
  readonly content: string;
  readonly pictures: readonly { readonly name: string; readonly bytes: Uint8Array }[];
  /** What names the book for good. */
  readonly identifier: string;
  readonly licence: string;
}

interface Part {
  readonly id: string;
  readonly title: string;
  readonly content: string;
}

const style = `body { font-family: serif; line-height: 1.5; margin: 5%; }
h1, h2, h3, h4 { font-weight: normal; line-height: 1.2; }
img { max-width: 100%; }
table { border-collapse: collapse; }
td, th { border: 1px solid #b9c2d0; padding: 0.3em 0.5em; text-align: start; }
`;

/** Packs a book that is set as HTML as an EPUB 3. The same book gives the same bytes. */
export async function packEpub(book: EpubBook): Promise<Buffer> {
  const parts = partsOf(book);
  const at = new Date(Date.UTC(book.source.date.year, book.source.date.month - 1, book.source.date.day));
  const zip = new ZipArchive();
  const bytes = collected(zip);
  const add = (name: string, content: string | Uint8Array, store = false) =>
    zip.append(typeof content === 'string' ? content : Buffer.from(content), { name, date: at, store, mode: 0o644 });
  add('mimetype', 'application/epub+zip', true);
  add('META-INF/container.xml', container);
  add('EPUB/package.opf', packageOf(book, parts, at));
  add('EPUB/contents.xhtml', contentsOf(book, parts));
  add('EPUB/style.css', style);
  for (const part of parts) add(`EPUB/${part.id}.xhtml`, pageOf(book, part.title, part.content));
  for (const { name, bytes: picture } of book.pictures) add(`EPUB/pictures/${name}`, picture);
  await zip.finalize();
  return bytes;
}

async function collected(stream: Readable): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

const container = `<?xml version="1.0" encoding="UTF-8"?>
<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">
  <rootfiles><rootfile full-path="EPUB/package.opf" media-type="application/oebps-package+xml"/></rootfiles>
</container>
`;

/** Each section of the book is a file; references between them lead to the file that has their target. */
function partsOf({ source, content }: EpubBook): Part[] {
  const body = asXml(content.slice(content.indexOf('<body>') + 6, content.lastIndexOf('</body>')));
  const sections = body.split(/^ {4}(?=<section id="[a-z0-9-]+">)/m).filter((part) => part.startsWith('<section id='));
  const parts = sections.map((section) => {
    const id = /^<section id="([a-z0-9-]+)">/.exec(section)?.[1] ?? '';
    return { id, title: titleOf(id, source), content: section.trim() };
  });
  const homeOf = new Map(
    parts.flatMap(({ id, content: own }) => [...own.matchAll(/ id="([^"]+)"/g)].map(([, target]) => [target, id])),
  );
  return parts.map((part) => ({
    ...part,
    content: part.content.replace(/ href="#([^"]+)"/g, (whole, target: string) => {
      const home = homeOf.get(target);
      return home && home !== part.id ? ` href="${home}.xhtml#${target}"` : whole;
    }),
  }));
}

/** HTML as XML: elements without an end have one, and the title of a part is of the first level. */
const asXml = (content: string): string =>
  content
    .replace(/<(br|hr|img|col|wbr)((?:\s+[\w:-]+(?:="[^"]*")?)*)\s*\/?>/g, '<$1$2/>')
    .replace(/<(\/?)h([2-6])\b/g, (_, end: string, level: string) => `<${end}h${Number(level) - 1}`)
    .replace(/&nbsp;/g, '&#160;');

function titleOf(id: string, { title, words, chapters }: BookSource): string {
  const named: Readonly<Record<string, string>> = {
    preface: words.preface,
    contributors: words.contributors,
    references: words.references,
  };
  return named[id] ?? chapters.find((chapter) => chapter.id === id)?.title ?? title;
}

const withHead = (content: Html): string => `<?xml version="1.0" encoding="UTF-8"?>\n${content.text}\n`;

const pageOf = ({ source: { language } }: EpubBook, title: string, content: string): string =>
  withHead(
    html`<html
      xmlns="http://www.w3.org/1999/xhtml"
      xmlns:epub="http://www.idpf.org/2007/ops"
      lang="${language}"
      xml:lang="${language}"
    >
      <head>
        <title>${title}</title>
        <link rel="stylesheet" type="text/css" href="style.css" />
      </head>
      <body>
        ${new Html(content)}
      </body>
    </html>`,
  );

function contentsOf(book: EpubBook, parts: readonly Part[]): string {
  const listed = parts.filter(({ id }) => id !== 'imprint');
  const { words } = book.source;
  const list = html`<nav epub:type="toc" id="toc" role="doc-toc">
    <h1>${words.contents}</h1>
    <ol>
      ${listed.map(({ id, title }) => html`<li><a href="${id}.xhtml">${title}</a></li>`)}
    </ol>
  </nav>`;
  return pageOf(book, words.contents, list.text);
}

function packageOf({ source, pictures, identifier, licence }: EpubBook, parts: readonly Part[], at: Date): string {
  const modified = at.toISOString().replace(/\.\d+Z$/, 'Z');
  const people = source.chapters.length ? [...new Set(source.contributors.map(({ name }) => name))] : [];
  return withHead(html`<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="id" xml:lang="${source.language}">
<metadata xmlns:dc="http://purl.org/dc/elements/1.1/">
<dc:identifier id="id">${identifier}</dc:identifier>
<dc:title>${source.title}</dc:title>
<dc:language>${source.language}</dc:language>
<dc:publisher>${source.publisher}</dc:publisher>
<dc:date>${modified}</dc:date>
<dc:rights>${licence}</dc:rights>
${people.map((name) => html`<dc:creator>${name}</dc:creator> `)}${source.editors.map((name, editor) => html`<dc:contributor id="editor-${String(editor)}">${name}</dc:contributor>\n<meta refines="#editor-${String(editor)}" property="role" scheme="marc:relators">edt</meta>\n`)}<meta property="dcterms:modified">${modified}</meta>
<meta property="schema:accessMode">textual</meta>
<meta property="schema:accessModeSufficient">textual</meta>
<meta property="schema:accessibilityFeature">structuralNavigation</meta>
<meta property="schema:accessibilityFeature">tableOfContents</meta>
<meta property="schema:accessibilityHazard">none</meta>
</metadata>
<manifest>
<item id="contents" href="contents.xhtml" media-type="application/xhtml+xml" properties="nav"/>
<item id="style" href="style.css" media-type="text/css"/>
${parts.map(({ id }) => html`<item id="${id}" href="${id}.xhtml" media-type="application/xhtml+xml" /> `)}${pictures.map(({ name }) => html`<item id="picture-${name.replace('.', '-')}" href="pictures/${name}" media-type="image/jpeg" /> `)}</manifest>
<spine>
<itemref idref="title"/>
<itemref idref="imprint"/>
<itemref idref="contents"/>
${parts.filter(({ id }) => id !== 'title' && id !== 'imprint').map(({ id }) => html`<itemref idref="${id}" /> `)}</spine>
</package>`);
}
