import type { TrustedIssuer } from '@libretto/domain';
import { isText } from '../award/award-record';
import { bindingCheck } from '../disclosing/binding';
import type { DisclosingToken } from '../disclosing/disclosing-token';
import { disclosed } from '../disclosing/disclosures';
import { failed, notChecked, passed, signatureFirst, type Check, type Contents } from '../findings/verification';
import { isTooLarge } from '../linked-data/limits';
import { type Around, type Origin, withoutKey } from '../origin/origin';
import { originOfPayload } from '../origin/origin-of-token';
import { disclosingTypes, instantOfSeconds } from '../origin/token';
import type { JsonObject } from '../platform/json';
import { tokenStatusCheck } from '../status/token-status';
import { holderOfClaims, contentsOfClaims } from './claims';
import { datesCheck } from './dates';
import { trustCheck } from './trust';

interface Found {
  readonly checks: readonly Check[];
  readonly contents?: Contents;
}

/** Whether a credential that discloses in parts (SD-JWT VC) holds, and what its holder shows of it. */
export async function checksOfDisclosing(
  handedIn: DisclosingToken,
  { trusted, ...around }: Around & { readonly trusted: readonly TrustedIssuer[] },
): Promise<Found> {
  const { header, payload } = handedIn.token;
  const format = formatCheck(header, payload);
  if (format.outcome !== 'passed') return { checks: [format] };
  const read = await disclosed(payload, handedIn.disclosures);
  const parts =
    'code' in read
      ? { claims: undefined, check: faultyDisclosures(read) }
      : { claims: read.claims, check: passed('disclosures', 'all-signed', { shown: read.shown, more: read.withheld }) };
  const contents = parts.claims && contentsOfClaims(payload, parts.claims);
  const dates = {
    validFrom: instantOfSeconds(payload['nbf'] ?? payload['iat']),
    validUntil: instantOfSeconds(payload['exp']),
  };
  const origin = await originOfClaims(handedIn, contents?.issuer, format, { ...around, trusted });
  if (!origin.issuer) return { checks: [...origin.checks, ...unsigned], ...(contents && { contents }) };
  if (!contents || !parts.claims) return { checks: [...origin.checks, parts.check] };
  return {
    checks: [
      ...origin.checks,
      parts.check,
      trustCheck(origin.issuer, trusted),
      datesCheck(dates, around.now),
      await tokenStatusCheck(payload, around),
      holderOfClaims(parts.claims),
      await bindingCheck(handedIn, around.now),
      notChecked('contents', 'no-record'),
    ],
    contents,
  };
}

const unsigned = signatureFirst('disclosures', 'trust', 'dates', 'status', 'holder', 'binding', 'contents');

function formatCheck({ typ }: JsonObject, payload: JsonObject): Check {
  if (isTooLarge(payload)) return notChecked('format', 'too-large');
  if (!disclosingTypes.includes(typ) || (payload['vct'] === undefined && '@context' in payload))
    return notChecked('format', 'other-format');
  return isText(payload['vct']) ? passed('format', 'disclosing') : failed('format', 'without-type');
}

const faultyDisclosures = ({ code, claim }: { readonly code: string; readonly claim?: string }): Check =>
  (code === 'other-hash' || code === 'too-many' ? notChecked : failed)('disclosures', code, {
    ...(claim !== undefined && { claim }),
  });

/** Who the issuer is stands in what everybody sees of the token; no part that is shown or not can change it. */
function originOfClaims(
  { token }: DisclosingToken,
  name: string | undefined,
  format: Check,
  around: Around,
): Promise<Origin> | Origin {
  const { iss } = token.payload;
  // Without a name of its own it is that of its certificate.
  if (isText(iss) || token.header['x5c'] !== undefined)
    return originOfPayload(token, { issuer: { id: isText(iss) ? iss : '–', name } }, format, around);
  const unnamed = withoutKey({ found: false, code: 'unnamed', domain: '–' }, '–');
  return { checks: [format, unnamed, notChecked('signature', 'no-key')] };
}
