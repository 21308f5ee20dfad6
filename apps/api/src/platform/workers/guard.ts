/**
 * Ends a worker process whose task takes more CPU time or memory than it may. CPU time and not the time on the wall: a
 * busy machine makes a task late, but no dearer, so the same bytes get the same answer. Another thread watches: a parser
 * that loops or swells does not come round to look at a clock.
 */
import { Worker } from 'node:worker_threads';

const megabyte = 1024 * 1024;
const mostMemoryOfTask = 800 * megabyte;
/** What a process may have kept of its tasks; one that has more is spent, and ends. */
const mostKept = 400 * megabyte;

/** What a task answers, and whether its process is to be replaced. */
export interface Answered<T> {
  readonly answer: T;
  readonly isSpent: boolean;
}

/** CPU time of the whole process, in microseconds, and memory, in bytes, at which it ends. */
const until = new Float64Array(new SharedArrayBuffer(16)).fill(Infinity);

const watching = `
  const { workerData: until } = require('node:worker_threads');
  setInterval(() => {
    const { user, system } = process.cpuUsage();
    if (user + system > until[0] || process.memoryUsage.rss() > until[1]) process.kill(process.pid, 'SIGKILL');
  }, 25);
`;
new Worker(watching, { eval: true, workerData: until }).unref();

/** Does a task that may take so many seconds of CPU time. */
export async function within<T>(seconds: number, task: () => T | Promise<T>): Promise<Answered<T>> {
  const { user, system } = process.cpuUsage();
  until.set([user + system + seconds * 1_000_000, process.memoryUsage.rss() + mostMemoryOfTask]);
  try {
    const answer = await task();
    return { answer, isSpent: process.memoryUsage.rss() > mostKept };
  } finally {
    until.fill(Infinity);
  }
}
