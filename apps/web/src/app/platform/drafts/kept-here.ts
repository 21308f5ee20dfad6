import { DestroyRef, inject, untracked } from '@angular/core';
import { keepChange, takeKeptChanges, writeUntil } from '../device/kept-changes';
import { SignedIn } from '../people';

/**
 * Something typed that only this browser keeps, for whoever is signed in, until it is sent or dropped. Call it where a
 * field is initialised.
 */
export class KeptHere<Value> {
  private readonly signedIn = inject(SignedIn);
  private readonly account = this.signedIn.me()?.accountId;
  private readonly writer = crypto.getRandomValues(new Uint32Array(3)).join('-');

  constructor() {
    let end: () => void = () => undefined;
    writeUntil(this.writer, new Promise((resolve) => (end = resolve)));
    inject(DestroyRef).onDestroy(() => end());
  }

  /** What closed windows kept under a name, the oldest first. */
  async take(name: string): Promise<Value[]> {
    const kept = this.account ? await takeKeptChanges(this.account, name) : [];
    return kept.map(({ screen }) => screen as Value);
  }

  /** `null` drops it. */
  keep(name: string, value: Value | null): void {
    // Another window may have signed them out since: whoever uses this browser next finds nothing.
    if (!this.account || untracked(this.signedIn.me)?.accountId !== this.account) return;
    keepChange([this.account, name, this.writer], value === null ? null : { base: null, screen: value });
  }
}
