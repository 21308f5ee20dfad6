import type { Process } from './process';

/** The states of a file that a job makes: an extract, a copy of one's data, a document of minutes. */
export const madeFileStates = ['queued', 'ready', 'failed'] as const;
export type MadeFileState = (typeof madeFileStates)[number];

export const madeFileProcess: Process<MadeFileState> = {
  queued: { to: ['ready', 'failed'] },
  // The job may try again by itself, or somebody asks for it again.
  failed: { to: ['ready', 'queued'] },
  // A part of it had to be erased.
  ready: { to: ['failed'] },
};
