import {
  type CalloutTone,
  calloutTones,
  isPageLink,
  type PageMark,
  type PageNode,
  videoAt,
  type VideoSite,
} from '@libretto/domain';

interface Held {
  readonly parts: readonly DrawnPart[];
}

interface DrawnCell extends Held {
  /** Of a head only: what it is the head of. */
  readonly scope: 'col' | 'row' | null;
  readonly colspan: number | null;
  readonly rowspan: number | null;
}

/** A part of a page as its reader draws it. */
export type DrawnPart =
  | { readonly kind: 'text' | 'codeBlock'; readonly text: string }
  | ({ readonly kind: 'bold' | 'italic' | 'code' } & Held)
  | ({ readonly kind: 'link'; readonly href: string } & Held)
  | { readonly kind: 'footnote'; readonly number: number }
  | { readonly kind: 'hardBreak' | 'horizontalRule' }
  | ({ readonly kind: 'paragraph' | 'bulletList' | 'listItem' | 'blockquote' } & Held)
  | ({ readonly kind: 'heading'; readonly level: number } & Held)
  | ({ readonly kind: 'orderedList'; readonly start: number } & Held)
  | ({ readonly kind: 'callout'; readonly tone: CalloutTone } & Held)
  | { readonly kind: 'table'; readonly number: number; readonly rows: readonly (readonly DrawnCell[])[] }
  | { readonly kind: 'figure'; readonly pictureId: string; readonly alt: string; readonly caption: string }
  | { readonly kind: 'video'; readonly address: string; readonly title: string; readonly site: VideoSite };

export interface DrawnPage extends Held {
  /** The words of the footnotes, in the order of their numbers. */
  readonly notes: readonly string[];
}

/**
 * A page as it is drawn. It takes nothing on trust: what the grammar does not know is left out, a link that leads elsewhere
 * than a page may is its words only, and a video of another site is nothing.
 */
export function drawnPage(blocks: readonly PageNode[]): DrawnPage {
  const notes: string[] = [];
  let tables = 0;

  const all = (nodes: readonly PageNode[] = []): DrawnPart[] => linked(nodes, one);

  function one(node: PageNode): DrawnPart[] {
    const { type, attrs = {}, content, text } = node;
    switch (type) {
      case 'text':
        return [worn(text ?? '', node.marks)];
      case 'paragraph':
      case 'bulletList':
      case 'listItem':
      case 'blockquote':
        return [{ kind: type, parts: all(content) }];
      case 'heading':
        return [{ kind: type, level: [2, 3, 4].find((level) => level === attrs['level']) ?? 4, parts: all(content) }];
      case 'orderedList':
        return [{ kind: type, start: Number(attrs['start'] ?? 1), parts: all(content) }];
      case 'callout':
        return [
          { kind: type, tone: calloutTones.find((tone) => tone === attrs['tone']) ?? 'note', parts: all(content) },
        ];
      case 'codeBlock':
        return [{ kind: type, text: (content ?? []).map((part) => part.text ?? '').join('') }];
      case 'hardBreak':
      case 'horizontalRule':
        return [{ kind: type }];
      case 'footnote':
        return [{ kind: type, number: notes.push(wordsOf(attrs['note'])) }];
      case 'table':
        return [{ kind: type, number: (tables += 1), rows: (content ?? []).map(cellsOf) }];
      case 'figure':
        return [
          {
            kind: type,
            pictureId: wordsOf(attrs['pictureId']),
            alt: wordsOf(attrs['alt']),
            caption: wordsOf(attrs['caption']),
          },
        ];
      case 'video': {
        const address = wordsOf(attrs['address']);
        const video = videoAt(address);
        return video ? [{ kind: type, address, title: wordsOf(attrs['title']), site: video.site }] : [];
      }
      default:
        return [];
    }
  }

  const cellsOf = ({ content: cells = [] }: PageNode): DrawnCell[] => {
    const isHead = cells.every(({ type }) => type === 'tableHeader');
    return cells.map(({ type, attrs = {}, content }) => ({
      scope: type === 'tableHeader' ? (isHead ? 'col' : 'row') : null,
      colspan: spanOf(attrs['colspan']),
      rowspan: spanOf(attrs['rowspan']),
      parts: all(content),
    }));
  };

  const parts = all(blocks);
  return { parts, notes };
}

const wordsOf = (value: unknown): string => (typeof value === 'string' ? value : '');
const spanOf = (value: unknown): number | null => (Number.isInteger(value) && Number(value) > 1 ? Number(value) : null);

const linkOf = (node: PageNode): string | undefined => {
  const href = node.marks?.find(({ type }) => type === 'link')?.attrs?.['href'];
  return typeof href === 'string' && isPageLink(href) ? href : undefined;
};

/** Neighbouring words that lead to the same place are one link. */
function linked(nodes: readonly PageNode[], one: (node: PageNode) => DrawnPart[]): DrawnPart[] {
  const drawn: DrawnPart[] = [];
  let [before, words]: [string | undefined, DrawnPart[]] = [undefined, []];
  for (const node of nodes) {
    const href = linkOf(node);
    if (href !== undefined && href !== before) drawn.push({ kind: 'link', href, parts: (words = []) });
    (href === undefined ? drawn : words).push(...one(node));
    before = href;
  }
  return drawn;
}

const worn = (text: string, marks: readonly PageMark[] = []): DrawnPart =>
  (['code', 'italic', 'bold'] as const)
    .filter((kind) => marks.some(({ type }) => type === kind))
    .reduce<DrawnPart>((inner, kind) => ({ kind, parts: [inner] }), { kind: 'text', text });
