import { isText } from '../award/award-record';
import { formatCheck, issuerOf, otherDataModel } from './format';
import { keyInCertificates } from '../keys/certificates';
import { issuerKey, keyAtAddress, type IssuerKey } from '../keys/issuer';
import { keyInMetadata } from '../keys/issuer-metadata';
import { addressOf } from '../platform/address';
import type { JsonObject } from '../platform/json';
import { isTooLarge } from '../linked-data/limits';
import { type Around, checkedIssuer, type Origin, withoutKey } from './origin';
import { credentialOf, disclosingTypes, type Token } from './token';
import { fitsToken, kindOf } from './token-signature';
import { type Check, failed, notChecked, passed } from '../findings/verification';

/** Checks whether the issuer that a token's credential names signed the token. */
export async function originOfToken(token: Token, around: Around): Promise<Origin> {
  if (isTooLarge(token.payload)) return { checks: [notChecked('format', 'too-large')] };
  const credential = credentialOf(token);
  if (!credential) return { checks: [failed('format', 'claims-differ')] };
  const otherModel = otherDataModel(credential);
  if (otherModel) return { checks: [otherModel] };
  const rules = formatCheck(credential);
  if (rules.outcome !== 'passed') return { checks: [rules] };
  // A token signs the text, so its terms mean what its issuer means by them: they are read by their usual names.
  return originOfPayload(token, credential, passed('format', 'token'), around);
}

/** Checks whether the issuer that stands in what a token carries signed the token. */
export async function originOfPayload(
  token: Token,
  credential: JsonObject,
  format: Check,
  around: Around,
): Promise<Origin> {
  const { alg } = token.header;
  if (alg === 'none')
    return { credential, checks: [format, notChecked('issuer', 'no-proof'), failed('signature', 'no-proof')] };
  const kind = kindOf(alg);
  const otherSuite = notChecked('signature', 'other-suite', { kind: isText(alg) ? alg : '–' });
  if (!kind || token.header['crit'] !== undefined)
    return { credential, checks: [format, notChecked('issuer', 'no-proof'), otherSuite] };

  const did = String(issuerOf(credential));
  const key = await keyOfToken(token.header, did, around);
  if (!key.found) return { credential, checks: [format, withoutKey(key, did), notChecked('signature', 'no-key')] };
  if (key.publicKey.kind !== kind || !(await fitsToken(token, String(alg), key.publicKey))) {
    const notProven = notChecked('issuer', 'not-proven', { address: key.domain ?? did });
    return { credential, checks: [format, notProven, failed('signature', 'altered')] };
  }
  return { credential, ...checkedIssuer(key, credential, [format], passed('signature', 'intact')) };
}

/** Tokens whose issuer, named by a web address, publishes its keys in one place of its host. */
const typesOfMetadata = new Set<unknown>([...disclosingTypes, 'statuslist+jwt']);

/**
 * The key that signed a token, if it is its issuer's: one of the issuer's DID document, one at an address on the host that
 * the issuer is named by, or that of a certificate. A key that merely comes along in the token is nobody's.
 */
function keyOfToken({ kid, jwk, typ, x5c }: JsonObject, issuer: string, around: Around): Promise<IssuerKey> {
  if (/^https?:\/\//.test(issuer)) {
    if (typesOfMetadata.has(typ)) return keyOfHost(issuer, { kid, x5c }, around);
    if (x5c !== undefined && !addressOf(String(kid))) return keyInCertificates(x5c, around, issuer);
    const nobodys: IssuerKey = {
      found: false,
      code: jwk === undefined ? 'key-not-listed' : 'key-of-nobody',
      domain: issuer,
    };
    return isText(kid) ? keyAtAddress(issuer, kid, around) : Promise.resolve(nobodys);
  }
  if (x5c !== undefined && !issuer.startsWith('did:')) return keyInCertificates(x5c, around);
  const own = /^did:key:(.+)/.exec(issuer)?.[1] ?? '0';
  const name = isText(kid) ? kid : `#${own}`;
  const method = name.includes('#') ? name.replace(/^#/, `${issuer}#`) : `${issuer}#${name}`;
  return method.startsWith(`${issuer}#`)
    ? issuerKey(issuer, method, around)
    : Promise.resolve({ found: false, code: 'key-not-listed', domain: issuer });
}

/** What the host publishes comes first: where it publishes keys, no certificate adds another. */
async function keyOfHost(
  issuer: string,
  { kid, x5c }: { readonly kid: unknown; readonly x5c: unknown },
  around: Around,
): Promise<IssuerKey> {
  const key = await keyInMetadata(issuer, kid, around);
  return !key.found && key.code === 'no-document' && x5c !== undefined ? keyInCertificates(x5c, around, issuer) : key;
}
