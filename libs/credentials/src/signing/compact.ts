import { toBase64Url, utf8 } from '../platform/encoding';
import { canonicalJson, type JsonObject } from '../platform/json';
import type { Signer } from './proof';

/** Signs as a compact JSON Web Signature: the same parts always give the same text. */
export async function signCompact(payload: JsonObject, typ: string, signer: Signer): Promise<string> {
  const header = { alg: 'EdDSA', kid: signer.verificationMethod, typ };
  const signed = [header, payload].map((part) => toBase64Url(utf8(canonicalJson(part)))).join('.');
  return `${signed}.${toBase64Url(await signer.sign(utf8(signed)))}`;
}
