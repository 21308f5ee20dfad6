/**
 * Work that waits until nobody has asked for it for a moment: what is asked for meanwhile takes its place. Where a value is to be
 * followed in pauses, Angular's `debounced` does it; this is for what has to be done.
 */
export class Soon {
  private waiting: { readonly timer: ReturnType<typeof setTimeout>; readonly work: () => void } | undefined;

  get isWaiting(): boolean {
    return this.waiting !== undefined;
  }

  do(work: () => void, afterMs: number): void {
    this.drop();
    this.waiting = { work, timer: setTimeout(() => this.now(), afterMs) };
  }

  /** Does what waits without waiting longer. */
  now(): void {
    const work = this.waiting?.work;
    this.drop();
    work?.();
  }

  drop(): void {
    clearTimeout(this.waiting?.timer);
    this.waiting = undefined;
  }
}
