/** The present time. Everything in the api reads it here, so that a spec or a demo can set it. */
export class Clock {
  private offset = 0;

  /** Starts at `start`, or at the real time, and runs on from there. */
  constructor(start?: Date) {
    if (start) this.set(start);
  }

  now(): Date {
    return new Date(Date.now() + this.offset);
  }

  set(now: Date): void {
    this.offset = now.getTime() - Date.now();
  }
}
