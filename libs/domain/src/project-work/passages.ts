/** A passage of a text without pages, with a few letters around it. Places count UTF-16 units from the text's beginning. */
export interface PassagePlace {
  readonly kind: 'passage';
  readonly start: number;
  readonly end: number;
  readonly exact: string;
  readonly prefix: string;
  readonly suffix: string;
}

/** From a place in a text to another one. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** The letters around a quoted text that are kept with it. */
export const lettersAround = 32;
export const mostOfQuote = 4000;

/** The place of a passage; nothing if there are no words in it. */
export function passageAt(words: string, { start, end }: Span): PassagePlace | undefined {
  const said = words.slice(start, end);
  const exact = said.trim().slice(0, mostOfQuote);
  if (!exact) return undefined;
  const from = start + (said.length - said.trimStart().length);
  const to = from + exact.length;
  return {
    kind: 'passage',
    start: from,
    end: to,
    exact: exact,
    prefix: words.slice(Math.max(0, from - lettersAround), from),
    suffix: words.slice(to, to + lettersAround),
  };
}

/** A letter alone stands in many places of a long text: further ones than these are not looked at. */
const mostPlaces = 1000;

/**
 * Where a passage stands in a text that may be read in another way than when it was marked: where its position says, or
 * else at the nearest of the same words, best between the same neighbours. Nothing if they are not there any more.
 */
export function passageIn(words: string, { start, exact, prefix, suffix }: PassagePlace): Span | undefined {
  if (!exact) return undefined;
  if (words.startsWith(exact, start)) return { start, end: start + exact.length };
  let best: { readonly at: number; readonly alike: number } | undefined;
  let looked = 0;
  for (let at = words.indexOf(exact); at >= 0 && looked < mostPlaces; at = words.indexOf(exact, at + 1), looked += 1) {
    const before = at - prefix.length;
    const alike =
      Number(before >= 0 && words.startsWith(prefix, before)) + Number(words.startsWith(suffix, at + exact.length));
    const isNearer = best?.alike === alike && Math.abs(at - start) < Math.abs(best.at - start);
    if (!best || alike > best.alike || isNearer) best = { at, alike };
  }
  return best && { start: best.at, end: best.at + exact.length };
}

/** A piece of a paragraph that is marked or not from its beginning to its end, and the passages that end with it. */
export interface Piece<Of> {
  readonly at: number;
  readonly text: string;
  readonly isMarked: boolean;
  readonly ends: readonly Of[];
}

/** A text in paragraphs, each cut where a passage begins or ends. */
export function paragraphsOf<Of>(words: string, passages: readonly (Span & { readonly of: Of })[]): Piece<Of>[][] {
  const sorted = passages.toSorted((one, other) => one.start - other.start);
  return linesOf(words).map(({ start, end }) => {
    const here = sorted.filter((passage) => passage.start < end && passage.end > start);
    const cuts = new Set([start, end, ...here.flatMap((passage) => [passage.start, passage.end])]);
    const places = [...cuts].filter((at) => at >= start && at <= end).sort((one, other) => one - other);
    return places.slice(1).map((to, number) => {
      const at = places[number] ?? start;
      return {
        at,
        text: words.slice(at, to),
        isMarked: here.some((passage) => passage.start <= at && passage.end >= to),
        ends: here.filter((passage) => passage.end === to).map(({ of }) => of),
      };
    });
  });
}

/** The lines that have words. */
const linesOf = (words: string): Span[] =>
  [...words.matchAll(/[^\n]*\S[^\n]*/g)].map(({ index, 0: line }) => ({ start: index, end: index + line.length }));

/** The sentences of a text in their order; none goes on in the next paragraph. */
export function sentencesOf(words: string): Span[] {
  const sentences = new Intl.Segmenter(undefined, { granularity: 'sentence' });
  return linesOf(words).flatMap(({ start, end }) =>
    [...sentences.segment(words.slice(start, end))].flatMap(({ index, segment }) => {
      const said = segment.trim();
      const from = start + index + segment.indexOf(said);
      return said ? [{ start: from, end: from + said.length }] : [];
    }),
  );
}

/** Further words than this one are not looked for. */
const mostOfWord = 400;

/** A span with one word more at its end. */
export function longerByWord(words: string, { start, end }: Span): Span {
  const next = wordsOf(words.slice(end, end + mostOfWord))[0];
  return { start, end: next ? end + next.end : end };
}

/** A span with one word less at its end; with its only word it stays. */
export function shorterByWord(words: string, { start, end }: Span): Span {
  const before = wordsOf(words.slice(start, end)).at(-2);
  return { start, end: before ? start + before.end : end };
}

const wordsOf = (text: string): Span[] =>
  [...new Intl.Segmenter(undefined, { granularity: 'word' }).segment(text)]
    .filter(({ isWordLike }) => isWordLike)
    .map(({ index, segment }) => ({ start: index, end: index + segment.length }));
