import { markWords } from './marked-words';

/** `[-removed-]`, `[+added+]`. */
const inShort = (before: string, after: string) =>
  markWords(before, after)
    .map(({ is, text }) => (is === 'kept' ? text : is === 'added' ? `[+${text}+]` : `[-${text}-]`))
    .join('');

describe('the words of a changed text', () => {
  it.each([
    ['the same', 'the same', 'the same'],
    ['since 2019', 'since 2020', 'since [-2019-][+2020+]'],
    ['', 'new', '[+new+]'],
    ['gone', '', '[-gone-]'],
    ['one two', 'one and two', 'one [+and +]two'],
    ['one\ntwo', 'one\n\ntwo', expect.stringContaining('two')],
  ])('%j → %j', (before, after, expected) => expect(inShort(before, after)).toEqual(expected));

  it('leave out the middle of what stayed and is long', () => {
    const long = 'recognition '.repeat(60);
    const shown = inShort(`${long}ends`, `${long}goes on`);
    expect(shown).toContain(' … ');
    expect(shown.length).toBeLessThan(300);
  });
});
