import { concat, fromMultibase, toBase58 } from './encoding';

/** Multicodec's prefix of an Ed25519 public key. */
const ed25519 = [0xed, 0x01];

/** A public key as DID documents write it: `z6Mk…`. */
export const toMultikey = (publicKey: Uint8Array): string =>
  `z${toBase58(concat(Uint8Array.from(ed25519), publicKey))}`;

export function fromMultikey(text: string): Uint8Array<ArrayBuffer> {
  const data = fromMultibase(text);
  if (data.length !== 34 || data[0] !== ed25519[0] || data[1] !== ed25519[1])
    throw new RangeError('Not an Ed25519 key.');
  return data.slice(2);
}
