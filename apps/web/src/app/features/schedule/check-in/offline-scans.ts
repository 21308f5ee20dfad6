import { effect, inject } from '@angular/core';
import { ReadingLanguage } from '../../../platform/language';

/**
 * From here on this browser keeps codes that its person scans without a connection, also while nothing of the product is
 * open: a worker answers the address of a code with a page of its own, in the reader's language. Call it in a constructor.
 */
export function keepScansOffline(): void {
  const reading = inject(ReadingLanguage);
  effect(() => {
    const { serviceWorker } = navigator as Partial<Navigator>;
    // A browser that keeps no workers, or none now, still sends what it scans with a connection.
    void serviceWorker
      ?.register(`/check-in-worker.js?language=${reading.code()}`, { scope: '/check-in' })
      .catch(() => undefined);
  });
}
