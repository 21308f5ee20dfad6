import { createRequire } from 'node:module';

/** A piece of text of one kind. A `cite` names what it refers to in a list of references. */
export interface Run {
  readonly text: string;
  readonly bold?: true;
  readonly italic?: true;
  readonly link?: string;
  readonly cite?: readonly string[];
}

/** A part of a structured text. */
export type Block =
  | { readonly kind: 'heading'; readonly level: number; readonly runs: readonly Run[] }
  | { readonly kind: 'paragraph'; readonly runs: readonly Run[] }
  | { readonly kind: 'quote'; readonly blocks: readonly Block[] }
  | { readonly kind: 'code'; readonly text: string }
  | { readonly kind: 'list'; readonly isOrdered: boolean; readonly items: readonly (readonly Block[])[] }
  | { readonly kind: 'table'; readonly hasHead: boolean; readonly rows: readonly (readonly (readonly Run[])[])[] }
  | { readonly kind: 'picture'; readonly name: string; readonly alt: string; readonly isPage: boolean };

type Node = Readonly<Record<string, unknown>>;
type Style = Omit<Run, 'text'>;

const require = createRequire(import.meta.url);
const { XMLParser } = require('fast-xml-parser') as typeof import('fast-xml-parser');

const deepest = 24;

const parser = new XMLParser({
  preserveOrder: true,
  ignoreAttributes: false,
  attributeNamePrefix: '',
  trimValues: false,
  parseTagValue: false,
  htmlEntities: true,
  maxNestedTags: 2000,
  unpairedTags: ['br', 'hr', 'img', 'input'],
});

/** The blocks of HTML that our own converters wrote. `pictureOf` answers the name under which a picture is kept. */
export function blocksOf(html: string, pictureOf: (source: string) => string | null): readonly Block[] {
  return blocksIn(parser.parse(`<body>${html}</body>`) as Node[], pictureOf, 0);
}

function blocksIn(nodes: readonly Node[], pictureOf: (source: string) => string | null, depth: number): Block[] {
  if (depth > deepest) return filled({ kind: 'paragraph', runs: textOf(nodes) });
  const blocks: Block[] = [];
  let loose: Run[] = [];
  const close = () => {
    if (loose.some(({ text }) => text.trim())) blocks.push({ kind: 'paragraph', runs: tidied(loose) });
    loose = [];
  };
  const inside = (children: readonly Node[]) => blocksIn(children, pictureOf, depth + 1);
  for (const node of nodes) {
    const [name, children, attributes] = partsOf(node);
    if (name === '#text' || isInline(name)) {
      loose.push(...runsIn([node], {}));
      for (const picture of picturesIn([node], pictureOf)) {
        close();
        blocks.push(picture);
      }
      continue;
    }
    close();
    if (/^h[1-6]$/.test(name))
      blocks.push(...filled({ kind: 'heading', level: Number(name[1]), runs: textOf(children) }));
    else if (name === 'p') {
      blocks.push(...filled({ kind: 'paragraph', runs: textOf(children) }), ...picturesIn(children, pictureOf));
    } else if (name === 'blockquote') blocks.push({ kind: 'quote', blocks: inside(children) });
    else if (name === 'pre') blocks.push({ kind: 'code', text: plainOf(children).replace(/\n$/, '') });
    else if (name === 'ul' || name === 'ol') {
      const items = children.filter((child) => 'li' in child).map((child) => inside(partsOf(child)[1]));
      if (items.length) blocks.push({ kind: 'list', isOrdered: name === 'ol', items });
    } else if (name === 'table') blocks.push(...tableOf(children));
    else if (attributes) blocks.push(...inside(children));
  }
  close();
  return blocks;
}

function tableOf(children: readonly Node[]): Block[] {
  const rows: { cells: Run[][]; isHead: boolean }[] = [];
  const walk = (nodes: readonly Node[], isHead: boolean) => {
    for (const node of nodes) {
      const [name, inner] = partsOf(node);
      if (name === 'tr') {
        const cells = inner.map(partsOf).filter(([cell]) => cell === 'td' || cell === 'th');
        if (cells.length)
          rows.push({
            cells: cells.map(([, content]) => textOf(content)),
            isHead: isHead || cells.every(([cell]) => cell === 'th'),
          });
      } else if (name !== '#text') walk(inner, isHead || name === 'thead');
    }
  };
  walk(children, false);
  return rows.length
    ? [{ kind: 'table', hasHead: rows[0]?.isHead ?? false, rows: rows.map(({ cells }) => cells) }]
    : [];
}

const inline = ['a', 'b', 'strong', 'i', 'em', 'u', 's', 'del', 'sup', 'sub', 'code', 'span', 'br', 'img', 'input'];
const isInline = (name: string): boolean => inline.includes(name);

function runsIn(nodes: readonly Node[], style: Style): Run[] {
  return nodes.flatMap((node): Run[] => {
    const [name, children, attributes] = partsOf(node);
    if (name === '#text') return [{ ...style, text: String(node['#text']).replace(/\s+/g, ' ') }];
    if (name === 'br') return [{ ...style, text: ' ' }];
    if (name === 'b' || name === 'strong') return runsIn(children, { ...style, bold: true });
    if (name === 'i' || name === 'em') return runsIn(children, { ...style, italic: true });
    const link = name === 'a' ? addressOf(attributes['href']) : null;
    return runsIn(children, link ? { ...style, link } : style);
  });
}

/** Links lead to the web; other addresses, and places within the file, are text alone. */
function addressOf(href: unknown): string | null {
  const address = typeof href === 'string' && /^(https?:\/\/|mailto:)/i.test(href) ? URL.parse(href) : null;
  return address?.href ?? null;
}

const textOf = (nodes: readonly Node[]): Run[] => tidied(runsIn(nodes, {}));

/** Neighbours of one style are one run; the outer spaces go. */
function tidied(runs: readonly Run[]): Run[] {
  const joined: Run[] = [];
  for (const run of runs) {
    const before = joined.at(-1);
    if (before && before.bold === run.bold && before.italic === run.italic && before.link === run.link)
      joined[joined.length - 1] = { ...before, text: before.text + run.text };
    else joined.push(run);
  }
  return joined
    .map((run, at) => (at === 0 ? { ...run, text: run.text.trimStart() } : run))
    .map((run, at, all) => (at === all.length - 1 ? { ...run, text: run.text.trimEnd() } : run))
    .filter(({ text }) => text !== '');
}

const plainOf = (nodes: readonly Node[]): string =>
  nodes.map((node) => (partsOf(node)[0] === '#text' ? String(node['#text']) : plainOf(partsOf(node)[1]))).join('');

function picturesIn(nodes: readonly Node[], pictureOf: (source: string) => string | null): Block[] {
  return nodes.flatMap((node): Block[] => {
    const [name, children, attributes] = partsOf(node);
    if (name !== 'img') return name === '#text' ? [] : picturesIn(children, pictureOf);
    const kept = pictureOf(String(attributes['src'] ?? ''));
    return kept ? [{ kind: 'picture', name: kept, alt: String(attributes['alt'] ?? ''), isPage: false }] : [];
  });
}

const filled = <B extends Block & { readonly runs: readonly Run[] }>(block: B): B[] =>
  block.runs.length ? [block] : [];

/** The name of a node, what is in it, and its attributes. */
function partsOf(node: Node): [name: string, children: readonly Node[], attributes: Node] {
  const name = Object.keys(node).find((key) => key !== ':@') ?? '';
  const children = node[name];
  return [name, Array.isArray(children) ? (children as Node[]) : [], (node[':@'] as Node | undefined) ?? {}];
}
