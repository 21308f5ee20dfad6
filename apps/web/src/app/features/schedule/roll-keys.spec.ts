import english from '../../../../../../libs/language/en/schedule.json';
import italian from '../../../../../../libs/language/it/schedule.json';
import { keyedPeople, rollKeys } from './roll-keys';

describe('the keys of a roll', () => {
  it.each([
    ['English', english.letter, ['p', 'l', 'e', 'a', 'o']],
    ['Italian', italian.letter, ['p', 'r', 'g', 'a', 't']],
  ])('mean one thing each in %s, and reach each of 25 people', (_, letter, expected) => {
    const { marks, others, people } = rollKeys((of) => letter[of]);
    expect([...Object.values(marks), others]).toEqual(expected);
    expect(new Set([...expected, ...people]).size).toBe(36);
    expect(people.length).toBeGreaterThanOrEqual(25);
  });

  it.each([
    ['nobody is current', undefined, 'abc'],
    ['the first is', 'a', 'abc'],
    ['the last of the first is', 'c', 'abc'],
    ['the next is', 'd', 'def'],
    ['the last of all is', 'h', 'gh'],
    ['somebody is who is not there', 'x', 'abc'],
  ])('stand before so many people as there are keys, around the current one: %s', (_, current, expected) => {
    expect([...keyedPeople(['1', '2', '3'], [...'abcdefgh'], current).keys()].join('')).toBe(expected);
  });
});
