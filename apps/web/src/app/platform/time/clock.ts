import { computed, Injectable, signal } from '@angular/core';

/** The present time, to the half minute, so that distances stay true while a page is open. */
@Injectable({ providedIn: 'root' })
export class Clock {
  private readonly ticked = signal(Date.now());
  readonly now = computed(() => this.ticked());

  constructor() {
    setInterval(() => this.ticked.set(Date.now()), 30_000);
  }
}

/** The calendar day on this device, `2026-11-23`. */
export function today(): string {
  const now = new Date();
  return new Date(now.getTime() - now.getTimezoneOffset() * 60_000).toISOString().slice(0, 10);
}
