import {
  isPageLink,
  pageLimits,
  paragraphShowsAsItIs,
  type PageMark,
  type PageNode,
  showsAsItIs,
  tidyLine,
  videoAt,
  withoutHidden,
} from '@libretto/domain';
import type { JSONContent } from '@tiptap/core';

/**
 * What the editor holds as the blocks of a page, as the grammar has them: without what only the editor knows, without characters
 * that hide or disguise something, and without the empty paragraphs at the end, in which one goes on writing.
 */
export function cleanPage(doc: JSONContent): PageNode[] {
  const blocks = cleanAll(doc.content);
  return blocks.slice(0, blocks.findLastIndex(({ type, content }) => type !== 'paragraph' || content?.length) + 1);
}

/** The blocks of a page as the editor takes them, with a line at the end on which one goes on writing. */
export const paperOf = (blocks: readonly PageNode[]): JSONContent => ({
  type: 'doc',
  content: [...(blocks as JSONContent[]), ...(blocks.at(-1)?.type === 'paragraph' ? [] : [{ type: 'paragraph' }])],
});

const cleanAll = (nodes: readonly JSONContent[] = []): PageNode[] => nodes.flatMap(clean);

function clean({ type = '', attrs = {}, content, marks = [], text = '' }: JSONContent): PageNode[] {
  switch (type) {
    case 'text':
      return words(text, marks.flatMap(cleanMark));
    case 'codeBlock':
      return [
        filled(
          type,
          undefined,
          cleanAll(content).map(({ text: code = '' }) => ({ type: 'text', text: code })),
        ),
      ];
    case 'paragraph':
    case 'hardBreak':
    case 'horizontalRule':
      return [filled(type, undefined, cleanAll(content))];
    case 'heading':
      return [filled(type, { level: attrs['level'] }, cleanAll(content))];
    case 'orderedList':
      return needed(type, { start: within(attrs['start'], 0, pageLimits.listStart) }, content);
    case 'callout':
      return needed(type, { tone: attrs['tone'] }, content);
    case 'tableHeader':
    case 'tableCell':
      return needed(
        type,
        {
          colspan: within(attrs['colspan'], 1, pageLimits.span),
          rowspan: within(attrs['rowspan'], 1, pageLimits.span),
        },
        content,
      );
    case 'figure':
      return [
        {
          type,
          attrs: {
            pictureId: attrs['pictureId'],
            alt: line(attrs['alt'], pageLimits.alt),
            caption: line(attrs['caption'], pageLimits.caption),
          },
        },
      ];
    case 'video':
      return videoAt(String(attrs['address']))
        ? [{ type, attrs: { address: attrs['address'], title: line(attrs['title'], pageLimits.videoTitle) } }]
        : [];
    case 'footnote':
      return [{ type, attrs: { note: line(attrs['note'], pageLimits.note) } }];
    default:
      return needed(type, undefined, content);
  }
}

/** What has nothing in it is not there, where something has to be: a row whose cells are all parts of higher ones. */
const needed = (type: string, attrs: PageNode['attrs'], content: JSONContent[] = []): PageNode[] => {
  const held = cleanAll(content);
  return held.length ? [filled(type, attrs, held)] : [];
};

const filled = (type: string, attrs: PageNode['attrs'], content: readonly PageNode[]): PageNode => ({
  type,
  ...(attrs && { attrs }),
  ...(content.length && { content }),
});

const words = (text: string, marks: readonly PageMark[]): PageNode[] => {
  const shown = shownText(text);
  return shown ? [{ type: 'text', text: shown, ...(marks.length && { marks }) }] : [];
};

function cleanMark({ type, attrs }: { type: string; attrs?: Record<string, unknown> }): PageMark[] {
  if (type !== 'link') return [{ type }];
  const href = String(attrs?.['href']);
  return isPageLink(href) ? [{ type, attrs: { href } }] : [];
}

const within = (value: unknown, least: number, most: number): number => {
  const number = Math.trunc(Number(value));
  return Number.isFinite(number) ? Math.min(most, Math.max(least, number)) : 1;
};

/** A line as it is kept, with at most so many letters. */
export const line = (value: unknown, most: number): string =>
  shownLine(tidyLine(String(value ?? '')).slice(0, most)).trim();

/** A text of several lines, of which each shows as it is. */
function shownText(text: string): string {
  const shown = text.normalize('NFC').replace(/[^\n\t]+/g, (part) => (part.trim() === '' ? part : shownLine(part)));
  return paragraphShowsAsItIs(shown) ? shown : '';
}

function shownLine(text: string): string {
  // What is left out may bring together two characters of which one is hidden beside the other.
  const once = withoutHidden(text);
  if (once !== text) return shownLine(once);
  if (showsAsItIs(text)) return text;
  const flat = text
    .normalize('NFD')
    .replace(/(\p{M}{5})[\p{M}\p{Cf}]+/gu, '$1')
    .normalize('NFC');
  return showsAsItIs(flat) ? flat : '';
}
