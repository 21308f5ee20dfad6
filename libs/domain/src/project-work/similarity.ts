/** Where two texts say the same: places to look at, no verdict. Quotations, sources and common phrases are among them. */

/** A word as it is compared, and where it stands in its text. */
export interface Word {
  readonly norm: string;
  readonly start: number;
  readonly end: number;
}

/** As many words in a row make a shingle. */
export const shingleWords = 6;
/** Of as many shingles in a row, one at least is kept. So every passage of both together is found, however long a text is. */
const windowShingles = 20;
/** The length of a passage that is always found. */
export const surelyFound = windowShingles + shingleWords - 1;
/** A shorter passage says nothing. */
export const leastWords = 15;
/** Somebody who changes a word here and there wrote one passage, not many. */
const mostBetween = 4;

/** The words of a text, without case, accents and punctuation, in any script. */
export const wordsIn = (text: string): Word[] =>
  [...text.matchAll(/[\p{L}\p{M}\p{N}]+/gu)].map(({ 0: word, index }) => ({
    norm: word.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase(),
    start: index,
    end: index + word.length,
  }));

/** A number for each row of words, by the place of its first word (FNV-1a). Equal rows have equal numbers. */
export function shinglesOf(words: readonly Word[]): number[] {
  const shingles: number[] = [];
  for (let place = 0; place + shingleWords <= words.length; place += 1) {
    let number = 0x811c9dc5;
    for (let at = place; at < place + shingleWords; at += 1) {
      for (const letter of words[at]?.norm ?? '') number = Math.imul(number ^ (letter.codePointAt(0) ?? 0), 0x01000193);
      number = Math.imul(number ^ 0x20, 0x01000193);
    }
    shingles.push(number | 0);
  }
  return shingles;
}

/** The shingles of texts that everybody has, such as a brief: what they say is no similarity. */
export const shinglesIn = (texts: readonly string[]): ReadonlySet<number> =>
  new Set(texts.flatMap((text) => shinglesOf(wordsIn(text))));

export interface Mark {
  readonly shingle: number;
  readonly place: number;
}

/**
 * The shingles by which a text is found: of each window the smallest (winnowing, Schleimer, Wilkerson and Aiken 2003), so
 * that two texts choose the same ones where they are the same. Each number once, at its first place.
 */
export function marksOf(words: readonly Word[], leftOut: ReadonlySet<number> = new Set()): Mark[] {
  const shingles = shinglesOf(words);
  const marks = new Map<number, number>();
  for (let from = 0; from < Math.max(1, shingles.length - windowShingles + 1); from += 1) {
    let smallest: number | undefined;
    let where = 0;
    for (let at = from; at < Math.min(from + windowShingles, shingles.length); at += 1) {
      const shingle = shingles[at] as number;
      if (leftOut.has(shingle) || (smallest !== undefined && shingle > smallest)) continue;
      [smallest, where] = [shingle, at];
    }
    if (smallest !== undefined && !marks.has(smallest)) marks.set(smallest, where);
  }
  return [...marks].map(([shingle, place]) => ({ shingle, place }));
}

/** Places of words, `to` behind the last. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}
export interface Passage {
  readonly own: Stretch;
  readonly other: Stretch;
}

/** The passages that two texts share around places where they have a shingle in common, in the order of the own text. */
export function passagesShared(
  own: readonly Word[],
  other: readonly Word[],
  common: readonly { readonly own: number; readonly other: number }[],
  leftOut: ReadonlySet<number> = new Set(),
): Passage[] {
  const isGiven = givenWords(own, leftOut);
  const isSame = (at: number, there: number) =>
    !isGiven[at] && own[at] !== undefined && own[at].norm === other[there]?.norm;
  const found: Passage[] = [];
  for (const start of common.toSorted((one, next) => one.own - next.own || one.other - next.other)) {
    const isKnown = found.some((passage) => isWithin(start.own, passage.own) && isWithin(start.other, passage.other));
    if (isKnown || !isSame(start.own, start.other)) continue;
    let [before, behind] = [0, 0];
    while (isSame(start.own - before - 1, start.other - before - 1)) before += 1;
    while (isSame(start.own + behind, start.other + behind)) behind += 1;
    found.push({
      own: { from: start.own - before, to: start.own + behind },
      other: { from: start.other - before, to: start.other + behind },
    });
  }
  return joined(found).filter(({ own: { from, to } }) => to - from >= leastWords);
}

const isWithin = (at: number, { from, to }: Stretch): boolean => at >= from && at < to;

/** Whether each word stands in a shingle that everybody has. */
function givenWords(words: readonly Word[], leftOut: ReadonlySet<number>): boolean[] {
  const given: boolean[] = [];
  if (leftOut.size === 0) return given;
  for (const [place, shingle] of shinglesOf(words).entries())
    if (leftOut.has(shingle)) for (let at = place; at < place + shingleWords; at += 1) given[at] = true;
  return given;
}

/** Passages with a few other words between them are one. */
function joined(passages: readonly Passage[]): Passage[] {
  const all: Passage[] = [];
  for (const next of passages.toSorted((one, other) => one.own.from - other.own.from)) {
    const last = all.at(-1);
    const between = last && [next.own.from - last.own.to, next.other.from - last.other.to];
    if (last && between?.every((words) => words >= 0 && words <= mostBetween))
      all[all.length - 1] = {
        own: { from: last.own.from, to: next.own.to },
        other: { from: last.other.from, to: next.other.to },
      };
    else all.push(next);
  }
  return all;
}

/** The share of a text in these places, in whole percent. What is in several of them counts once. */
export function shareOf(places: readonly Stretch[], words: number): number {
  if (words === 0) return 0;
  let [covered, upTo] = [0, 0];
  for (const { from, to } of places.toSorted((one, other) => one.from - other.from)) {
    covered += Math.max(0, to - Math.max(from, upTo));
    upTo = Math.max(upTo, to);
  }
  return Math.min(100, Math.round((covered * 100) / words));
}

/** The words of a passage as they stand in the text. */
export const wordsAt = (text: string, words: readonly Word[], { from, to }: Stretch): string =>
  text.slice(words[from]?.start ?? 0, words[to - 1]?.end ?? 0);
