import { at, isText } from '../award/award-record';
import { failed, notChecked, passed, type Check } from '../findings/verification';
import { isTooLarge, ofStatusList } from '../linked-data/limits';
import type { Around } from '../origin/origin';
import { originOfPayload } from '../origin/origin-of-token';
import { instantOfSeconds, tokenIn } from '../origin/token';
import { periodOf } from '../platform/instant';
import { isObject, type Json, type JsonObject } from '../platform/json';
import { mostJsonBytes, PrivateAddress } from '../platform/loader';
import { NotTaken } from './status';
import { UnusableList } from './status-list';
import { type TokenStatusList, tokenStatusAt, tokenStatuses, tokenStatusListOf } from './token-status-list';

/** Whether a token is still in force, by the Token Status List of its issuer that it names. */
export async function tokenStatusCheck({ iss, status }: JsonObject, around: Around): Promise<Check> {
  if (status === undefined) return passed('status', 'without-list');
  const entry = at(status, 'status_list');
  const [list, index] = [at(entry, 'uri'), at(entry, 'idx')];
  if (!isText(list) || Object.keys(isObject(status) ? status : {}).length > 1)
    return notChecked('status', 'other-kind');
  if (!Number.isSafeInteger(index) || Number(index) < 0) return notChecked('status', 'no-index');
  try {
    const value = tokenStatusAt(await listAt(list, iss, around), Number(index));
    if (value === undefined) return notChecked('status', 'no-index');
    if (value === tokenStatuses.valid) return passed('status', 'in-force', { asked: around.now.toISOString() });
    if (value === tokenStatuses.suspended) return failed('status', 'suspended');
    return value === tokenStatuses.ended ? failed('status', 'revoked') : notChecked('status', 'other-kind');
  } catch (error) {
    if (error instanceof PrivateAddress) return notChecked('status', 'private-address', { list });
    const code = error instanceof NotTaken || error instanceof UnusableList ? error.code : 'unreachable';
    return notChecked('status', code, { list });
  }
}

/** Anybody can sign a list: only one of the same issuer, for this very address and within its time, counts. */
async function listAt(address: string, issuer: unknown, around: Around): Promise<TokenStatusList> {
  const token = tokenIn(new TextDecoder('latin1').decode(await around.loader(address, mostJsonBytes)));
  if (token?.header['typ'] !== 'statuslist+jwt') throw new NotTaken('list-not-signed');
  if (isTooLarge(token.payload, ofStatusList)) throw new NotTaken('list-too-large');
  const { iss = issuer, sub, iat, exp, status_list: list } = token.payload;
  if (iss !== issuer || sub !== address) throw new NotTaken('list-other-issuer');
  const origin = await originOfPayload(token, { issuer: iss as Json }, passed('format', 'token'), around);
  if (!origin.issuer) throw new NotTaken('list-not-signed');
  const period = periodOf({ validFrom: instantOfSeconds(iat), validUntil: instantOfSeconds(exp) }, around.now);
  if (iat === undefined || period !== 'current') throw new NotTaken('list-ended');
  return tokenStatusListOf(list);
}
