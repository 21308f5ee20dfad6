import { compactVerify, errors, flattenedVerify, importJWK } from 'jose';
import { isText } from '../award/award-record';
import type { PublicKey } from '../keys/public-key';
import type { Token } from './token';

/** Signature algorithms of tokens (RFC 7518, RFC 8037, RFC 9864) and the keys that they sign with. */
const algorithms: Readonly<Record<string, PublicKey['kind']>> = {
  EdDSA: 'Ed25519',
  Ed25519: 'Ed25519',
  ES256: 'P-256',
  ES384: 'P-384',
  RS256: 'RSA',
  PS256: 'RSA',
};

/** A signature beside what it signs (flattened serialisation, RFC 7515). */
export interface Flattened {
  readonly protected: string;
  readonly payload: string;
  readonly signature: string;
}

/** The kind of key that an algorithm signs with; nothing for one that is not checked here. */
export const kindOf = (alg: unknown): PublicKey['kind'] | undefined =>
  isText(alg) && Object.hasOwn(algorithms, alg) ? algorithms[alg] : undefined;

/** Whether the key made the token's signature with this algorithm. */
export const fitsToken = ({ text }: Token, alg: string, key: PublicKey): Promise<boolean> =>
  fits(key, alg, (imported) => compactVerify(text, imported, { algorithms: [alg] }));

/** The same for a signature that is written apart from what it signs. What its header calls critical was understood. */
export const fitsSealed = (
  written: Flattened,
  { alg, crit }: { readonly alg: string; readonly crit: readonly unknown[] },
  key: PublicKey,
): Promise<boolean> => {
  const understood = Object.fromEntries(crit.filter((name) => name !== 'b64').map((name) => [String(name), true]));
  return fits(key, alg, (imported) => flattenedVerify(written, imported, { algorithms: [alg], crit: understood }));
};

async function fits(
  { jwk }: PublicKey,
  alg: string,
  verified: (key: Awaited<ReturnType<typeof importJWK>>) => Promise<unknown>,
): Promise<boolean> {
  try {
    await verified(await importJWK(jwk as never, alg));
    return true;
  } catch (error) {
    // A browser says by the name of a DOMException, which is inherited, that a key is none.
    if (error instanceof errors.JOSEError || error instanceof TypeError || (error as Error).name === 'DataError')
      return false;
    throw error;
  }
}
