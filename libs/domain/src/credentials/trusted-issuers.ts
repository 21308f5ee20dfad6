/** An issuer known to somebody who verifies: this identifier, or this certificate, really belongs to this body. */
export type TrustedIssuer =
  | {
      /** A DID, or the address that stands for the issuer, as its credentials write it. */
      readonly did: string;
      readonly certificate?: undefined;
      /** If absent, the name by which it signs: a trusted issuer's own name is believed. */
      readonly name?: string | undefined;
    }
  | {
      /** Of a body, or of a trust service that gives bodies theirs (X.509): base64 of its DER. */
      readonly certificate: string;
      readonly did?: undefined;
      readonly name?: string | undefined;
    };

/**
 * The issuers in a list that somebody keeps: ours, or a registry as the Digital Credentials Consortium publishes them. Nothing
 * where it is neither, or an entry of it is none.
 */
export function trustedIssuersIn(list: unknown): readonly TrustedIssuer[] | undefined {
  const entries = Array.isArray(list) ? (list as unknown[]) : entriesOfRegistry(list);
  const issuers = entries?.map(issuerIn);
  return issuers?.every((issuer) => issuer !== undefined) ? issuers : undefined;
}

/** `{ "registry": { "did:key:…": { "name": … } } }`. */
function entriesOfRegistry(list: unknown): unknown[] | undefined {
  const registry = partOf(list, 'registry');
  if (typeof registry !== 'object' || registry === null || Array.isArray(registry)) return undefined;
  return Object.entries(registry).map(([did, about]) => ({ did, name: partOf(about, 'name') }));
}

function issuerIn(entry: unknown): TrustedIssuer | undefined {
  const [did, written, name] = ['did', 'certificate', 'name'].map((part) => partOf(entry, part));
  if (name !== undefined && (typeof name !== 'string' || name.trim() === '')) return undefined;
  const named = name === undefined ? {} : { name };
  if (written === undefined)
    return typeof did === 'string' && /^(did:\w+:|https:\/\/)\S+$/.test(did) ? { did, ...named } : undefined;
  const certificate = typeof written === 'string' ? written.replace(/-----[A-Z ]+-----|\s/g, '') : '';
  return did === undefined && /^MI[\w+/]+=*$/.test(certificate) ? { certificate, ...named } : undefined;
}

const partOf = (value: unknown, key: string): unknown =>
  typeof value === 'object' && value !== null && Object.hasOwn(value, key)
    ? (value as Record<string, unknown>)[key]
    : undefined;
