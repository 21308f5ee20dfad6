import type { Log } from './log';

/** The process's log, as a thing that can be injected. */
export class LogBook {
  constructor(readonly log: Log) {}
}
