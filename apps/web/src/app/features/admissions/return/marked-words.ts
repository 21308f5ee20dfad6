import { diffWordsWithSpace } from 'diff';

/** A run of words that both texts have, or only the earlier or the later one. */
export interface Run {
  readonly is: 'kept' | 'added' | 'removed';
  readonly text: string;
}

const longest = 320;
const ends = 120;

/** The changes of a text, word by word. Of a long unchanged run only its ends are shown. */
export function markWords(before: string, after: string): Run[] {
  return diffWordsWithSpace(before, after).map(({ value, added, removed }) =>
    added
      ? { is: 'added', text: value }
      : removed
        ? { is: 'removed', text: value }
        : { is: 'kept', text: shortened(value) },
  );
}

const shortened = (text: string): string =>
  text.length <= longest ? text : `${text.slice(0, ends).trimEnd()} … ${text.slice(-ends).trimStart()}`;
