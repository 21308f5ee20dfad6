import { computed, Injectable, signal } from '@angular/core';

/** What time it is, to the half minute, so that distances stay true while a page is open. */
@Injectable({ providedIn: 'root' })
export class Clock {
  private readonly ticked = signal(Date.now());
  readonly now = computed(() => this.ticked());

  constructor() {
    setInterval(() => this.ticked.set(Date.now()), 30_000);
  }
}
