import { lettersAround, type PageArea, type TextPlace } from '@libretto/domain/annotations';

/** A page whose words can be selected. */
export interface WordsOfPage {
  readonly number: number;
  readonly words: HTMLElement;
  /** Its width in points, which its width on the screen stands for. */
  readonly width: number;
}

/** What somebody has selected of the words of these pages, as far as it is on one of them. */
export function selectedPlace(selection: Selection | null, pages: readonly WordsOfPage[]): TextPlace | undefined {
  if (!selection?.rangeCount || selection.isCollapsed) return undefined;
  const range = selection.getRangeAt(0).cloneRange();
  const page = pages.find(({ words }) => range.intersectsNode(words));
  if (!page) return undefined;
  const { words, number } = page;
  if (!words.contains(range.startContainer)) range.setStart(words, 0);
  if (!words.contains(range.endContainer)) range.setEnd(words, words.childNodes.length);
  const exact = range.toString().trim();
  const areas = linesOf(range, page);
  if (!exact || !areas.length) return undefined;
  const all = words.textContent;
  const start = lettersBefore(words, range);
  const end = start + range.toString().length;
  return {
    kind: 'text',
    page: number,
    start,
    end,
    exact: exact.slice(0, 4000),
    prefix: all.slice(Math.max(0, start - lettersAround), start),
    suffix: all.slice(end, end + lettersAround),
    areas,
  };
}

function lettersBefore(words: HTMLElement, range: Range): number {
  const before = document.createRange();
  before.setStart(words, 0);
  before.setEnd(range.startContainer, range.startOffset);
  return before.toString().length;
}

const mostLines = 100;

/** The lines that a range covers: its pieces of text, joined where they stand on one line. */
function linesOf(range: Range, { words, width }: WordsOfPage): PageArea[] {
  const page = words.getBoundingClientRect();
  const scale = width / page.width;
  const lines: PageArea[] = [];
  for (const piece of range.getClientRects()) {
    if (piece.width < 1 || piece.height < 1 || piece.height > page.height / 2) continue;
    const [left, top] = [(piece.left - page.left) * scale, (piece.top - page.top) * scale];
    const [wide, high] = [piece.width * scale, piece.height * scale];
    const last = lines.at(-1);
    if (last && Math.abs(last.top - top) < high / 2) {
      const from = Math.min(last.left, left);
      lines[lines.length - 1] = { ...last, left: from, width: Math.max(last.left + last.width, left + wide) - from };
    } else lines.push({ left, top, width: wide, height: high });
  }
  return lines.slice(0, mostLines);
}
