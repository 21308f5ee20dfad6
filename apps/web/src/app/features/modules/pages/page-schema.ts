import { calloutTones, isPageLink, pageLimits, videoAt } from '@libretto/domain';
import { Extension, mergeAttributes, Node } from '@tiptap/core';
import { Table, TableCell, TableHeader, TableRow } from '@tiptap/extension-table';
import { Plugin } from '@tiptap/pm/state';
import { Fragment, type Node as PageTree, Slice } from '@tiptap/pm/model';
import { isInTable } from '@tiptap/pm/tables';
import { StarterKit } from '@tiptap/starter-kit';

/** What the editor says on its paper, in the author's language. */
export interface PaperWords {
  readonly tones: Readonly<Record<(typeof calloutTones)[number], string>>;
  /** The address of a picture by its id. */
  readonly pictureAt: (pictureId: string) => string;
}

/** What stands in items of lists, quotes, callouts and cells. */
const inner = '(paragraph | bulletList | orderedList)+';

const spanOf = (name: string) => ({
  default: 1,
  parseHTML: (element: HTMLElement) =>
    Math.min(pageLimits.span, Math.max(1, Number.parseInt(element.getAttribute(name) ?? '', 10) || 1)),
});
const cell = { content: inner, addAttributes: () => ({ colspan: spanOf('colspan'), rowspan: spanOf('rowspan') }) };

/** A text that stands beside a part, and is kept with it when it is copied. */
const saidIn = (name: string) => ({
  default: '',
  parseHTML: (element: HTMLElement) => element.getAttribute(`data-${name}`) ?? '',
  renderHTML: (attrs: Record<string, unknown>) => ({ [`data-${name}`]: attrs[name] }),
});

const Callout = Node.create<Pick<PaperWords, 'tones'>>({
  name: 'callout',
  group: 'block',
  content: inner,
  defining: true,
  addAttributes: () => ({
    tone: {
      default: 'note',
      parseHTML: (element: HTMLElement) =>
        calloutTones.find((tone) => tone === element.getAttribute('data-callout')) ?? 'note',
    },
  }),
  parseHTML: () => [{ tag: 'div[data-callout]' }],
  renderHTML({ node }) {
    const tone = node.attrs['tone'] as (typeof calloutTones)[number];
    return ['div', { 'data-callout': tone, 'data-word': this.options.tones[tone], class: `callout ${tone}` }, 0];
  },
});

const Figure = Node.create<Pick<PaperWords, 'pictureAt'>>({
  name: 'figure',
  group: 'block',
  atom: true,
  draggable: true,
  addAttributes: () => ({
    pictureId: { ...saidIn('picture'), renderHTML: () => ({}) },
    alt: saidIn('alt'),
    caption: saidIn('caption'),
  }),
  parseHTML: () => [
    {
      tag: 'figure[data-picture]',
      getAttrs: (element) => /^[\da-f-]{36}$/.test(element.dataset['picture'] ?? '') && null,
    },
  ],
  renderHTML({ node, HTMLAttributes }) {
    const { pictureId, alt, caption } = node.attrs as Record<string, string>;
    return [
      'figure',
      mergeAttributes(HTMLAttributes, { 'data-picture': pictureId }),
      ['img', { src: this.options.pictureAt(pictureId ?? ''), alt }],
      ['figcaption', caption ?? ''],
    ];
  },
});

const Video = Node.create({
  name: 'video',
  group: 'block',
  atom: true,
  draggable: true,
  addAttributes: () => ({ address: saidIn('address'), title: saidIn('title') }),
  parseHTML: () => [
    { tag: 'div[data-address]', getAttrs: (element) => Boolean(videoAt(element.dataset['address'] ?? '')) && null },
  ],
  renderHTML: ({ node, HTMLAttributes }) => [
    'div',
    mergeAttributes(HTMLAttributes, { class: 'video' }),
    ['span', `▶ ${String(node.attrs['title'])} `],
    ['span', { class: 'address' }, String(node.attrs['address'])],
  ],
});

const Footnote = Node.create({
  name: 'footnote',
  group: 'inline',
  inline: true,
  atom: true,
  addAttributes: () => ({ note: saidIn('note') }),
  parseHTML: () => [{ tag: 'sup[data-note]' }],
  renderHTML: ({ node, HTMLAttributes }) => [
    'sup',
    mergeAttributes(HTMLAttributes, { title: String(node.attrs['note']) }),
  ],
});

/** A list that would be deeper than a page can be stays as it is. */
const NotTooDeep = Extension.create({
  name: 'notTooDeep',
  addProseMirrorPlugins: () => [
    new Plugin({ filterTransaction: (tr) => !tr.docChanged || depthOf(tr.doc) <= pageLimits.depth }),
  ],
});

/** What is pasted into a table has no merged cells there: they do not fit between its rows and columns. */
const CellsOfTheirOwn = Extension.create({
  name: 'cellsOfTheirOwn',
  addProseMirrorPlugins: () => [
    new Plugin({
      props: {
        transformPasted: (slice, { state }) => (isInTable(state) ? Slice.maxOpen(unmerged(slice.content)) : slice),
      },
    }),
  ],
});

function unmerged(content: Fragment): Fragment {
  const parts: PageTree[] = [];
  content.forEach((part) => {
    // All cells of such a row were those above.
    if (part.type.spec['tableRole'] === 'row' && part.childCount === 0) return;
    const attrs = 'rowspan' in part.attrs ? { ...part.attrs, colspan: 1, rowspan: 1 } : part.attrs;
    parts.push(part.isText ? part : part.type.create(attrs, unmerged(part.content), part.marks));
  });
  return Fragment.from(parts);
}

function depthOf(node: PageTree): number {
  let deepest = 0;
  node.forEach((child) => (deepest = Math.max(deepest, 1 + depthOf(child))));
  return deepest;
}

const headings = [2, 2, 3, 4, 4, 4].map((level, at) => ({ tag: `h${at + 1}`, attrs: { level } }));
const only = (...names: readonly string[]) =>
  function (this: { parent?: (() => object) | null }) {
    return Object.fromEntries(Object.entries(this.parent?.() ?? {}).filter(([name]) => names.includes(name)));
  };

/** Where the kit's own parts take more, or less, than a page. */
const changes: Readonly<Record<string, object>> = {
  blockquote: { content: inner },
  code: { excludes: 'code' },
  codeBlock: { addAttributes: only() },
  heading: { parseHTML: () => headings },
  link: { addAttributes: only('href') },
  listItem: { content: inner },
  orderedList: { addAttributes: only('start') },
};

const PageKit = StarterKit.extend({
  addExtensions() {
    return (this.parent?.() ?? []).map((one) => (changes[one.name] ? (one as Node).extend(changes[one.name]) : one));
  },
});

/** What a page can hold, as the grammar of the domain says it; what is pasted beyond that is left out. */
export const pageSchema = ({ tones, pictureAt }: PaperWords) => [
  PageKit.configure({
    heading: { levels: [2, 3, 4] },
    link: { openOnClick: false, defaultProtocol: 'https', isAllowedUri: (address) => isPageLink(address) },
    strike: false,
    underline: false,
  }),
  Table.extend({ renderHTML: () => ['table', ['tbody', 0]] }).configure({ View: null }),
  TableRow,
  TableCell.extend(cell),
  TableHeader.extend(cell),
  Callout.configure({ tones }),
  Figure.configure({ pictureAt }),
  Video,
  Footnote,
  NotTooDeep,
  CellsOfTheirOwn,
];
