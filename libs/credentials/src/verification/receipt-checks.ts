import type { TrustedIssuer } from '@libretto/domain';
import { at, isText } from '../award/award-record';
import { isTooLarge } from '../linked-data/limits';
import type { Around } from '../origin/origin';
import { originOfPayload } from '../origin/origin-of-token';
import { receiptOf } from '../receipt/receipt';
import type { Token } from '../origin/token';
import { trustCheck } from './trust';
import { failed, notChecked, passed, signatureFirst, type Check } from '../findings/verification';

/** Whether the issuer that it names signed a receipt. It says what was once so: nothing ends it. */
export async function checksOfReceipt(
  token: Token,
  { trusted, ...around }: Around & { readonly trusted: readonly TrustedIssuer[] },
): Promise<Check[]> {
  if (isTooLarge(token.payload)) return [notChecked('format', 'too-large')];
  if (!receiptOf(token) || !isText(at(token.payload, 'issuer', 'id'))) return [failed('format', 'no-receipt')];
  const { checks, issuer } = await originOfPayload(token, token.payload, passed('format', 'receipt'), around);
  const beside = issuer
    ? [trustCheck(issuer, trusted), passed('status', 'receipt')]
    : signatureFirst('trust', 'status');
  return [...checks, ...beside];
}
