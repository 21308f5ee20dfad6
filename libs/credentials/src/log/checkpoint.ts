import { sha256 } from '@noble/hashes/sha2.js';
import { fromMultikey, isSignedBy, type PublicKey } from '../keys/public-key';
import { concat, fromBase64Url, toHex, utf8 } from '../platform/encoding';
import type { Signer } from '../signing/proof';
import { fromBase64, toBase64 } from './base64';
import { equals, type Hash } from './tree';

/** What a log says of itself: its name, the number of its entries, and the root of the tree over them. */
export interface Checkpoint {
  readonly origin: string;
  readonly size: number;
  readonly root: Hash;
}

/** The kind of key, as signed notes number it. */
const ed25519 = 1;
const mostSignatures = 16;

/** The id of a public key in signed notes (C2SP): four bytes that lead to the key and prove nothing. */
const keyIdOf = (origin: string, publicKey: Uint8Array): Uint8Array =>
  sha256(concat(utf8(`${origin}\n`), Uint8Array.of(ed25519), publicKey)).slice(0, 4);

/** The public key as monitors of other makers take it: the log's name, the key's id and the key in one line. */
export function verifierKeyOf(origin: string, multikey: string): string {
  const raw = rawKey(fromMultikey(multikey));
  return `${origin}+${toHex(keyIdOf(origin, raw))}+${toBase64(concat(Uint8Array.of(ed25519), raw))}`;
}

const rawKey = ({ jwk }: PublicKey): Uint8Array => fromBase64Url(jwk['x'] ?? '');

/** A checkpoint as a signed note, with the key of the issuer that is the signer's. The same tree and key always give the same text. */
export async function signCheckpoint(
  { origin, size, root }: Checkpoint,
  signer: Pick<Signer, 'sign'>,
  multikey: string,
): Promise<string> {
  const text = `${origin}\n${size}\n${toBase64(root)}\n`;
  const signature = await signer.sign(utf8(text));
  return `${text}\n— ${origin} ${toBase64(concat(keyIdOf(origin, rawKey(fromMultikey(multikey))), signature))}\n`;
}

interface Note {
  readonly checkpoint: Checkpoint;
  readonly text: string;
  readonly signatures: readonly { readonly name: string; readonly data: Uint8Array<ArrayBuffer> }[];
}

/** The checkpoint in a note, before anybody knows whether its log signed it; nothing if it is none. */
export function noteIn(note: string): Note | undefined {
  const end = note.lastIndexOf('\n\n');
  const text = note.slice(0, end + 1);
  const lines = note.slice(end + 2).split('\n');
  const [origin = '', size = '', hash = ''] = text.split('\n');
  const root = fromBase64(hash);
  if (end < 0 || lines.pop() !== '' || lines.length === 0 || lines.length > mostSignatures) return undefined;
  if (/[\u0000-\u0009\u000b-\u001f]/.test(note) || !note.isWellFormed()) return undefined;
  if (!origin || !isCount(size) || root?.length !== 32) return undefined;
  const signatures = lines.map((line) => {
    const [, name, written] = /^— ([^\s+]+) (\S+)$/.exec(line) ?? [];
    const data = written === undefined ? undefined : fromBase64(written);
    return name !== undefined && data && data.length > 4 ? { name, data } : undefined;
  });
  if (!signatures.every((one) => one !== undefined)) return undefined;
  return { checkpoint: { origin, size: Number(size), root }, text, signatures };
}

/** A number of entries, in digits. */
export const isCount = (text: string): boolean => /^(0|[1-9]\d{0,14})$/.test(text);

/**
 * Whether the log signed its note with one of these keys: `unknown-key` where none of them has a signature in it, which says
 * nothing against it.
 */
export async function signatureOf(
  { text, signatures, checkpoint: { origin } }: Note,
  keys: readonly PublicKey[],
): Promise<'fits' | 'unknown-key' | 'altered'> {
  const own = signatures.filter(({ name }) => name === origin);
  const pairs = keys.flatMap((key) => {
    const keyId = idOfListed(origin, key);
    return own
      .filter(({ data }) => keyId && equals(data.slice(0, 4), keyId))
      .map(({ data }) => isSignedBy(key, data.slice(4), utf8(text)));
  });
  const fit = await Promise.all(pairs);
  if (fit.length === 0) return 'unknown-key';
  return fit.every(Boolean) ? 'fits' : 'altered';
}

/** Anybody can list anything as a key of theirs: what is none has not signed. */
function idOfListed(origin: string, key: PublicKey): Uint8Array | undefined {
  if (key.kind !== 'Ed25519') return undefined;
  try {
    const raw = rawKey(key);
    return raw.length === 32 ? keyIdOf(origin, raw) : undefined;
  } catch {
    return undefined;
  }
}
