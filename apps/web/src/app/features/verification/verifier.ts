import { inject, Injectable } from '@angular/core';
import { readTrustedIssuers } from '@libretto/contracts';
import type { TrustedIssuer, Verification } from '@libretto/credentials';
import { Api } from '../../platform/api';
import { Clock } from '../../platform/time';

/** Verifies a credential in this browser: a file's bytes never leave it. */
@Injectable({ providedIn: 'root' })
export class Verifier {
  private readonly clock = inject(Clock);
  private readonly api = inject(Api);

  async check(handedIn: string | File): Promise<Verification> {
    // The verifier is loaded only when somebody verifies something.
    const { fetchLoader, verify } = await import('@libretto/credentials');
    const input = typeof handedIn === 'string' ? handedIn : new Uint8Array(await handedIn.arrayBuffer());
    return verify(input, { loader: fetchLoader, now: new Date(this.clock.now()), trusted: await this.trusted() });
  }

  /** Without the list nobody is trusted: the verdict then says that the issuer is not known. */
  private async trusted(): Promise<readonly TrustedIssuer[]> {
    try {
      return (await this.api.send(readTrustedIssuers, {})).issuers;
    } catch {
      return [];
    }
  }
}
