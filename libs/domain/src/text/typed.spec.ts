import { paragraphShowsAsItIs, showsAsItIs, tidyLine, tidyParagraph } from './typed';

describe('a line that somebody types', () => {
  it.each([
    ['composed', 'Kovac\u030C', 'Kovač'],
    ['with spaces of other kinds', ' Ana\u00A0 Maria\u3000\tPérez ', 'Ana Maria Pérez'],
    ['right to left', 'محمد الفاروقي', 'محمد الفاروقي'],
    ['with a joiner that Persian needs', 'می‌خواهم', 'می‌خواهم'],
    ['of Hindi conjuncts', 'क्‍ष', 'क्‍ष'],
    ['of signs alone', '李', '李'],
    ['with an emoji', 'Ana ❤️', 'Ana ❤️'],
    ['with a letter beyond the first plane', '𠮷野家', '𠮷野家'],
    ['with apostrophe and hyphen', 'D’Angiò-O’Brien', 'D’Angiò-O’Brien'],
    ['with several marks on one letter', 'Nguyễn Thị Hồng', 'Nguyễn Thị Hồng'],
  ])('%s is taken', (_, typed, kept) => {
    expect(tidyLine(typed)).toBe(kept);
    expect(showsAsItIs(tidyLine(typed))).toBe(true);
  });

  it.each([
    ['an override of direction', 'Ana\u202EgnoW'],
    ['an isolate of direction', 'Ana \u2067Wong\u2069'],
    ['zero-width signs alone', '\u200B\u200D'],
    ['joiners alone', '\u200C\u200D'],
    ['a zero-width space within', 'A\u200Bna'],
    ['a NUL', 'Ana\u0000'],
    ['a line feed', 'Ana\nKovač'],
    ['a line separator', 'Ana\u2028Kovač'],
    ['an escape', 'Ana\u001B[31m'],
    ['a next line of C1', 'Ana\u0085Kovač'],
    ['a soft hyphen', 'A\u00ADna'],
    ['a Hangul filler', '\u3164'],
    ['tags', 'Ana\u{E0041}'],
    ['a variation of a letter', 'Ana\u{E0100}'],
    ['private use', 'Ana\uE000'],
    ['half of a sign', 'Ana\uD83D'],
    ['marks alone', '\u0301'],
    ['marks piled up', `A${'\u0301\u0316'.repeat(8)}na`],
  ])('with %s is not', (_, typed) => {
    expect(showsAsItIs(tidyLine(typed))).toBe(false);
  });
});

describe('a paragraph that somebody types', () => {
  it.each([
    ['ends of lines of every system', 'one\r\ntwo\rthree\u2028four', 'one\ntwo\nthree\nfour'],
    ['empty lines', '\n one\n\n two \n', 'one\n\n two'],
    ['tabs', 'a\tb', 'a\tb'],
  ])('keeps %s', (_, typed, kept) => {
    expect(tidyParagraph(typed)).toBe(kept);
    expect(paragraphShowsAsItIs(kept)).toBe(true);
  });

  it.each(['plain\n\u202Eturned', 'a\u0000b', 'one\n\u200B\u200B\ntwo', 'bell\u0007'])('is refused where a line hides something: %j', (typed) => {
    expect(paragraphShowsAsItIs(tidyParagraph(typed))).toBe(false);
  });
});
