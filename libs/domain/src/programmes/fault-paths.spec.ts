import { onOneWay, pathFrom, spelledPath, valueAt } from './fault';
import { isIllustrative, pathsOf } from './illustrative';

describe('paths of a programme file', () => {
  it('leave positions in lists out', () => {
    expect(pathsOf({ modules: [{ title: 'a' }, { minutes: { contact: 1 } }] })).toEqual(
      new Set(['modules', 'modules.title', 'modules.minutes', 'modules.minutes.contact']),
    );
  });

  it('mark everything below them', () => {
    const marked = { illustrative: ['modules.minutes'] };
    expect(
      ['modules', 'modules.minutes', 'modules.minutes.contact', 'modules.minutesOfMeeting'].map((path) =>
        isIllustrative(marked, path),
      ),
    ).toEqual([false, true, true, false]);
  });

  it('are spelled with positions from 1, and read again', () => {
    const path = ['modules', 0, 'title', 'en'];
    expect(spelledPath(path)).toBe('modules.1.title.en');
    expect(pathFrom('modules.1.title.en')).toEqual(path);
  });

  it('lead to values, or nowhere without harm', () => {
    expect(valueAt({ a: [{ b: 1 }] }, ['a', 0, 'b'])).toBe(1);
    expect(valueAt('text', ['length', 'x'])).toBeUndefined();
  });

  it('are on one way when one leads through the other', () => {
    expect(onOneWay(['a', 1], ['a'])).toBe(true);
    expect(onOneWay(['a'], ['a', 1])).toBe(true);
    expect(onOneWay(['a', 1], ['a', 2])).toBe(false);
  });
});
