import compile from 'icu-minify/compile';
import { compiledAt, readCompiled, sayCompiled } from './say-compiled';

/** As the web's build writes a part, and as a browser reads it. */
const arrived = (sentences: object) =>
  readCompiled(
    JSON.stringify(
      JSON.parse(JSON.stringify(sentences), (_, value: unknown) =>
        typeof value === 'string' ? compile(value) : value,
      ),
    ),
  );
const parts = [
  arrived({ shell: { skip: 'Skip' } }),
  arrived({
    shell: { left: '{left, number, minutes} left' },
    desk: { by: '{by, select, none {Nobody} other {By {by}}}' },
  }),
];
const say = sayCompiled<string>('en', (key) => compiledAt(parts, key));

describe('sentences in parts', () => {
  it.each([
    ['shell.skip', {}, 'Skip'],
    ['shell.left', { left: 90 }, '1\u00a0h 30\u00a0min left'],
    ['desk.by', { by: 'none' }, 'Nobody'],
  ])('finds %s in whichever part has it', (key, values, expected) => expect(say(key, values)).toBe(expected));

  it.each(['constructor', '__proto__', 'toString', 'hasOwnProperty'])('takes a person called %s for a name', (by) =>
    expect(say('desk.by', { by })).toBe(`By ${by}`),
  );

  it.each(['shell', 'shell.constructor', 'desk.by.0', 'constructor'])('has no sentence at %s', (key) =>
    expect(say(key)).toBe(key),
  );

  it('says nothing for a value that is nothing, and refuses to go without one', () => {
    expect(say('desk.by', { by: null })).toBe('By ');
    expect(() => say('desk.by')).toThrow('desk.by needs {by}');
  });
});
