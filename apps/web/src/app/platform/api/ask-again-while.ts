import { DestroyRef, inject } from '@angular/core';

const every = 3000;

/** Asks again every few seconds while a job works on the data of the page. Call it where a field is initialised. */
export function askAgainWhile(underway: () => boolean, ask: () => void): void {
  const timer = setInterval(() => {
    if (underway()) ask();
  }, every);
  inject(DestroyRef).onDestroy(() => clearInterval(timer));
}
