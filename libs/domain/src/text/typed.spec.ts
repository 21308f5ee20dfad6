import { paragraphShowsAsItIs, showsAsItIs, tidyLine, tidyParagraph, withoutHidden } from './typed';

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
    ['with a joiner of Sinhala', 'ශ්\u200Dරී', 'ශ්\u200Dරී'],
    ['with a joiner that ends a word of Malayalam', 'അവന്\u200D', 'അവന്\u200D'],
    ['with a joiner of Bengali', 'র\u200D্যাব', 'র\u200D্যাব'],
    ['with a Persian suffix to another script', 'PDF\u200Cها', 'PDF\u200Cها'],
    ['with a mark of direction in Hebrew', 'שלום!\u200F', 'שלום!\u200F'],
    ['with a number sign of Arabic', '\u0600١٢', '\u0600١٢'],
    [
      'with an emoji of several',
      '👩🏽\u200D🔬👨\u200D👩\u200D👧❤\uFE0F\u200D🔥🏳\uFE0F\u200D🌈',
      '👩🏽\u200D🔬👨\u200D👩\u200D👧❤\uFE0F\u200D🔥🏳\uFE0F\u200D🌈',
    ],
    ['with a key', '1\uFE0F\u20E3', '1\uFE0F\u20E3'],
    ['of a name in Thai', 'พงศ์ศิริ', 'พงศ์ศิริ'],
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
    ['a blank of Braille alone', '\u2800'],
    ['a note without a head alone', '\u{1D159}'],
    ['what stands for an object alone', '\uFFFC'],
    ['what could not be decoded', 'Universit\uFFFD'],
    ['a noncharacter', 'Ana\uFDD0'],
    ['a noncharacter of another plane', 'Ana\u{1FFFE}'],
    ['a control of music', 'Ana\u{1D173}'],
    ['a control of shorthand', 'Ana\u{1BCA0}'],
    ['a control of hieroglyphs', 'Ana\u{13430}'],
    ['a sign that is not assigned', 'Ana\u0378'],
    ['a joiner between Latin letters', 'A\u200Dna'],
    ['its opposite between Cyrillic letters', 'А\u200Cна'],
    ['a joiner behind everything', 'Ana\u200D'],
    ['two joiners', 'می\u200C\u200Cخواهم'],
    ['two joiners of Sinhala', 'ශ්\u200D\u200Dරී'],
    ['a non-joiner at the end', 'علی\u200C'],
    ['a mark of direction where nothing turns', 'Uni Alfa\u200E'],
    ['marks of direction in a run', 'שלום\u200F\u200F!'],
    ['an emoji style on a digit', 'Ana1\uFE0F'],
    ['an emoji style twice', '❤\uFE0F\uFE0F'],
    ['marks piled up between joiners', `क${'\u0301\u0316\u0301\u200D'.repeat(4)}`],
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

  it.each(['plain\n\u202Eturned', 'a\u0000b', 'one\n\u200B\u200B\ntwo', 'bell\u0007'])(
    'is refused where a line hides something: %j',
    (typed) => {
      expect(paragraphShowsAsItIs(tidyParagraph(typed))).toBe(false);
    },
  );
});

describe('a text that keeps what shows', () => {
  it.each([
    ['A\u200Dn\u202Ea\u0378', 'Ana'],
    ['می\u200C\u200Cخواهم', 'میخواهم'],
    ['ශ්\u200Dරී \u200E', 'ශ්\u200Dරී '],
  ])('%j is %j', (text, kept) => {
    expect(withoutHidden(text)).toBe(kept);
  });
});
