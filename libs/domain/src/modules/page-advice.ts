import { partsOfPage, type PageNode } from './page-content';

/** What keeps some readers from a page, or from finding their way on it. `at` is its place among all of that kind, from 1. */
export interface PageAdvice {
  readonly what:
    'no-alt' | 'heading-skipped' | 'heading-empty' | 'table-without-head' | 'link-says-nothing' | 'video-without-title';
  readonly at: number;
}

/** Words that tell nobody where a link leads, in the languages of the product. */
const emptyWords = new Set([
  'here',
  'click here',
  'link',
  'this link',
  'read more',
  'more',
  'qui',
  'clicca qui',
  'leggi',
  'altro',
]);

/** Advice for the author of a page, in the order of `PageAdvice`: nothing of it keeps a page from being published. */
export function adviceFor(blocks: readonly PageNode[]): PageAdvice[] {
  const parts = partsOfPage(blocks);
  const all = (type: string) => parts.filter((part) => part.type === type);
  const where = (
    what: PageAdvice['what'],
    type: string,
    isWrong: (part: PageNode, at: number, of: PageNode[]) => boolean,
  ) => all(type).flatMap((part, at, of) => (isWrong(part, at, of) ? [{ what, at: at + 1 }] : []));
  return [
    ...where('no-alt', 'figure', ({ attrs }) => !attrs?.['alt']),
    ...where(
      'heading-skipped',
      'heading',
      (part, at, of) => levelOf(part) > (of[at - 1] ? levelOf(of[at - 1]!) : 1) + 1,
    ),
    ...where('heading-empty', 'heading', (part) => !wordsOf(part).trim()),
    ...where('table-without-head', 'table', (part) => !partsOfPage([part]).some(({ type }) => type === 'tableHeader')),
    ...linksOf(parts).flatMap((words, at) =>
      emptyWords.has(words.trim().toLowerCase()) ? [{ what: 'link-says-nothing' as const, at: at + 1 }] : [],
    ),
    ...where('video-without-title', 'video', ({ attrs }) => !attrs?.['title']),
  ];
}

const levelOf = ({ attrs }: PageNode) => Number(attrs?.['level']);
const wordsOf = (node: PageNode): string =>
  partsOfPage([node])
    .map(({ text }) => text ?? '')
    .join('');

/** The words of each link; neighbouring words that lead to the same place are one link. */
function linksOf(parts: readonly PageNode[]): string[] {
  const links: { href: unknown; words: string }[] = [];
  let before: unknown;
  for (const { text, marks } of parts) {
    const href = marks?.find(({ type }) => type === 'link')?.attrs?.['href'];
    if (href !== undefined && href === before) links.at(-1)!.words += text ?? '';
    else if (href !== undefined) links.push({ href, words: text ?? '' });
    before = href;
  }
  return links.map(({ words }) => words);
}
