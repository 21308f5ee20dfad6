import { Soon } from './soon';

describe('work that waits', () => {
  const done: string[] = [];
  const soon = new Soon();
  const ask = (what: string) => soon.do(() => done.push(what), 300);

  beforeEach(() => {
    jest.useFakeTimers();
    done.length = 0;
  });
  afterEach(() => {
    soon.drop();
    jest.useRealTimers();
  });

  it('is done once, a moment after it was asked for last', () => {
    ask('first');
    jest.advanceTimersByTime(299);
    ask('second');
    jest.advanceTimersByTime(299);
    expect([done, soon.isWaiting]).toEqual([[], true]);
    jest.advanceTimersByTime(1);
    expect([done, soon.isWaiting]).toEqual([['second'], false]);
  });

  it('is done at once where somebody goes on, and not again', () => {
    ask('it');
    soon.now();
    soon.now();
    jest.runAllTimers();
    expect(done).toEqual(['it']);
  });

  it('is not done once it is dropped', () => {
    ask('it');
    soon.drop();
    jest.runAllTimers();
    expect(done).toEqual([]);
  });
});
