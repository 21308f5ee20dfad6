import { WorkerPool } from '../workers/worker-pool';

/**
 * Processes that read files and write nothing: a result for a file is their answer. A hostile file may end one of them.
 */
export const fileWorkers = (atOnce: number): WorkerPool =>
  new WorkerPool({
    file: { built: 'file-worker.mjs', source: '../files/worker/file-worker.ts' },
    atOnce,
    flags: ['--permission', '--allow-fs-read=*', '--allow-worker', '--allow-addons', '--max-old-space-size=512'],
  });
