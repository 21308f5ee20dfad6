import type { Log } from './log';

/** The process's log, for injection. */
export class ProcessLog {
  constructor(readonly log: Log) {}
}
