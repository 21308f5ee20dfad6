import { Component } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { route } from '@libretto/contracts';
import { Stream } from '../../../testing/stream';
import { askWhenTold } from './ask-when-told';

const followThing = route({ summary: 'Hear of it', method: 'GET', path: '/thing/live', reply: 'events' });

const asked: { end: (failed?: boolean) => void }[] = [];

@Component({ template: '' })
class Reader {
  constructor() {
    askWhenTold(
      followThing,
      () => ({}),
      () =>
        new Promise<void>((resolve, reject) =>
          asked.push({ end: (failed) => (failed ? reject(new Error('gone')) : resolve()) }),
        ),
    );
  }
}

describe('a page that asks when it is told', () => {
  beforeEach(() => {
    jest.useFakeTimers();
    asked.length = 0;
    Stream.beginAnew();
  });
  afterEach(() => jest.useRealTimers());

  async function opened() {
    const fixture = TestBed.createComponent(Reader);
    TestBed.tick();
    const [stream] = Stream.opened;
    if (!stream) throw new Error('no stream');
    return { fixture, stream };
  }
  const wait = (ms: number) => jest.advanceTimersByTimeAsync(ms);

  it('asks once after the other, and once more for all that it was told meanwhile', async () => {
    const { stream } = await opened();
    expect(stream.url).toBe('/api/thing/live');
    for (const data of ['changed', 'changed', 'beat', 'changed']) stream.onmessage({ data });
    expect(asked).toHaveLength(1);
    asked[0]?.end();
    await wait(0);
    expect(asked).toHaveLength(2);
    asked[1]?.end();
    await wait(30_000);
    expect(asked).toHaveLength(2);
  });

  it.each([
    ['it hears nothing at all', (_: Stream) => undefined],
    ['the stream fails', (stream: Stream) => (stream.onmessage({ data: 'beat' }), stream.onerror())],
  ])('asks every few seconds while %s', async (_, happens) => {
    const { stream } = await opened();
    happens(stream);
    await wait(5000);
    expect(asked).toHaveLength(1);
    asked[0]?.end();
    await wait(5000);
    expect(asked).toHaveLength(2);
  });

  it('asks again soon where the answer did not come', async () => {
    const { stream } = await opened();
    stream.onmessage({ data: 'changed' });
    asked[0]?.end(true);
    await wait(5000);
    expect(asked).toHaveLength(2);
  });

  it('asks at intervals while an open stream says nothing, and opens it anew', async () => {
    const { stream } = await opened();
    stream.readyState = Stream.OPEN;
    stream.onmessage({ data: 'changed' });
    asked[0]?.end();
    // The server says something at least every 15 seconds.
    for (const _ of [1, 2, 3]) {
      await wait(15_000);
      stream.onmessage({ data: 'beat' });
    }
    expect(asked).toHaveLength(1);
    await wait(45_000);
    expect(asked.length).toBeGreaterThan(1);
    expect(Stream.opened.map(({ readyState }) => readyState)).toEqual([Stream.CLOSED, 0]);
    Stream.opened[1]?.onmessage({ data: 'changed' });
    asked.at(-1)?.end();
    await wait(0);
    asked.at(-1)?.end();
    const known = asked.length;
    await wait(30_000);
    expect(asked).toHaveLength(known);
  });

  it('opens a stream that was refused again, and ends with its page', async () => {
    const { fixture, stream } = await opened();
    stream.close();
    await wait(5000);
    expect(Stream.opened).toHaveLength(2);
    fixture.destroy();
    expect(Stream.opened.map(({ readyState }) => readyState)).toEqual([2, 2]);
    const known = asked.length;
    await wait(60_000);
    expect(asked).toHaveLength(known);
  });
});
