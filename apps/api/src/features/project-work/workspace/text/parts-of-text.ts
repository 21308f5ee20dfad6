import * as Y from 'yjs';
import { textName } from './change-of-text';

/** Letters in one look. */
interface Letters {
  readonly text: string;
  readonly bold: boolean;
  readonly italic: boolean;
  readonly underline: boolean;
  /** The address of a page, or of a mailbox. */
  readonly link: string | null;
}

/** A part of a text: a list and its items, a quotation, or letters. */
export interface TextPart {
  readonly kind: string;
  readonly level: number;
  readonly letters: readonly Letters[];
  readonly parts: readonly TextPart[];
}

/** The parts of a text, in their order. What a text cannot hold is left out. */
export const partsOf = (text: Y.Doc): TextPart[] => partsIn(text.getXmlFragment(textName));

/** Whether there is a letter in it. */
export const hasWords = (parts: readonly TextPart[]): boolean =>
  parts.some((part) => part.letters.some(({ text }) => text.trim()) || hasWords(part.parts));

const partsIn = (parent: Y.XmlFragment): TextPart[] =>
  parent
    .toArray()
    .flatMap((child) => (child instanceof Y.XmlElement && child.nodeName !== 'hardBreak' ? [partOf(child)] : []));

function partOf(element: Y.XmlElement): TextPart {
  const letters = element
    .toArray()
    .flatMap((child) => (child instanceof Y.XmlText ? lettersIn(child) : isBreak(child) ? [plain('\n')] : []));
  const level = Number(element.getAttribute('level')) || 0;
  return { kind: element.nodeName, level, letters, parts: partsIn(element) };
}

const isBreak = (child: unknown) => child instanceof Y.XmlElement && child.nodeName === 'hardBreak';

const plain = (text: string): Letters => ({ text, bold: false, italic: false, underline: false, link: null });

function lettersIn(text: Y.XmlText): Letters[] {
  const runs = text.toDelta() as { insert: unknown; attributes?: Record<string, unknown> }[];
  return runs.flatMap(({ insert, attributes = {} }) =>
    typeof insert === 'string'
      ? [
          {
            text: insert,
            bold: Boolean(attributes['bold']),
            italic: Boolean(attributes['italic']),
            underline: Boolean(attributes['underline']),
            link: linkIn(attributes['link']),
          },
        ]
      : [],
  );
}

function linkIn(mark: unknown): string | null {
  const href = typeof mark === 'object' && mark !== null && 'href' in mark ? mark.href : null;
  return typeof href === 'string' && /^(https?:\/\/|mailto:)/i.test(href) ? href : null;
}

/** The letters that come from these clients, paragraph by paragraph. */
export function wordsOf(text: Y.Doc, clients: ReadonlySet<number>): string {
  const paragraphs: string[] = [];
  const go = (parent: Y.XmlFragment) => {
    for (const child of parent.toArray())
      if (child instanceof Y.XmlText) paragraphs.push(writtenIn(child, clients));
      else if (child instanceof Y.XmlElement) go(child);
  };
  go(text.getXmlFragment(textName));
  return paragraphs.filter(Boolean).join('\n');
}

function writtenIn(text: Y.XmlText, clients: ReadonlySet<number>): string {
  let words = '';
  for (let item = text._start; item; item = item.right)
    if (!item.deleted && item.content instanceof Y.ContentString && clients.has(item.id.client))
      words += item.content.str;
  return words;
}
