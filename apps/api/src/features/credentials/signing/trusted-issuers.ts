import type { TrustedIssuer } from '@libretto/domain';
import { Injectable } from '@nestjs/common';
import { Config } from '../../../platform/config/config';
import { addresses } from '../award/addresses';

/**
 * The issuers known to this installation: anybody can sign under any name, so the operator says which domain belongs to
 * whom.
 */
@Injectable()
export class TrustedIssuers {
  constructor(private readonly config: Config) {}

  list(): { issuers: TrustedIssuer[] } {
    const { did: own, issuer } = addresses(this.config);
    const named = this.config.trustedIssuers;
    // In wallets it is known by its web address.
    const missing = [own, issuer].filter((did) => !named.some((one) => one.did === did));
    return { issuers: [...missing.map((did) => ({ did })), ...named] };
  }
}
