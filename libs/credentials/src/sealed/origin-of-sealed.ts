import { at, isText } from '../award/award-record';
import { failed, notChecked, passed, type Check } from '../findings/verification';
import { derOf, keyInCertificates } from '../keys/certificates';
import { isTooLarge, ofText } from '../linked-data/limits';
import { type Around, checkedIssuer, type Origin, withoutKey } from '../origin/origin';
import { fitsSealed, kindOf } from '../origin/token-signature';
import { instantOfSeconds } from '../origin/token';
import { digest, sha256, toBase64Url, utf8 } from '../platform/encoding';
import { instant } from '../platform/instant';
import { listOf, type JsonObject } from '../platform/json';
import type { SealedDocument } from './sealed-document';
import { imprintsIn } from './time-stamp';

/** Parts of the header that change how it has to be read, and are read so here. */
const understood = new Set<unknown>(['b64', 'sigT', 'sigPl', 'srCms', 'srAts', 'sigPId', 'adoTst', 'iat']);

/**
 * Checks whether the body whose certificate came along sealed a document: JAdES, baseline B. It signs the text, so terms are
 * read by the names that the European Learning Model gives them. What seals of higher levels have beside it, such as
 * time stamps over the signature, is not signed by it and is not looked at.
 */
export async function originOfSealed(sealed: SealedDocument, around: Around): Promise<Origin> {
  const { header, document } = sealed;
  if (isTooLarge(document, ofText) || isTooLarge(header)) return { checks: [notChecked('format', 'too-large')] };
  const format = passed('format', 'sealed');
  const credential = withTheirDates(document);
  const found = (...checks: Check[]): Origin => ({ credential, checks: [format, ...checks] });
  const { alg, crit, x5c } = header;
  const kind = kindOf(alg);
  const signedAt = isText(header['sigT']) ? header['sigT'] : instantOfSeconds(header['iat']);
  const namesCertificate = await fitsItsCertificate(header);
  if (!kind || !listOf(crit).every((name) => understood.has(name)) || !signedAt || namesCertificate === undefined)
    return found(
      notChecked('issuer', 'no-proof'),
      notChecked('signature', 'other-suite', { kind: `JWS ${String(alg)}` }),
    );

  const key = await keyInCertificates(x5c, around);
  if (!key.found) return found(withoutKey(key, '–'), notChecked('signature', 'no-key'));
  const notProven = notChecked('issuer', 'not-proven', { address: key.certified.subject });
  const isWhole =
    namesCertificate &&
    key.publicKey.kind === kind &&
    (await fitsSealed(sealed.written, { alg: String(alg), crit: listOf(crit) }, key.publicKey)) &&
    (await isStamped(sealed));
  if (!isWhole) return found(notProven, failed('signature', 'altered'));
  if (!(instant(signedAt) <= around.now.getTime() + clocksDiffer))
    return found(notProven, failed('signature', 'not-yet', { signedAt }));
  const signature = passed('signature', 'intact-since', { signedAt });
  return { credential, ...checkedIssuer(key, credential, [format], signature) };
}

const clocksDiffer = 300_000;

/** Whether the first certificate is the one that the signature names; nothing where it names none in a way that is read here. */
async function fitsItsCertificate({ x5c, ...header }: JsonObject): Promise<boolean | undefined> {
  const hash =
    header['x5t#S256'] ?? (at(header, 'x5t#o', 'digAlg') === 'S256' ? at(header, 'x5t#o', 'digVal') : undefined);
  const der = derOf(listOf(x5c)[0]);
  if (!isText(hash) || x5c === undefined) return undefined;
  return der !== undefined && toBase64Url(await sha256(der)) === hash.replace(/=+$/, '');
}

/** Whether each stamp over the document, which the signature covers, is a stamp over this one. Who stamped it is not asked. */
async function isStamped({ header, written: { payload } }: SealedDocument): Promise<boolean> {
  const tokens = listOf(at(header, 'adoTst', 'tstTokens')).map((token) => at(token, 'val'));
  const imprints = await imprintsIn(tokens);
  for (const imprint of imprints) {
    if (!imprint || toBase64Url(await digest(imprint.hash, utf8(payload))) !== toBase64Url(imprint.digest))
      return false;
  }
  return true;
}

/** A European credential with its dates under the names of version 2.0 of the data model. */
function withTheirDates({ issuanceDate, expirationDate, ...document }: JsonObject): JsonObject {
  const { validFrom = issuanceDate, validUntil = expirationDate } = document;
  return {
    ...document,
    ...(validFrom !== undefined && { validFrom }),
    ...(validUntil !== undefined && { validUntil }),
  };
}
