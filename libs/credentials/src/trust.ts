import { at, isText } from './award-record';
import { notKnown, passed, type Check } from './verification';

/** An issuer whom an installation knows: the one that stands behind this identifier is really this body. */
export interface TrustedIssuer {
  /** `did:web:…` or `did:key:…`, as its credentials write it. */
  readonly did: string;
  /** Where none is given, the name by which it signs: a trusted issuer is believed that. */
  readonly name?: string | undefined;
}

/** Tells a list of trusted issuers from anything else that a file may hold. */
export const isTrustedIssuers = (value: unknown): value is readonly TrustedIssuer[] =>
  Array.isArray(value) &&
  value.every(
    (item) =>
      /^did:\w+:\S+$/.test(String(at(item, 'did'))) && (at(item, 'name') === undefined || isText(at(item, 'name'))),
  );

/** Who signed it is proven; whether that is who its name claims is not: anybody can call a domain of theirs by any name. */
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
