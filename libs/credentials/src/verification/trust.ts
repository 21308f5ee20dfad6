import type { TrustedIssuer } from '@libretto/domain';
import type { ProvenIssuer } from '../origin/origin';
import { notKnown, passed, type Check } from '../findings/verification';

/** A signature proves the identifier of the signer, not its name: anybody can call a domain of theirs by any name. */
export function trustCheck({ did, domain, name, certified }: ProvenIssuer, trusted: readonly TrustedIssuer[]): Check {
  // What a certificate names is its authority's word: it is no identifier to look for.
  if (certified) {
    const { subject, authority, listed } = certified;
    return listed
      ? passed('trust', 'certificate-listed', { name: listed.name ?? subject, authority })
      : notKnown('trust', 'certificate-not-listed', { name: subject, authority });
  }
  const listed = trusted.find((issuer) => issuer.did === did);
  if (listed) return passed('trust', 'listed', { name: listed.name ?? name, address: domain ?? did });
  return domain
    ? notKnown('trust', 'not-listed', { name, address: domain })
    : notKnown('trust', 'self-declared', { name, address: did });
}
