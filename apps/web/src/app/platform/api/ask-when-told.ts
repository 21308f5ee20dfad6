import { effect } from '@angular/core';
import type { Route } from '@libretto/contracts';
import { addressOf } from '@libretto/contracts/first';
import type { RequestOf } from './api';

/** While nothing is heard, it is asked at this interval. */
const everyMs = 5000;
/** The server says something at least every 15 seconds. */
const quietMs = 40_000;

/**
 * Asks again each time the stream of this route tells that something was changed, and once the stream is open; while it
 * cannot be heard, every few seconds. One that stands open and says nothing, as behind a proxy that lost its server, is
 * opened anew. One question follows the other. Call it where a field is initialised.
 */
export function askWhenTold<R extends Route>(
  route: R,
  input: () => RequestOf<R> | undefined,
  ask: () => Promise<unknown>,
): void {
  effect((onCleanup) => {
    const given = input();
    if (given) onCleanup(listen(addressOf(route, given), ask));
  });
}

function listen(address: string, ask: () => Promise<unknown>): () => void {
  let heardAt = -Infinity;
  let openedAt = -Infinity;
  let isAsking = false;
  let isToldAgain = false;
  const told = async () => {
    isToldAgain = true;
    if (isAsking) return;
    isAsking = true;
    while (isToldAgain) {
      isToldAgain = false;
      // What could not be read is asked for at the next interval.
      await ask().catch(() => (heardAt = -Infinity));
    }
    isAsking = false;
  };
  const open = () => {
    openedAt = performance.now();
    const stream = new EventSource(address);
    stream.onmessage = ({ data }) => {
      heardAt = performance.now();
      if (data === 'changed') void told();
    };
    // The browser opens it again by itself, unless it was refused.
    stream.onerror = () => (heardAt = -Infinity);
    return stream;
  };
  let stream = open();
  const timer = setInterval(() => {
    const now = performance.now();
    if (now - heardAt < quietMs) return;
    void told();
    const isStalled = stream.readyState === EventSource.OPEN && now - openedAt >= quietMs;
    if (stream.readyState !== EventSource.CLOSED && !isStalled) return;
    stream.close();
    stream = open();
  }, everyMs);
  return () => {
    clearInterval(timer);
    stream.close();
  };
}
