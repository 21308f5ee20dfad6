import { createPrivateKey, createPublicKey, generateKeyPairSync, sign } from 'node:crypto';
import type { Signer } from './proof';
import { toMultikey } from '../keys/public-key';

/** A new Ed25519 key: the private half as PKCS #8 PEM, to be kept encrypted, and the public half for the DID document. */
export function newKey(): { privateKeyPem: string; publicKeyMultibase: string } {
  const { privateKey } = generateKeyPairSync('ed25519');
  const privateKeyPem = privateKey.export({ format: 'pem', type: 'pkcs8' }).toString();
  return { privateKeyPem, publicKeyMultibase: publicKeyOf(privateKeyPem) };
}

export function publicKeyOf(privateKeyPem: string): string {
  const { x } = createPublicKey(privateKeyPem).export({ format: 'jwk' });
  if (!x) throw new TypeError('Not an Ed25519 key.');
  return toMultikey(Buffer.from(x, 'base64url'));
}

/** Signs with node's own crypto, which is many times faster than the portable libraries. */
export function nodeSigner(verificationMethod: string, privateKeyPem: string): Signer {
  const key = createPrivateKey(privateKeyPem);
  return { verificationMethod, sign: (data) => sign(null, data, key) };
}
