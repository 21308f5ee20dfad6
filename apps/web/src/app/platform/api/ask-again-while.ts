import { DestroyRef, inject } from '@angular/core';

const every = 3000;

/** Asks again every few seconds for as long as a job is at work on what the page shows. Call it where a field is initialised. */
export function askAgainWhile(underway: () => boolean, ask: () => void): void {
  const timer = setInterval(() => {
    if (underway()) ask();
  }, every);
  inject(DestroyRef).onDestroy(() => clearInterval(timer));
}
