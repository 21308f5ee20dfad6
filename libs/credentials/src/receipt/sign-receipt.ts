import { toBase64Url, utf8 } from '../platform/encoding';
import { canonicalJson, type JsonObject } from '../platform/json';
import type { Signer } from '../signing/proof';
import { type Receipt, type ReceiptIssuer, receiptType } from './receipt';

/** Signs a receipt as a compact JSON Web Signature: the same facts always give the same text. */
export async function signReceipt(receipt: Receipt, issuer: ReceiptIssuer, signer: Signer): Promise<string> {
  const header = { alg: 'EdDSA', kid: signer.verificationMethod, typ: receiptType };
  const payload = { issuer, receipt } as unknown as JsonObject;
  const signed = [header, payload].map((part) => toBase64Url(utf8(canonicalJson(part)))).join('.');
  return `${signed}.${toBase64Url(await signer.sign(utf8(signed)))}`;
}
