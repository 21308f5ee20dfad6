import type { Process } from './process';

/** The states of a file that a job makes for one person: an extract, a copy of one's data. */
export const madeFileStates = ['queued', 'ready', 'failed'] as const;
export type MadeFileState = (typeof madeFileStates)[number];

export const madeFileProcess: Process<MadeFileState> = {
  queued: { to: ['ready', 'failed'] },
  // The job may try again.
  failed: { to: ['ready'] },
  // A part of it had to be erased.
  ready: { to: ['failed'] },
};
