import type { TrustedIssuer } from '@libretto/domain';
import { at, isText } from '../award/award-record';
import { failed, notChecked, passed, signatureFirst, type Check, type Contents } from '../findings/verification';
import { type Served, type ServedBadge, servedBadge } from '../hosted/hosted-badge';
import type { Around } from '../origin/origin';
import type { JsonObject } from '../platform/json';
import { datesCheck } from './dates';
import { trustCheck } from './trust';

/** Whether an Open Badge 2.0 that its host serves is what was handed in. Nobody signed it, so that its host's word is all there is. */
export async function checksOfHosted(
  badge: JsonObject,
  { loader, now, trusted }: Around & { readonly trusted: readonly TrustedIssuer[] },
): Promise<{ readonly checks: readonly Check[]; readonly contents?: Contents }> {
  const format = passed('format', 'hosted');
  const answer = await servedBadge(badge, loader);
  if (!answer.found) return { checks: [format, ...withoutHost(answer)] };
  const { assertion, issuer, domain } = answer.served;
  const { issuedOn: validFrom, expires: validUntil } = assertion;
  const name = isText(issuer['name']) ? issuer['name'] : domain;
  return {
    checks: [
      format,
      passed('issuer', 'hosted', { issuer: String(issuer['id']), domain }),
      passed('signature', 'hosted', { domain }),
      trustCheck({ did: String(issuer['id']), domain, name }, trusted),
      datesCheck({ validFrom, ...(validUntil !== undefined && { validUntil }) }, now),
      passed('status', 'hosted', { domain, asked: now.toISOString() }),
      holderOf(assertion),
      notChecked('contents', 'no-record'),
    ],
    contents: contentsOfServed(answer.served, name),
  };
}

function withoutHost({ code, domain }: Served & { found: false }): Check[] {
  const rest = signatureFirst('trust', 'dates', 'holder', 'contents');
  const served = [passed('issuer', 'served', { domain }), passed('signature', 'hosted', { domain })];
  if (code === 'revoked') return [...served, failed('status', 'revoked'), ...rest];
  const unconfirmed = [...signatureFirst('status'), ...rest];
  if (code === 'differs')
    return [
      notChecked('issuer', 'not-proven', { address: domain }),
      failed('signature', 'differs', { domain }),
      ...unconfirmed,
    ];
  const isUnasked = code === 'unreachable' || code === 'private-address';
  const issuer = (isUnasked ? notChecked : failed)('issuer', code === 'unreachable' ? 'host-unreachable' : code, {
    domain,
  });
  return [issuer, notChecked('signature', 'host-first'), ...unconfirmed];
}

/** Who has it is an address of mail mostly, often as its hash only. */
function holderOf({ recipient }: JsonObject): Check {
  const identity = at(recipient, 'identity');
  if (!isText(identity)) return notChecked('holder', 'unnamed');
  return at(recipient, 'hashed') === true
    ? notChecked('holder', 'hashed')
    : passed('holder', 'named', { holder: identity });
}

function contentsOfServed({ assertion, badge }: ServedBadge, issuer: string): Contents {
  const { id, issuedOn, recipient } = assertion;
  const identity = at(recipient, 'hashed') === true ? undefined : at(recipient, 'identity');
  return {
    id: String(id),
    title: isText(badge['name']) ? badge['name'] : '',
    issuer,
    ...(isText(identity) && { holder: identity }),
    ...(isText(issuedOn) && { validFrom: issuedOn }),
  };
}
