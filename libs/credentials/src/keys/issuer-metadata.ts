import { at, isText } from '../award/award-record';
import { addressOf } from '../platform/address';
import { isObject, type JsonObject, listOf } from '../platform/json';
import { jsonAt, type Loader } from '../platform/loader';
import { codeOfFault, type IssuerKey, protocolOf } from './issuer';
import { fromJwk, fromMultikey } from './public-key';

/** The metadata that an issuer serves on its host: the keys of its DID document, under the same names. */
export const issuerMetadata = (
  issuer: string,
  keys: readonly { readonly id: string; readonly publicKeyMultibase: string }[],
): JsonObject => ({
  issuer,
  jwks: {
    keys: keys.map(({ id, publicKeyMultibase }) => ({ ...fromMultikey(publicKeyMultibase).jwk, kid: id, use: 'sig' })),
  },
});

/** The key of an issuer that is named by a web address: it publishes its metadata (SD-JWT VC, section 5) on its host. */
export async function keyInMetadata(
  issuer: string,
  kid: unknown,
  { loader }: { readonly loader: Loader },
): Promise<IssuerKey> {
  const url = addressOf(issuer);
  const no = (code: (IssuerKey & { found: false })['code']) => ({
    found: false as const,
    code,
    domain: url?.host ?? '',
  });
  if (!url || !isWebAddress(url) || url.search || url.hash || url.username) return no('other-method');
  try {
    const place = `${url.origin}/.well-known/jwt-vc-issuer${url.pathname.replace(/\/$/, '')}`;
    const metadata = await jsonAt(place, loader);
    if (at(metadata, 'issuer') !== issuer) return no('other-document');
    const set = await keySetOf(metadata, loader);
    if (!set) return no('no-document');
    const keys = listOf(at(set, 'keys'));
    // Without a name it is the one key; of several nobody can tell.
    const wanted = kid === undefined ? (keys.length === 1 ? keys : []) : keys.filter((key) => at(key, 'kid') === kid);
    const [key, another] = wanted;
    if (another !== undefined) return no('key-in-doubt');
    if (key === undefined || at(key, 'use') === 'enc') return no('key-not-listed');
    const publicKey = fromJwk(key);
    return publicKey ? { found: true, domain: url.host, publicKey } : no('other-key');
  } catch (error) {
    return no(codeOfFault(error));
  }
}

/** The keys in the metadata, or at the address that it names for them; it may not do both. */
async function keySetOf(metadata: unknown, loader: Loader): Promise<unknown> {
  const [here, place] = [at(metadata, 'jwks'), at(metadata, 'jwks_uri')];
  if (place === undefined) return isObject(here) ? here : undefined;
  const url = here === undefined && isText(place) ? addressOf(place) : undefined;
  return url && isWebAddress(url) ? jsonAt(url.href, loader) : undefined;
}

const isWebAddress = (url: URL): boolean => url.protocol === `${protocolOf(url.host)}:`;
