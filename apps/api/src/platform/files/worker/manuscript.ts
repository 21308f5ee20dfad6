import mammoth from 'mammoth';
import { Marked } from 'marked';
import { blocksOf, type Block } from './blocks.ts';
import { picturesOfPdf } from './pictures-of-pdf.ts';
import { printedPicture } from './pictures.ts';
import { decodedText } from './sniff.ts';

/** A picture of a manuscript, under the name by which its blocks call it. */
export interface Picture {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** The contents of a file, as a book takes them: its text, or pictures of its pages. */
export interface Manuscript {
  readonly blocks: readonly Block[];
  readonly pictures: readonly Picture[];
}

export interface ManuscriptFile {
  readonly content: Uint8Array;
  readonly name: string;
  readonly type: string;
}

const mostPages = 120;
const mostPictures = 60;
const docx = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

// Markup in a text is shown as it was typed: it is never taken over.
const markdown = new Marked({ gfm: true, renderer: { html: ({ text }) => escaped(text) } });

/** Reads a file of a stranger as text with headings, lists and tables, or as pages. */
export async function manuscriptOf({ content, name, type }: ManuscriptFile): Promise<Manuscript> {
  const bytes = Buffer.from(content.buffer, content.byteOffset, content.length);
  if (type === 'application/pdf') return pagesOf(bytes);
  if (type === docx) return documentOf(bytes);
  const text = decodedText(bytes) ?? bytes.toString('utf8');
  const html = /\.(md|markdown)$/i.test(name) ? await markdown.parse(text) : paragraphsOf(text);
  return { blocks: blocksOf(html, () => null), pictures: [] };
}

/** Empty lines part the paragraphs of a plain text. */
const paragraphsOf = (text: string): string =>
  text
    .split(/\r?\n\s*\r?\n/)
    .filter((part) => part.trim())
    .map((part) => `<p>${escaped(part.trim())}</p>`)
    .join('');

async function documentOf(bytes: Buffer): Promise<Manuscript> {
  const pictures: Picture[] = [];
  const convertImage = mammoth.images.imgElement(async (image) => {
    const name = `${pictures.length + 1}.jpg`;
    try {
      if (pictures.length >= mostPictures) return { src: '' };
      pictures.push({ name, bytes: await printedPicture(await image.readAsBuffer()) });
      return { src: name };
    } catch {
      // A drawing that nobody can show.
      return { src: '' };
    }
  });
  const { value } = await mammoth.convertToHtml({ buffer: bytes }, { convertImage, styleMap: ['u => em'] });
  const known = new Set(pictures.map(({ name }) => name));
  return { blocks: blocksOf(value, (source) => (known.has(source) ? source : null)), pictures };
}

/** The text of each page stands for its picture where that is not seen. */
async function pagesOf(bytes: Buffer): Promise<Manuscript> {
  const pages = await picturesOfPdf(bytes, mostPages);
  return {
    blocks: pages.map(({ text }, at) => ({ kind: 'picture', name: `${at + 1}.jpg`, alt: text, isPage: true })),
    pictures: pages.map((page, at) => ({ name: `${at + 1}.jpg`, bytes: page.bytes })),
  };
}
