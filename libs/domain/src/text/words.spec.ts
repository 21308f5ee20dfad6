import { countWords } from './words';

describe('the words of a text', () => {
  it.each([
    ['', 0],
    [' \n\t ', 0],
    ['— … !?', 0],
    ['One.', 1],
    ['We don’t know, do we?', 5],
    ['Two\nlines', 2],
    ['e-mail', 2],
    ['5 ECTS = 125 hours', 4],
    ['3.14', 1],
    ['Übung macht den Meister', 4],
    ['L’università dell’Aquila', 2],
    ['Проверка слов', 2],
    ['👍🏽 yes', 1],
  ])('of %j are %d', (text, words) => {
    expect(countWords(text)).toBe(words);
  });

  it('are found where a script writes no blanks', () => {
    expect(countWords('学位の認定')).toBeGreaterThan(1);
  });
});
