/**
 * Work that waits for a pause in requests: a newer request replaces the waiting one. For a value that follows in
 * pauses, Angular's `debounced` is used; this is for actions.
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

  /** Does the waiting work at once. */
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
