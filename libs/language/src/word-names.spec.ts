import { knownName, wordCountry, wordLanguage, wordList } from './word-names';

describe('names and lists', () => {
  it('are those of the language', () => {
    expect([wordCountry('en', 'HR'), wordCountry('it', 'HR')]).toEqual(['Croatia', 'Croazia']);
    expect([wordLanguage('en', 'sl'), wordLanguage('it', 'sl')]).toEqual(['Slovenian', 'sloveno']);
    expect([wordList('en', ['one', 'two', 'three']), wordList('en-GB', ['one', 'two', 'three'])]).toEqual([
      'one, two, and three',
      'one, two and three',
    ]);
  });

  it('say a code where nobody has a name for it', () => {
    expect([knownName('en', 'region', 'QX'), wordCountry('en', 'QX')]).toEqual([undefined, 'QX']);
  });
});
