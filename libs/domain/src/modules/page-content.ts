import { paragraphShowsAsItIs, showsAsItIs } from '../text';
import { isWebAddress } from './material';
import { videoAt } from './video';

/**
 * A part of a page as its editor writes it (ProseMirror's JSON): a block, or words in one. A page is data and never HTML: what
 * reads it draws the kinds that `grammar` names, and there is no place in it where a script could stand.
 */
export interface PageNode {
  readonly type: string;
  readonly attrs?: Readonly<Record<string, unknown>>;
  readonly content?: readonly PageNode[];
  readonly marks?: readonly PageMark[];
  readonly text?: string;
}

export interface PageMark {
  readonly type: string;
  readonly attrs?: Readonly<Record<string, unknown>>;
}

export const calloutTones = ['note', 'tip', 'warning'] as const;
export type CalloutTone = (typeof calloutTones)[number];

/** The most that a page holds in one language, as JSON in UTF-8; some nine thousand words. */
export const pageBytes = 60_000;

/** The most of each thing that a page holds: letters of what is said beside its words, cells under one, parts in parts. */
export const pageLimits = {
  alt: 500,
  caption: 500,
  videoTitle: 200,
  note: 1000,
  address: 500,
  span: 40,
  listStart: 9999,
  depth: 16,
} as const;

/** Where the words of a page may lead: to the web, or to a mailbox. */
export const isPageLink = (address: string): boolean =>
  address.length <= pageLimits.address &&
  (isWebAddress(address) || (/^mailto:[^\s?]+@[^\s?]+$/i.test(address) && showsAsItIs(address)));

type IsValue = (value: unknown) => boolean;

interface Rule {
  /** What it must say about itself; nothing else is taken. */
  readonly attrs?: Readonly<Record<string, IsValue>>;
  /** The kinds that may stand in it; it holds nothing if there are none. */
  readonly holds?: readonly string[];
  /** Whether something has to stand in it. */
  readonly isFilled?: boolean;
}

const isOneOf =
  (...values: readonly unknown[]): IsValue =>
  (value) =>
    values.includes(value);
const isLine =
  (most: number): IsValue =>
  (value) =>
    typeof value === 'string' && value.length <= most && showsAsItIs(value);
const isWhole =
  (least: number, most: number): IsValue =>
  (value) =>
    Number.isInteger(value) && (value as number) >= least && (value as number) <= most;
const isSpan = isWhole(1, pageLimits.span);
const isId: IsValue = (value) => typeof value === 'string' && /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/.test(value);
const isStart = isWhole(0, pageLimits.listStart);
const isLink: IsValue = (value) => typeof value === 'string' && isPageLink(value);
const isVideo: IsValue = (value) => isLine(pageLimits.address)(value) && videoAt(value as string) !== null;

const words = ['text', 'hardBreak', 'footnote'];
const blocks = [
  'paragraph',
  'heading',
  'bulletList',
  'orderedList',
  'blockquote',
  'codeBlock',
  'horizontalRule',
  'table',
  'figure',
  'callout',
  'video',
];
const cell: Rule = {
  attrs: { colspan: isSpan, rowspan: isSpan },
  holds: ['paragraph', 'bulletList', 'orderedList'],
  isFilled: true,
};

const grammar: Readonly<Record<string, Rule>> = {
  paragraph: { holds: words },
  heading: { attrs: { level: isOneOf(2, 3, 4) }, holds: words },
  bulletList: { holds: ['listItem'], isFilled: true },
  orderedList: { attrs: { start: isStart }, holds: ['listItem'], isFilled: true },
  listItem: { holds: ['paragraph', 'bulletList', 'orderedList'], isFilled: true },
  blockquote: { holds: ['paragraph', 'bulletList', 'orderedList'], isFilled: true },
  callout: {
    attrs: { tone: isOneOf(...calloutTones) },
    holds: ['paragraph', 'bulletList', 'orderedList'],
    isFilled: true,
  },
  codeBlock: { holds: ['text'] },
  horizontalRule: {},
  table: { holds: ['tableRow'], isFilled: true },
  tableRow: { holds: ['tableHeader', 'tableCell'], isFilled: true },
  tableHeader: cell,
  tableCell: cell,
  /** A picture that was added to this page. Without words for those who do not see it, it is only an ornament. */
  figure: { attrs: { pictureId: isId, alt: isLine(pageLimits.alt), caption: isLine(pageLimits.caption) } },
  video: { attrs: { address: isVideo, title: isLine(pageLimits.videoTitle) } },
  footnote: { attrs: { note: isLine(pageLimits.note) } },
  hardBreak: {},
};

const marks: Readonly<Record<string, Rule>> = {
  bold: {},
  italic: {},
  code: {},
  link: { attrs: { href: isLink } },
};

/**
 * Whether a value is the blocks of a page in one language: only what `grammar` says, no deeper and no longer than is read. Its size
 * comes first: to look a megabyte of signs through takes seconds.
 */
export const isPageContent = (value: unknown): value is readonly PageNode[] =>
  Array.isArray(value) &&
  isShallow(value) &&
  isShort(JSON.stringify(value)) &&
  value.every((block) => isNode(block, blocks, 1));

const isShort = (json: string): boolean => json.length <= pageBytes && bytesOf(json) <= pageBytes;

/** A part stands in a list in its parent, and the attributes of its looks stand three deeper. */
const isShallow = (value: unknown, depth = 0): boolean =>
  typeof value !== 'object' ||
  value === null ||
  (depth <= 2 * pageLimits.depth + 2 && Object.values(value).every((one) => isShallow(one, depth + 1)));

function isNode(value: unknown, allowed: readonly string[], depth: number): value is PageNode {
  if (!isFields(value) || depth > pageLimits.depth) return false;
  const { type } = value;
  if (typeof type !== 'string' || !allowed.includes(type)) return false;
  return type === 'text' ? isText(value) : isBlock(value, grammar[type] ?? {}, depth);
}

function isBlock(value: Fields, { attrs, holds = [], isFilled = false }: Rule, depth: number): boolean {
  const { content = [] } = value;
  return (
    hasOnly(value, ['type', 'attrs', 'content']) &&
    areAttrs(value['attrs'], attrs) &&
    Array.isArray(content) &&
    (content.length > 0 || !isFilled) &&
    content.every((child) => isNode(child, holds, depth + 1))
  );
}

function isText(value: Fields): boolean {
  const { text, marks: worn = [] } = value;
  return (
    hasOnly(value, ['type', 'text', 'marks']) &&
    typeof text === 'string' &&
    text.length > 0 &&
    paragraphShowsAsItIs(text) &&
    Array.isArray(worn) &&
    worn.every(isMark)
  );
}

function isMark(value: unknown): boolean {
  if (!isFields(value) || !hasOnly(value, ['type', 'attrs'])) return false;
  const { type } = value;
  const rule = typeof type === 'string' && Object.hasOwn(marks, type) ? marks[type] : undefined;
  return rule !== undefined && areAttrs(value['attrs'], rule.attrs);
}

function areAttrs(value: unknown, rules: Rule['attrs']): boolean {
  if (!rules) return value === undefined;
  if (!isFields(value) || !hasOnly(value, Object.keys(rules))) return false;
  return Object.entries(rules).every(([name, isRight]) => isRight(value[name]));
}

/** The length of a text in UTF-8. */
export function bytesOf(text: string): number {
  let bytes = 0;
  for (const letter of text) {
    const code = letter.codePointAt(0)!;
    bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
  }
  return bytes;
}

type Fields = Readonly<Record<string, unknown>>;

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const hasOnly = (value: Fields, names: readonly string[]) => Object.keys(value).every((name) => names.includes(name));

/** Every part of some blocks, the outer before the inner. */
export const partsOfPage = (nodes: readonly PageNode[]): PageNode[] =>
  nodes.flatMap((node) => [node, ...partsOfPage(node.content ?? [])]);

/** Whether a reader would find nothing on it. */
export const isEmptyPage = (nodes: readonly PageNode[]): boolean =>
  !partsOfPage(nodes).some(({ type, text }) => text?.trim() || type === 'figure' || type === 'video');

/** The pictures that stand on it, by their ids. */
export const picturesOfPage = (nodes: readonly PageNode[]): string[] =>
  partsOfPage(nodes).flatMap(({ type, attrs }) => (type === 'figure' ? [String(attrs?.['pictureId'])] : []));
