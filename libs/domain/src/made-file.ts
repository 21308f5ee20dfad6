import type { Process } from './process';

/** Where a file stands that a job makes for one person: an extract, a copy of one's data. */
export const madeFileStates = ['queued', 'ready', 'failed'] as const;
export type MadeFileState = (typeof madeFileStates)[number];

export const madeFileProcess: Process<MadeFileState> = {
  queued: { to: ['ready', 'failed'] },
  // The job tries again.
  failed: { to: ['ready'] },
  // Something in it had to be erased.
  ready: { to: ['failed'] },
};
