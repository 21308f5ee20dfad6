import type { Span } from '@libretto/domain/annotations';

/** The pieces of a text on the screen: each is one node of text, and says where in the whole text it begins. */
const piecesIn = (text: HTMLElement): { at: number; letters: Text }[] =>
  [...text.querySelectorAll<HTMLElement>('[data-at]')].flatMap(({ dataset, firstChild }) =>
    firstChild instanceof Text ? [{ at: Number(dataset['at']), letters: firstChild }] : [],
  );

/** The part of a text that is selected. */
export function selectedSpan(selection: Selection | null, text: HTMLElement): Span | undefined {
  if (!selection?.rangeCount || selection.isCollapsed) return undefined;
  const range = selection.getRangeAt(0);
  if (!range.intersectsNode(text)) return undefined;
  const pieces = piecesIn(text);
  const placeOf = (node: Node, offset: number): number => {
    const point = document.createRange();
    point.setStart(node, offset);
    let place = 0;
    for (const { at, letters } of pieces) {
      if (letters === node) return at + offset;
      if (point.comparePoint(letters, 0) > 0) return place;
      place = at + letters.length;
    }
    return place;
  };
  const start = placeOf(range.startContainer, range.startOffset);
  const end = placeOf(range.endContainer, range.endOffset);
  return start < end ? { start, end } : undefined;
}

/** Selects a piece of a text, and brings it into sight. */
export function select(text: HTMLElement, { start, end }: Span): void {
  const pieces = piecesIn(text);
  const pointOf = (place: number) => {
    const piece = pieces.findLast(({ at }) => at <= place) ?? pieces[0];
    return piece && ([piece.letters, Math.min(Math.max(0, place - piece.at), piece.letters.length)] as const);
  };
  const [from, to] = [pointOf(start), pointOf(end)];
  if (!from || !to) return;
  document.getSelection()?.setBaseAndExtent(...from, ...to);
  from[0].parentElement?.scrollIntoView({ block: 'nearest' });
}

/** Where the part of a text begins that is in sight. */
export function placeInSight(text: HTMLElement): number {
  const { top } = text.getBoundingClientRect();
  return (
    piecesIn(text).find(({ letters }) => (letters.parentElement?.getBoundingClientRect().bottom ?? 0) > top)?.at ?? 0
  );
}
