/**
 * Ends a worker process whose task takes more CPU time or memory than it may. It counts CPU time and not elapsed time:
 * a busy machine delays a task, but does not cost it more, so the same bytes get the same answer. Another thread
 * watches, since a parser in a loop never gets to look at a clock.
 */
import { Worker } from 'node:worker_threads';

const megabyte = 1024 * 1024;
const mostMemoryOfTask = 800 * megabyte;
/** The most memory that a process may keep of its tasks; one that has more is spent, and ends. */
const mostKept = 400 * megabyte;

/** The answer of a task, and whether its process is to be replaced. */
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

/** Runs a task with a limit of so many seconds of CPU time. */
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
