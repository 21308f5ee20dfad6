/** Thrown by a job that is to run again later: that is no failure, and counts as no attempt. */
export class NotYet extends Error {
  constructor(readonly until: Date) {
    super(`Not before ${until.toISOString()}.`);
  }
}
