import type { KeyBelow, Say, SentenceKey } from './index';

const say: Say = (key) => key;
const below: Say<KeyBelow<'schedule.letter'>> = (key) => say(`schedule.letter.${key}`);
const mark = 'late' as 'present' | 'late' | 'excused' | 'absent';
const someMark: string = mark;

/** The marked lines are those that the compiler refuses: a mark without a fault below it does not compile. */
const said: string[] = [
  say('common.refusals.not-found'),
  say(`schedule.letter.${mark}`),
  below(mark),
  // @ts-expect-error -- no such key
  say('common.refusals.not-there'),
  // @ts-expect-error -- a key above sentences is no sentence
  say('common.refusals'),
  // @ts-expect-error -- not every mark of this kind has a sentence there
  say(`schedule.letter.${someMark}`),
  // @ts-expect-error -- the same below a key
  below('missing'),
];

describe('a key of a sentence', () => {
  it('is the path to it in the language files', () => {
    const key: SentenceKey = 'common.refusals.not-found';
    expect(said).toContain(key);
  });
});
