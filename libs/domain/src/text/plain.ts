/** Letters that carry a stroke instead of an accent, and those that are two. */
const strokes: Readonly<Record<string, string>> = {
  đ: 'd',
  ð: 'd',
  ł: 'l',
  ø: 'o',
  ħ: 'h',
  ı: 'i',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  þ: 'th',
};

/**
 * A text folded for search: without accents, capitals, double spaces, widths of letters and invisible characters. Two
 * texts that fold alike are the same to a search.
 */
export const plain = (text: string): string =>
  (/^[\x20-\x7e]*$/.test(text) ? text.toLowerCase() : withoutMarks(text)).replace(/\s+/g, ' ').trim();

const withoutMarks = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/[\p{M}\p{Cf}\p{Default_Ignorable_Code_Point}]/gu, '')
    .toLowerCase()
    .replace(/[đðłøħıßæœþ]/g, (letter) => strokes[letter] ?? letter);

/** Makes the test of a search: a text matches if every word of the search occurs in it, in any spelling. */
export function searchFor(words: string | undefined): (...texts: string[]) => boolean {
  const sought = plain(words ?? '').split(' ');
  return (...texts) => {
    const text = plain(texts.join(' '));
    return sought.every((word) => text.includes(word));
  };
}
