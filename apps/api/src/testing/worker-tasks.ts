/** Tasks for the spec of the pool. Node runs this file unbundled. */
import { setTimeout as pause } from 'node:timers/promises';
import { within } from '../platform/workers/guard.ts';

export const wait = (ms: number) => within(1, async () => (await pause(ms)) ?? 'waited');

export const loop = () =>
  within(1, () => {
    for (;;);
  });

export const swell = () =>
  within(60, () => {
    const kept: Buffer[] = [];
    for (;;) kept.push(Buffer.alloc(16 * 1024 * 1024, 1));
  });

export const secrets = () => within(1, () => Object.keys(process.env).filter((name) => !name.startsWith('TINYPOOL')));
