import { inject, Injectable } from '@angular/core';
import type { Verification } from '@libretto/credentials';
import { Clock } from '../../platform/time';

/** Checks a credential in this browser: a file's bytes never leave it. */
@Injectable({ providedIn: 'root' })
export class Verifier {
  private readonly clock = inject(Clock);

  async check(handedIn: string | File): Promise<Verification> {
    // Only who checks something waits for what checks it.
    const { fetchLoader, verify } = await import('@libretto/credentials');
    const input = typeof handedIn === 'string' ? handedIn : new Uint8Array(await handedIn.arrayBuffer());
    return verify(input, { loader: fetchLoader, now: new Date(this.clock.now()) });
  }
}
