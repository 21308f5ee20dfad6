import { sha256, toBase64Url, utf8 } from '../platform/encoding';
import type { JsonObject } from '../platform/json';
import { derOf } from '../keys/certificates';

/** Uses the key of a body's certificate without revealing it. */
export interface Sealer {
  /** By its name among JSON Web Algorithms, with a signature as they write it. */
  readonly alg: 'ES256' | 'ES384' | 'RS256' | 'EdDSA';
  /** The body's own first, then those that confirm it: base64 of their DER. */
  readonly certificates: readonly string[];
  sign(data: Uint8Array): Promise<Uint8Array> | Uint8Array;
}

/** Seals a document (JAdES, baseline B), in the form that Europass has: its text as it stands beside the signature. */
export async function sealed(document: JsonObject, sealer: Sealer, at: Date): Promise<JsonObject> {
  const payload = JSON.stringify(document);
  const header = {
    alg: sealer.alg,
    b64: false,
    crit: ['b64', 'sigT'],
    cty: 'json',
    sigT: `${at.toISOString().slice(0, 19)}Z`,
    typ: 'jose+json',
    x5c: [...sealer.certificates],
    'x5t#S256': toBase64Url(await sha256(derOf(sealer.certificates[0])!)),
  };
  const head = toBase64Url(utf8(JSON.stringify(header)));
  const signature = toBase64Url(await sealer.sign(utf8(`${head}.${payload}`)));
  return { payload, signatures: [{ protected: head, signature }] };
}
