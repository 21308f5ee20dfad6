import { p256, p384 } from '@noble/curves/nist.js';
import { at, isText } from '../award/award-record';
import { concat, fromMultibase, toBase58, toBase64Url } from '../platform/encoding';

/** The public parts of a JSON Web Key (RFC 7517). */
export type Jwk = Readonly<Record<string, string>>;

/** A public key as WebCrypto reads it, with the curve that says what it signs with. */
export interface PublicKey {
  readonly kind: 'Ed25519' | 'P-256' | 'P-384' | 'RSA';
  readonly jwk: Jwk;
}

/** Multicodec's prefixes of public keys. */
const prefixes = { Ed25519: [0xed, 0x01], 'P-256': [0x80, 0x24], 'P-384': [0x81, 0x24] } as const;

/** An Ed25519 key as DID documents write it: `z6Mk…`. */
export const toMultikey = (publicKey: Uint8Array): string =>
  `z${toBase58(concat(Uint8Array.from(prefixes.Ed25519), publicKey))}`;

/** Throws for what is no key of a known kind. */
export const fromMultikey = (text: string): PublicKey => fromMultikeyBytes(fromMultibase(text));

/** The same for its bytes. */
export function fromMultikeyBytes(data: Uint8Array): PublicKey {
  const startsWith = (prefix: readonly number[]) => data[0] === prefix[0] && data[1] === prefix[1];
  const key = data.slice(2);
  if (startsWith(prefixes.Ed25519) && key.length === 32)
    return { kind: 'Ed25519', jwk: { kty: 'OKP', crv: 'Ed25519', x: toBase64Url(key) } };
  if (startsWith(prefixes['P-256']) && key.length === 33) return onCurve('P-256', p256, key);
  if (startsWith(prefixes['P-384']) && key.length === 49) return onCurve('P-384', p384, key);
  throw new RangeError('Not a key of a known kind.');
}

/** WebCrypto in browsers reads no compressed point. */
function onCurve(kind: 'P-256' | 'P-384', { Point }: typeof p256, compressed: Uint8Array): PublicKey {
  const point = Point.fromBytes(compressed).toBytes(false).slice(1);
  const half = point.length / 2;
  const jwk = { kty: 'EC', crv: kind, x: toBase64Url(point.slice(0, half)), y: toBase64Url(point.slice(half)) };
  return { kind, jwk };
}

/** 2,048 bits in base64url: RFC 7518 allows no shorter RSA key. */
const shortestModulus = 342;

/** The public half of a JSON Web Key; nothing for a kind that is not checked here. */
export function fromJwk(jwk: unknown): PublicKey | undefined {
  const parts = (...names: string[]) => {
    const values = Object.fromEntries(names.map((name) => [name, at(jwk, name)]));
    return Object.values(values).every(isText) ? (values as Jwk) : undefined;
  };
  const curve = at(jwk, 'crv');
  const known = (kind: PublicKey['kind'], found: Jwk | undefined) => found && { kind, jwk: found };
  if (at(jwk, 'kty') === 'OKP' && curve === 'Ed25519') return known('Ed25519', parts('kty', 'crv', 'x'));
  if (at(jwk, 'kty') === 'EC' && (curve === 'P-256' || curve === 'P-384'))
    return known(curve, parts('kty', 'crv', 'x', 'y'));
  const rsa = at(jwk, 'kty') === 'RSA' ? parts('kty', 'n', 'e') : undefined;
  return known('RSA', (rsa?.['n'] ?? '').length >= shortestModulus ? rsa : undefined);
}

const hashOf = { 'P-256': 'SHA-256', 'P-384': 'SHA-384' };

/** Whether the key made the signature over these bytes. Throws for a key or a signature that is none. */
export async function isSignedBy(
  { kind, jwk }: PublicKey,
  signature: Uint8Array<ArrayBuffer>,
  data: Uint8Array<ArrayBuffer>,
): Promise<boolean> {
  if (kind === 'RSA') return false;
  const algorithm = kind === 'Ed25519' ? { name: kind } : { name: 'ECDSA', namedCurve: kind, hash: hashOf[kind] };
  const key = await crypto.subtle.importKey('jwk', jwk, algorithm, false, ['verify']);
  return crypto.subtle.verify(algorithm, key, signature, data);
}
