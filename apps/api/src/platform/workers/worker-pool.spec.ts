import { setImmediate as aTurn } from 'node:timers/promises';
import { WorkerPool } from './worker-pool';

const terms = {
  file: { built: 'worker-tasks.mjs', source: '../../testing/worker-tasks.ts' },
  atOnce: 1,
  flags: [],
};

describe('the pool of workers', () => {
  const pool = new WorkerPool(terms);
  afterAll(() => pool.close());

  it('counts the time that a task works, not the time that passes', async () => {
    await expect(pool.run('wait', 3000)).resolves.toBe('waited');
    await expect(pool.run('loop', null)).rejects.toThrow('exited unexpectedly');
  });

  it('ends what swells, and does what waited behind it', async () => {
    const [swollen, waited, again] = await Promise.allSettled([
      pool.run('swell', null),
      pool.run('wait', 1),
      pool.run('wait', 1),
    ]);
    expect([swollen.status, waited, again]).toEqual([
      'rejected',
      { status: 'fulfilled', value: 'waited' },
      { status: 'fulfilled', value: 'waited' },
    ]);
  });

  it('tells its processes nothing of ours', async () => {
    expect(await pool.run('secrets', null)).toEqual([]);
  });

  it('fails what it has not answered when it closes', async () => {
    const closing = new WorkerPool(terms);
    const answer = closing.run('wait', 30_000).catch((error: Error) => error.message);
    await aTurn();
    await closing.close();
    expect(await answer).toBe('Terminating worker thread');
  });
});
