import type { Log } from './log';

/** The process's log, as a thing that can be injected. */
export class ProcessLog {
  constructor(readonly log: Log) {}
}
