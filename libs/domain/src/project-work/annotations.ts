import { type PassagePlace } from './passages';

/**
 * Not in the library's index, so that a browser loads it with the pages of project work only
 * (`@libretto/domain/annotations`).
 */

export {
  lettersAround,
  longerByWord,
  mostOfQuote,
  paragraphsOf,
  passageAt,
  passageIn,
  type PassagePlace,
  type Piece,
  sentencesOf,
  shorterByWord,
  type Span,
} from './passages';

/**
 * Annotations in the terms of the W3C's Web Annotation Data Model: what is marked is a part of a page, or a passage of a
 * text without pages, which selectors describe. Lengths are points from the upper left corner of the page as it is shown.
 */
export interface PagePoint {
  readonly x: number;
  readonly y: number;
}

export interface PageArea {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** A piece of a page's text, with a few letters around it, and the lines that it covers. */
export interface TextPlace {
  readonly kind: 'text';
  readonly page: number;
  readonly start: number;
  readonly end: number;
  readonly exact: string;
  readonly prefix: string;
  readonly suffix: string;
  readonly areas: readonly PageArea[];
}

export interface AreaPlace {
  readonly kind: 'area';
  readonly page: number;
  readonly area: PageArea;
}

export interface DrawingPlace {
  readonly kind: 'drawing';
  readonly page: number;
  readonly strokes: readonly (readonly PagePoint[])[];
}

export type PagePlace = TextPlace | AreaPlace | DrawingPlace;
export type Place = PagePlace | PassagePlace;

/** How a file is shown to be annotated: in its pages, or as the words in it. */
export type Layout = 'pages' | 'words';

const typesOfWords: readonly string[] = [
  'text/plain',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  'application/vnd.oasis.opendocument.text',
];

/** `null`: a file of this type cannot be annotated. */
export const layoutOf = (type: string): Layout | null =>
  type === 'application/pdf' ? 'pages' : typesOfWords.includes(type) ? 'words' : null;

/** Whether a place can be in what is shown in this way: a passage has no page, and a page has no passages. */
export const fitsIn = (layout: Layout | null, { kind }: Place): boolean =>
  layout === (kind === 'passage' ? 'words' : 'pages');

export interface TextPositionSelector {
  readonly type: 'TextPositionSelector';
  readonly start: number;
  readonly end: number;
}
export interface TextQuoteSelector {
  readonly type: 'TextQuoteSelector';
  readonly exact: string;
  readonly prefix: string;
  readonly suffix: string;
}
export interface SvgSelector {
  readonly type: 'SvgSelector';
  readonly value: string;
}
/** A page of a PDF, or a rectangle of it, as RFC 3778 names them; refined by what is marked on it. */
export interface PageSelector {
  readonly type: 'FragmentSelector';
  readonly conformsTo: typeof pdfFragments;
  readonly value: string;
  readonly refinedBy?:
    readonly [TextPositionSelector, TextQuoteSelector, SvgSelector] | readonly [SvgSelector] | undefined;
}

/** A passage: both selectors mean the same words. */
export type PassageSelector = readonly [TextPositionSelector, TextQuoteSelector];

export const pdfFragments = 'http://tools.ietf.org/rfc/rfc3778';

export const annotationMotivations = ['highlighting', 'commenting'] as const;
export type AnnotationMotivation = (typeof annotationMotivations)[number];

/** What a selector's fragment may be: a page, or a rectangle of it. */
export const pageFragment =
  /^page=([1-9]\d{0,3})(?:&viewrect=(\d{1,5}(?:\.\d)?),(\d{1,5}(?:\.\d)?),(\d{1,5}(?:\.\d)?),(\d{1,5}(?:\.\d)?))?$/;
/** What a selector's drawing may be: strokes of straight lines, and nothing that could do anything. */
export const plainSvg =
  /^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg"><path d="((?:M\d{1,5}(?:\.\d)? \d{1,5}(?:\.\d)?(?:L\d{1,5}(?:\.\d)? \d{1,5}(?:\.\d)?)*){1,400})"\/><\/svg>$/;

const rounded = (value: number): number => Math.round(Math.max(0, value) * 10) / 10;

const pathOf = (strokes: DrawingPlace['strokes']): string =>
  strokes
    .map((points) => points.map(({ x, y }, at) => `${at ? 'L' : 'M'}${rounded(x)} ${rounded(y)}`).join(''))
    .join('');

const svgOf = (strokes: DrawingPlace['strokes']): SvgSelector => ({
  type: 'SvgSelector',
  value: `<svg xmlns="http://www.w3.org/2000/svg"><path d="${pathOf(strokes)}"/></svg>`,
});

function strokesIn({ value }: SvgSelector): PagePoint[][] {
  const [, path = ''] = plainSvg.exec(value) ?? [];
  return path
    .split('M')
    .slice(1)
    .map((stroke) =>
      stroke.split('L').map((point) => {
        const [x = 0, y = 0] = point.split(' ').map(Number);
        return { x, y };
      }),
    );
}

const cornersOf = ({ left, top, width, height }: PageArea): PagePoint[] => [
  { x: left, y: top },
  { x: left + width, y: top },
  { x: left + width, y: top + height },
  { x: left, y: top + height },
];

/** The rectangle around some points. */
export function areaAround(points: readonly PagePoint[]): PageArea {
  const [xs, ys] = [points.map(({ x }) => x), points.map(({ y }) => y)];
  const [left, top] = [Math.min(...xs), Math.min(...ys)];
  return { left, top, width: rounded(Math.max(...xs) - left), height: rounded(Math.max(...ys) - top) };
}

const wordsAt = ({ start, end, exact, prefix, suffix }: TextPlace | PassagePlace): PassageSelector => [
  { type: 'TextPositionSelector', start, end },
  { type: 'TextQuoteSelector', exact, prefix, suffix },
];

/** The selector of a place. */
export function selectorOf(place: Place): PageSelector | PassageSelector {
  if (place.kind === 'passage') return wordsAt(place);
  const at = { type: 'FragmentSelector', conformsTo: pdfFragments, value: `page=${place.page}` } as const;
  switch (place.kind) {
    case 'text':
      return { ...at, refinedBy: [...wordsAt(place), svgOf(place.areas.map(cornersOf))] };
    case 'area': {
      const { left, top, width, height } = place.area;
      return { ...at, value: `${at.value}&viewrect=${[left, top, width, height].map(rounded).join(',')}` };
    }
    case 'drawing':
      return { ...at, refinedBy: [svgOf(place.strokes)] };
  }
}

/** The place that a selector means. */
export function placeOf(selector: PageSelector | PassageSelector): Place {
  if ('length' in selector) {
    const [{ start, end }, { exact, prefix, suffix }] = selector;
    return { kind: 'passage', start, end, exact, prefix, suffix };
  }
  const { value, refinedBy } = selector;
  const [, onPage, ...viewed] = pageFragment.exec(value) ?? [];
  const at = Number(onPage);
  if (refinedBy?.length === 3) {
    const [{ start, end }, { exact, prefix, suffix }, svg] = refinedBy;
    const areas = strokesIn(svg).map(areaAround);
    return { kind: 'text', page: at, start, end, exact, prefix, suffix, areas };
  }
  if (refinedBy) return { kind: 'drawing', page: at, strokes: strokesIn(refinedBy[0]) };
  const [left = 0, top = 0, width = 0, height = 0] = viewed.map((length) => Number(length ?? 0));
  return { kind: 'area', page: at, area: { left, top, width, height } };
}

/** The rectangles that a place covers. */
export function areasOf(place: Place): readonly PageArea[] {
  switch (place.kind) {
    case 'passage':
      return [];
    case 'text':
      return place.areas;
    case 'area':
      return [place.area];
    case 'drawing':
      return [areaAround(place.strokes.flat())];
  }
}

/** From the first page to the last, and down each of them; passages as they are read. */
export function inReadingOrder(one: Place, other: Place): number {
  const [[page, down], [otherPage, otherDown]] = [orderOf(one), orderOf(other)];
  return page - otherPage || down - otherDown;
}

const orderOf = (place: Place): readonly [number, number] =>
  place.kind === 'passage' ? [0, place.start] : [place.page, Math.min(...areasOf(place).map(({ top }) => top))];
