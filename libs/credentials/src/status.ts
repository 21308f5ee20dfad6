import { addressOf } from './address';
import { at, isText } from './award-record';
import { formatCheck } from './format';
import { didDocumentUrl } from './issuer';
import { isObject, listOf, type JsonObject } from './json';
import { jsonFrom, type Loader } from './loader';
import { decodeStatusList, encodedListOf, isSet } from './status-list';
import { failed, notChecked, passed, type Check } from './verification';
import { origin } from './origin';

/** Is the credential still in force? The issuer's signed list decides; when and why it ended is asked at its public address. */
export async function statusCheck(credential: JsonObject, { loader, now }: { loader: Loader; now: Date }): Promise<Check> {
  const [entry, another] = listOf(credential['credentialStatus']);
  if (entry === undefined) return passed('status', 'without-list');
  const list = at(entry, 'statusListCredential');
  const index = Number(at(entry, 'statusListIndex'));
  if (another !== undefined || at(entry, 'type') !== 'BitstringStatusListEntry' || at(entry, 'statusPurpose') !== 'revocation') {
    return notChecked('status', 'other-kind');
  }
  if (!isText(list) || !Number.isSafeInteger(index) || index < 0) return notChecked('status', 'other-kind');

  let listCredential: unknown;
  try {
    listCredential = jsonFrom(await loader(list));
  } catch {
    return notChecked('status', 'unreachable', { list });
  }
  const encoded = isObject(listCredential) && (await isTheIssuers(listCredential, list, credential, loader)) && encodedListOf(listCredential);
  if (!encoded) return notChecked('status', 'list-not-trusted', { list });
  try {
    if (!isSet(await decodeStatusList(encoded), index)) return passed('status', 'in-force', { asked: now.toISOString() });
  } catch {
    return notChecked('status', 'list-not-trusted', { list });
  }
  return ended(credential, loader);
}

/** Anybody can sign a list: only one of the same issuer, at the address it names itself by, counts. */
async function isTheIssuers(list: JsonObject, address: string, credential: JsonObject, loader: Loader): Promise<boolean> {
  const sameIssuer = issuerOf(list) !== undefined && issuerOf(list) === issuerOf(credential);
  if (!sameIssuer || list['id'] !== address || (await formatCheck(list, loader)).outcome !== 'passed') return false;
  const [, signature] = await origin(list, loader);
  return signature.outcome === 'passed';
}

const issuerOf = ({ issuer }: JsonObject): unknown => at(issuer, 'id') ?? issuer;

/**
 * The list says that it ended. `<id>/status` at the issuer's own host adds since when, and whether another credential took
 * its place; where that answer is missing it is plainly revoked.
 */
async function ended(credential: JsonObject, loader: Loader): Promise<Check> {
  const id = credential['id'];
  const issuer = issuerOf(credential);
  const home = isText(issuer) ? didDocumentUrl(issuer)?.host : undefined;
  if (!isText(id) || addressOf(id)?.host !== home) return failed('status', 'revoked');
  try {
    const answer = jsonFrom(await loader(`${id}/status`));
    const since = at(answer, 'since');
    const by = at(answer, 'supersededBy');
    const data: Check['data'] = isText(since) && !Number.isNaN(Date.parse(since)) ? { since } : {};
    return at(answer, 'state') === 'superseded'
      ? failed('status', 'superseded', { ...data, ...(isText(by) && addressOf(by)?.host === home && { by }) })
      : failed('status', 'revoked', data);
  } catch {
    return failed('status', 'revoked');
  }
}
