import { at, isText } from '../award/award-record';
import { addressOf } from '../platform/address';
import { hasType, isObject, listOf, type JsonObject } from '../platform/json';
import { jsonAt, NotFound, PrivateAddress, type Loader } from '../platform/loader';

/** Open Badges 2.0 that nobody signed: whoever awarded them serves them at their address (section "Hosted"). */
export const isHostedBadge = (value: JsonObject): boolean =>
  hasType(value, 'Assertion') &&
  listOf(value['@context']).includes('https://w3id.org/openbadges/v2') &&
  ['hosted', 'HostedBadge'].includes(String(at(value, 'verification', 'type')));

/** What the host says of a badge: the one that it serves, what was achieved, and who awarded it. */
export interface ServedBadge {
  readonly assertion: JsonObject;
  readonly badge: JsonObject;
  readonly issuer: JsonObject;
  readonly domain: string;
}

export type Served =
  | { readonly found: true; readonly served: ServedBadge }
  | { readonly found: false; readonly code: NotServed; readonly domain: string };

type NotServed =
  /** It names no address at which it would be. */
  'without-address' | 'not-served' | 'other-host' | 'unreachable' | 'private-address' | 'revoked' | 'differs';

/** Parts that make it the same badge. Others, such as a picture, may be written in another way where it is served. */
const deciding = ['recipient', 'issuedOn', 'expires', 'badge'] as const;

/**
 * Asks the address of a badge for it, and the address of its issuer whether that host may speak for it: three addresses at
 * most. What was handed in is only compared.
 */
export async function servedBadge(handedIn: JsonObject, loader: Loader): Promise<Served> {
  const address = webAddress(handedIn['id']);
  const domain = address?.host ?? '–';
  const no = (code: NotServed): Served => ({ found: false, code, domain });
  if (!address) return no('without-address');
  try {
    const assertion = await jsonAt(address.href, loader);
    if (!isObject(assertion) || assertion['id'] !== handedIn['id']) return no('not-served');
    if (assertion['revoked'] === true) return no('revoked');
    if (!isHostedBadge(assertion)) return no('not-served');
    const badge = await described(assertion['badge'], loader);
    const named = badge && (isText(badge['issuer']) ? badge['issuer'] : at(badge['issuer'], 'id'));
    // Also where it is written out: only what stands at its own address is its issuer's word.
    const issuer = named === undefined ? undefined : await described(named, loader);
    if (!badge || !issuer || issuer['id'] !== named) return no('not-served');
    if (!maySpeakFor(issuer, address)) return no('other-host');
    return deciding.every((part) => isSame(assertion[part], handedIn[part]))
      ? { found: true, served: { assertion, badge, issuer, domain } }
      : no('differs');
  } catch (error) {
    if (error instanceof PrivateAddress) return no('private-address');
    return no(error instanceof NotFound || error instanceof SyntaxError ? 'not-served' : 'unreachable');
  }
}

async function described(part: unknown, loader: Loader): Promise<JsonObject | undefined> {
  if (isObject(part)) return part;
  const address = webAddress(part);
  const found = address && (await jsonAt(address.href, loader));
  return isObject(found) ? found : undefined;
}

/**
 * Whether the issuer says that badges at this address are its own; without a word, those of its own host are. A beginning
 * without a slash at its end is that of other hosts too, and without https anybody on the way may answer.
 */
function maySpeakFor(issuer: JsonObject, { href, host, origin, protocol }: URL): boolean {
  const own = webAddress(issuer['id']);
  if (protocol === 'http:' && own?.protocol !== protocol) return false;
  const { startsWith, allowedOrigins } = isObject(issuer['verification']) ? issuer['verification'] : {};
  const beginnings = listOf(startsWith).filter(isText);
  if (beginnings.length > 0)
    return beginnings.some((beginning) => webAddress(beginning)?.origin === origin && href.startsWith(beginning));
  const hosts = listOf(allowedOrigins).filter(isText);
  return hosts.length > 0 ? hosts.includes(host) : own?.host === host;
}

/** One value or a list of it, and a thing or its address, are the same. */
function isSame(one: unknown, other: unknown): boolean {
  const [first, second] = [one, other].map((value) => (isText(at(value, 'id')) ? at(value, 'id') : value));
  if (isObject(first) && isObject(second))
    return [...new Set([...Object.keys(first), ...Object.keys(second)])].every((key) =>
      isSame(first[key], second[key]),
    );
  const [here, there] = [listOf(first), listOf(second)];
  return (
    here.length === there.length &&
    here.every((value, index) => (isObject(value) ? isSame(value, there[index]) : value === there[index]))
  );
}

/** No other is asked on the word of a file that anybody may have written. */
function webAddress(value: unknown): URL | undefined {
  const address = isText(value) ? addressOf(value) : undefined;
  return address && /^https?:$/.test(address.protocol) && !address.username ? address : undefined;
}
