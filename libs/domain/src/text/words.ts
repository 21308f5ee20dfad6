/** The words of a text as a reader of any script counts them: numbers are words, signs between words are none. */
export function countWords(text: string): number {
  let words = 0;
  for (const { isWordLike } of new Intl.Segmenter('en', { granularity: 'word' }).segment(text))
    if (isWordLike) words += 1;
  return words;
}
