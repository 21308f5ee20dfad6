import { at, isText } from './award-record';
import { issuerKey, type IssuerKey } from './issuer';
import { hasType, isObject, listOf, type JsonObject } from './json';
import type { Loader } from './loader';
import { signatureFits } from './proof';
import { failed, notChecked, passed, type Check } from './verification';

/** Did the issuer that it names sign exactly this? Both halves: whose key it is, and whether the signature fits. */
export async function origin(credential: JsonObject, loader: Loader): Promise<[issuer: Check, signature: Check]> {
  const did = isText(credential['issuer']) ? credential['issuer'] : String(at(credential['issuer'], 'id'));
  const name = at(credential['issuer'], 'name');
  const [proof, another] = listOf(credential['proof']);
  if (!isObject(proof)) return [notChecked('issuer', 'no-proof'), failed('signature', 'no-proof')];
  const method = proof['verificationMethod'];
  if (another !== undefined || !isEddsaProof(proof) || !isText(method)) {
    return [notChecked('issuer', 'no-proof'), failed('signature', 'other-suite')];
  }
  if (!method.startsWith(`${did}#`)) {
    return [failed('issuer', 'key-of-another', { issuer: did, key: method }), notChecked('signature', 'no-key')];
  }

  const key = await issuerKey(did, method, loader);
  const issuer = issuerCheck(key, did, isText(name) ? name : did);
  if (!key.found) return [issuer, notChecked('signature', 'no-key')];
  // That the issuer exists proves nothing about a credential which it did not sign.
  const altered: [Check, Check] = [notChecked('issuer', 'not-proven', { domain: key.domain }), failed('signature', 'altered')];
  try {
    const fits = await signatureFits(credential, proof, key.publicKey);
    return fits ? [issuer, passed('signature', 'intact', { signedAt: String(proof['created'] ?? '') })] : altered;
  } catch {
    // Safe canonicalisation refuses statements without a meaning: they were not there when the issuer signed.
    return altered;
  }
}

const isEddsaProof = (proof: JsonObject): boolean =>
  hasType(proof, 'DataIntegrityProof') &&
  proof['cryptosuite'] === 'eddsa-rdfc-2022' &&
  proof['proofPurpose'] === 'assertionMethod';

function issuerCheck(key: IssuerKey, did: string, name: string): Check {
  if (key.found) return passed('issuer', 'known', { name, domain: key.domain });
  const data = { issuer: did, domain: key.domain };
  return key.code === 'unreachable' ? notChecked('issuer', key.code, data) : failed('issuer', key.code, data);
}
