import { addressOf } from '../platform/address';
import { at, isText } from '../award/award-record';
import { type StatusPurpose, statusPurposes } from '../award/status-purpose';
import { issuerOf } from '../origin/format';
import { periodOf } from '../platform/instant';
import { didDocumentUrl } from '../keys/issuer';
import { isObject, jsonFrom, listOf, type JsonObject } from '../platform/json';
import { isTooLarge, ofStatusList } from '../linked-data/limits';
import { jsonAt, mostJsonBytes, PrivateAddress, type Loader } from '../platform/loader';
import { originOf } from '../origin/origin';
import { originOfToken } from '../origin/origin-of-token';
import { bitsOf, isSet, UnusableList } from './status-list';
import { tokenIn } from '../origin/token';
import { failed, notChecked, passed, type Check } from '../findings/verification';

interface Around {
  readonly loader: Loader;
  readonly now: Date;
}

/** The gravest first: a credential is in force only if all of its entries agree. */
const gravity = ['revoked', 'superseded', 'suspended'];
const rank = ({ code, outcome }: Check): number =>
  gravity.includes(code) ? gravity.indexOf(code) : outcome === 'passed' ? gravity.length + 1 : gravity.length;

/** Whether the credential is still in force. It checks each of the issuer's signed lists that the credential names. */
export async function statusCheck(credential: JsonObject, around: Around): Promise<Check> {
  const found: Check[] = [];
  for (const entry of listOf(credential['credentialStatus'])) found.push(await entryCheck(entry, credential, around));
  return found.sort((one, other) => rank(one) - rank(other))[0] ?? passed('status', 'without-list');
}

const entryTypes = ['BitstringStatusListEntry', 'StatusList2021Entry'];

async function entryCheck(entry: unknown, credential: JsonObject, around: Around): Promise<Check> {
  const list = at(entry, 'statusListCredential');
  const index = at(entry, 'statusListIndex');
  const purpose = statusPurposes.find((one) => one === at(entry, 'statusPurpose'));
  const size = at(entry, 'statusSize') ?? 1;
  if (!entryTypes.includes(String(at(entry, 'type'))) || !purpose || size !== 1 || !isText(list)) {
    return notChecked('status', 'other-kind');
  }
  if (!isIndex(index)) return notChecked('status', 'no-index');
  try {
    const bits = await bitsOf(await listFrom(list, credential, around), purpose);
    if (Number(index) >= bits.length * 8) return notChecked('status', 'no-index');
    if (!isSet(bits, Number(index))) return passed('status', 'in-force', { asked: around.now.toISOString() });
  } catch (error) {
    if (error instanceof PrivateAddress) return notChecked('status', 'private-address', { list });
    return notChecked(
      'status',
      error instanceof NotTaken || error instanceof UnusableList ? error.code : 'unreachable',
      { list },
    );
  }
  return setIn(purpose, String(index), credential, around.loader);
}

/** Digits alone, as the specification has it: other texts that JavaScript reads as a number could point elsewhere. */
const isIndex = (value: unknown): boolean => typeof value === 'string' && /^(0|[1-9]\d{0,14})$/.test(value);

/** A list that is not taken for the credential's, with the reason. */
export class NotTaken extends Error {
  constructor(readonly code: 'list-too-large' | 'list-other-issuer' | 'list-not-signed' | 'list-ended') {
    super(code);
  }
}

/** Anybody can sign a list: only one of the same issuer, at the address it names itself by and within its time, counts. */
async function listFrom(address: string, credential: JsonObject, { loader, now }: Around): Promise<JsonObject> {
  const data = await loader(address, mostJsonBytes);
  const token = tokenIn(new TextDecoder('latin1').decode(data));
  const answer = token ? token.payload : jsonFrom(data);
  if (!isObject(answer)) throw new NotTaken('list-not-signed');
  if (isTooLarge(answer, ofStatusList)) throw new NotTaken('list-too-large');
  const around = { loader, now };
  const { credential: list, issuer } = token ? await originOfToken(token, around) : await originOf(answer, around);
  if (!list || !issuer) throw new NotTaken('list-not-signed');
  if (issuer.did !== issuerOf(credential) || list['id'] !== address) throw new NotTaken('list-other-issuer');
  if (periodOf({ validFrom: list['validFrom'], validUntil: list['validUntil'] }, now) !== 'current')
    throw new NotTaken('list-ended');
  return list;
}

/**
 * The index is set. `<id>/status` at the issuer's own host adds since when, and whether what is not to be relied on is suspended,
 * replaced or revoked; without that answer it is what the list is for.
 */
async function setIn(purpose: StatusPurpose, index: string, credential: JsonObject, loader: Loader): Promise<Check> {
  const { answer, home } = await issuersWord(index, credential, loader);
  const [state, by] = [at(answer, 'state'), at(answer, 'supersededBy')];
  if (state === 'superseded')
    return failed('status', 'superseded', {
      ...since(answer),
      ...(isText(by) && addressOf(by)?.host === home && { by }),
    });
  if (purpose === 'revocation' || state === 'revoked') return failed('status', 'revoked', since(answer));
  return failed('status', 'suspended', state === 'suspended' ? since(answer) : {});
}

function since(answer: unknown): Check['data'] {
  const instant = at(answer, 'since');
  return isText(instant) && !Number.isNaN(Date.parse(instant)) ? { since: instant } : {};
}

/** `<id>/status?index=…`, asked of the issuer's own host only: the address may have had several credentials. */
async function issuersWord(
  index: string,
  { id, ...credential }: JsonObject,
  loader: Loader,
): Promise<{ readonly answer?: unknown; readonly home?: string | undefined }> {
  const issuer = issuerOf(credential);
  const home = isText(issuer) ? didDocumentUrl(issuer)?.host : undefined;
  if (!isText(id) || addressOf(id)?.host !== home) return {};
  return { answer: await jsonAt(`${id}/status?index=${index}`, loader).catch(() => undefined), home };
}
