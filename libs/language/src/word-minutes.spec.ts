import { sayIn } from './say';
import { wordMinutes } from './word-minutes';

const plain = (words: string) => words.replaceAll('\u00a0', ' ');

describe('a length of time', () => {
  it.each([
    [0, '0 h'],
    [45, '45 min'],
    [120, '2 h'],
    [750, '12 h 30 min'],
    [-90, '−1 h 30 min'],
  ])('of %d minutes is said in hours', (minutes, words) => {
    expect(plain(wordMinutes('en', minutes))).toBe(words);
  });

  it.each([
    [260, 'Puoi registrare ancora 4 h 20 min.'],
    [60000, 'Puoi registrare ancora 1000 h.'],
    [0, 'Tutto è registrato.'],
  ])('is said the same way inside a sentence: %d', (left, words) => {
    const say = sayIn<string>('it', {
      left: '{left, plural, =0 {Tutto è registrato.} other {Puoi registrare ancora {left, number, minutes}.}}',
    });
    expect(plain(say('left', { left }))).toBe(words);
  });

  it('leaves plain numbers as they are', () => {
    expect(sayIn<string>('en', { size: '{kilobytes, number} kB' })('size', { kilobytes: 1234 })).toBe('1,234 kB');
  });
});
