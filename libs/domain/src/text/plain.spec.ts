import { plain, searchFor } from './plain';

describe('a plain text', () => {
  it.each([
    ['Inês  Sá', 'ines sa'],
    ['ĐURIĆ', 'duric'],
    ['Łódź', 'lodz'],
    ['Universität Straße', 'universitat strasse'],
    ['Søren Ærø', 'soren aero'],
    ['  Ana\tKovač\n', 'ana kovac'],
    ['İstanbul', 'istanbul'],
    ['Uni A\u200Dlfa\u200E', 'uni alfa'],
    ['Ｕｎｉ\u3000Ａｌｆａ', 'uni alfa'],
    ['Uni\u00ADversità ﬁnanze', 'universita finanze'],
    ["%' OR 1=1 --", "%' or 1=1 --"],
    ['', ''],
  ])('%j is %j', (text, expected) => expect(plain(text)).toBe(expected));

  it('is plain already', () => expect(plain(plain('Kovačević-Đurić'))).toBe(plain('Kovačević-Đurić')));
});

describe('a search', () => {
  const found = (words?: string) => searchFor(words)('Ana Kovačević-Đurić', 'Sveučilište u Zagrebu');
  it.each([
    ['nothing', undefined, true],
    ['spaces', '   ', true],
    ['a part of the name, without accents', 'kovacevic', true],
    ['capitals', 'DURIC', true],
    ['words in any order, of name and institution', 'zagreb ana', true],
    ['a word that is not there', 'ana split', false],
    ['what a database would read', "%' OR 1=1 --", false],
    ['what a pattern would read', '.*', false],
    ['a backslash', '\\', false],
    ['half a character', '\ud83d', false],
  ])('for %s', (_, words, expected) => expect(found(words)).toBe(expected));
});
