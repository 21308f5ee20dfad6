import type { TrustedIssuer } from '@libretto/credentials';
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
    const own = addresses(this.config).did;
    const named = this.config.trustedIssuers;
    return { issuers: named.some(({ did }) => did === own) ? [...named] : [{ did: own }, ...named] };
  }
}
