import { at, isText } from '../award/award-record';
import { notKnown, passed, type Check } from '../findings/verification';

/** An issuer known to an installation: this identifier really belongs to this body. */
export interface TrustedIssuer {
  /** A DID, or the address that stands for the issuer, as its credentials write it. */
  readonly did: string;
  /** If absent, the name by which it signs: a trusted issuer's own name is believed. */
  readonly name?: string | undefined;
}

/** Tells a list of trusted issuers from anything else that a file may hold. */
export const isTrustedIssuers = (value: unknown): value is readonly TrustedIssuer[] =>
  Array.isArray(value) &&
  value.every(
    (item) =>
      /^(did:\w+:|https:\/\/)\S+$/.test(String(at(item, 'did'))) &&
      (at(item, 'name') === undefined || isText(at(item, 'name'))),
  );

/** A signature proves the identifier of the signer, not its name: anybody can call a domain of theirs by any name. */
export function trustCheck(
  { did, domain, name }: { did: string; domain?: string; name: string },
  trusted: readonly TrustedIssuer[],
): Check {
  const listed = trusted.find((issuer) => issuer.did === did);
  if (listed) return passed('trust', 'listed', { name: listed.name ?? name, address: domain ?? did });
  return domain
    ? notKnown('trust', 'not-listed', { name, address: domain })
    : notKnown('trust', 'self-declared', { name, address: did });
}
