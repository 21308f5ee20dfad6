import { at, isText } from '../award/award-record';
import { failed, notChecked, passed, type Check } from '../findings/verification';
import { fromJwk } from '../keys/public-key';
import { fitsToken, kindOf } from '../origin/token-signature';
import { instantOfSeconds } from '../origin/token';
import { digest, toBase64Url, utf8 } from '../platform/encoding';
import { periodOf } from '../platform/instant';
import { type DisclosingToken, hashOf } from './disclosing-token';

/**
 * Whether the holder's key presents just this: it signs the hash of what is shown. To whom and when it did so is the
 * presenter's word, and a copy of it may be old: nobody here asked for it with a number of their own.
 */
export async function bindingCheck(
  { token: { payload }, binding, presented }: DisclosingToken,
  now: Date,
): Promise<Check> {
  const { cnf } = payload;
  if (!binding) return notChecked('binding', cnf === undefined ? 'no-key' : 'not-presented');
  if (cnf === undefined) return failed('binding', 'key-of-nobody');
  const key = fromJwk(at(cnf, 'jwk'));
  const { alg, typ, crit } = binding.header;
  if (!key) return notChecked('binding', 'other-key');
  if (typ !== 'kb+jwt' || crit !== undefined || kindOf(alg) !== key.kind) return failed('binding', 'not-fitting');
  if (!(await fitsToken(binding, String(alg), key))) return failed('binding', 'not-fitting');
  const { aud, nonce, iat, nbf, exp, sd_hash: hash } = binding.payload;
  const hashName = hashOf(payload);
  if (!hashName || hash !== toBase64Url(await digest(hashName, utf8(presented))))
    return failed('binding', 'of-another');
  if (!isText(aud) || !isText(nonce) || iat === undefined) return failed('binding', 'incomplete');
  const period = periodOf({ validFrom: instantOfSeconds(nbf ?? iat), validUntil: instantOfSeconds(exp) }, now);
  if (period !== 'current') return failed('binding', 'not-current');
  return passed('binding', 'presented', { audience: aud, signedAt: String(instantOfSeconds(iat)) });
}
