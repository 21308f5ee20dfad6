import { inject, Injectable } from '@angular/core';
import { readTrustedIssuers } from '@libretto/contracts';
import type { Verification } from '@libretto/credentials';
import type { TrustedIssuer } from '@libretto/domain';
import { Api } from '../../platform/api';
import { Clock } from '../../platform/time';
import { codeInPicture } from './code-in-picture';

/** Verifies a credential in this browser: a file's bytes never leave it. */
@Injectable({ providedIn: 'root' })
export class Verifier {
  private readonly clock = inject(Clock);
  private readonly api = inject(Api);

  async check(handedIn: string | File, logProof?: string): Promise<Verification> {
    // The verifier is loaded only when somebody verifies something.
    const { fetchLoader, verify } = await import('@libretto/credentials');
    const options = {
      ...{ loader: fetchLoader, now: new Date(this.clock.now()), trusted: await this.trusted() },
      logProof,
    };
    const input = typeof handedIn === 'string' ? handedIn : new Uint8Array(await handedIn.arrayBuffer());
    const verification = await verify(input, options);
    // A picture without a credential in it may show the code that leads to one.
    const isPicture = typeof handedIn !== 'string' && handedIn.type.startsWith('image/');
    const code = isPicture && verification.verdict === 'unreadable' ? await codeInPicture(handedIn) : undefined;
    return code === undefined ? verification : { ...(await verify(code, options)), source: 'image' };
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
