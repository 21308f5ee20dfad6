import type { Certified, NotCertified } from './certificates';
import { addressOf } from '../platform/address';
import { at, isText } from '../award/award-record';
import { fromBase64Url } from '../platform/encoding';
import { canonicalJson, hasType, isObject, jsonFrom, listOf, type Json, type JsonObject } from '../platform/json';
import { instant } from '../platform/instant';
import { jsonAt, NotFound, PrivateAddress, type Loader } from '../platform/loader';
import { fromJwk, fromMultikey, type PublicKey } from './public-key';

/** The document that a did:web address serves. Retired keys stay in it while their credentials live: did:web has no history. */
export function didDocument(
  did: string,
  keys: readonly { id: string; publicKeyMultibase: string; revoked?: string | undefined }[],
): JsonObject {
  return {
    '@context': ['https://www.w3.org/ns/did/v1', 'https://w3id.org/security/multikey/v1'],
    id: did,
    verificationMethod: keys.map(({ id, publicKeyMultibase, revoked }) => ({
      id,
      type: 'Multikey',
      controller: did,
      publicKeyMultibase,
      ...(revoked && { revoked }),
    })),
    // A verifier that does not look at `revoked` finds it missing here.
    assertionMethod: keys.filter(({ revoked }) => !revoked).map(({ id }) => id),
  };
}

/** `did:web` for the place where the product runs. */
export const didWebOf = (origin: string): string => `did:web:${encodeURIComponent(new URL(origin).host)}`;

/** The address of a `did:web` document; `undefined` if the text is no such identifier. */
export function didDocumentUrl(did: string): URL | undefined {
  const [host, ...path] = (/^did:web:(.+)$/.exec(did)?.[1] ?? '').split(':').map(unescaped);
  if (!host || !/^[\w.[\]:-]+$/.test(host) || path.some((part) => !part || part.includes('/') || /^\.+$/.test(part)))
    return undefined;
  const folder = path.length > 0 ? path.map(encodeURIComponent).join('/') : '.well-known';
  return addressOf(`${protocolOf(host)}://${host}/${folder}/did.json`);
}

/** A machine's own address has no certificate: a demo on it is read without one. Every other host must have one. */
export const protocolOf = (host: string): string => (/^(localhost|127\.0\.0\.1)(:\d+)?$/.test(host) ? 'http' : 'https');

function unescaped(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return '';
  }
}

export type IssuerKey =
  /** Without a domain it is the issuer's own claim: `did:key` names the key itself, and nothing else confirms it. */
  | { found: true; domain?: string; publicKey: PublicKey; certified?: Certified }
  | { found: false; code: NoKey; domain: string };

type NoKey =
  | 'other-method'
  | 'no-document'
  | 'other-document'
  | 'key-not-listed'
  | 'key-of-nobody'
  | 'key-in-doubt'
  | 'key-revoked'
  | 'key-expired'
  | 'other-key'
  | 'unreachable'
  | 'private-address'
  /** No issuer is named, and no certificate names it either. */
  | 'unnamed'
  | NotCertified;

/** The key behind a verification method, if the issuer itself lists it for credentials and has not withdrawn it. */
export async function issuerKey(did: string, verificationMethod: string, around: Around): Promise<IssuerKey> {
  if (/^did:(key|jwk):/.test(did)) return keyInName(did, verificationMethod);
  const found = await documentOf(did, around);
  return 'code' in found ? { found: false, ...found } : keyIn(found, verificationMethod, around);
}

/** Every key that an issuer with a domain lists for credentials and has not withdrawn. */
export async function issuerKeys(did: string, around: Around): Promise<PublicKey[]> {
  const found = await documentOf(did, around);
  if ('code' in found) return [];
  const methods = listOf(found.document['assertionMethod']).map((method) =>
    typeof method === 'string' ? method : at(method, 'id'),
  );
  const names = methods.filter(isText).map((id) => (id.startsWith('#') ? did + id : id));
  return [...new Set(names)].slice(0, mostKeys).flatMap((name) => {
    const key = keyIn(found, name, around);
    return key.found ? [key.publicKey] : [];
  });
}

const mostKeys = 100;

interface Around {
  readonly loader: Loader;
  readonly now: Date;
}
interface DidDocument {
  readonly did: string;
  readonly domain: string;
  readonly document: JsonObject;
}

async function documentOf(did: string, { loader }: Around): Promise<DidDocument | { code: NoKey; domain: string }> {
  const url = didDocumentUrl(did);
  if (!url) return { code: 'other-method', domain: '' };
  try {
    const document = await jsonAt(url.href, loader);
    if (isObject(document) && document['id'] === did) return { did, domain: url.host, document };
    return { code: 'other-document', domain: url.host };
  } catch (error) {
    return { code: codeOfFault(error), domain: url.host };
  }
}

function keyIn({ did, domain, document }: DidDocument, verificationMethod: string, { now }: Around): IssuerKey {
  const no = (code: NoKey) => ({ found: false as const, code, domain });
  const absolute = (id: unknown): unknown => (typeof id === 'string' && id.startsWith('#') ? did + id : id);
  const isWanted = (method: unknown): boolean =>
    absolute(typeof method === 'string' ? method : at(method, 'id')) === verificationMethod;
  const all = Object.values(document).flatMap(listOf).filter(isObject);
  const entries = all.filter(isWanted);
  if (entries.length === 0 || entries.some(({ controller }) => controller !== did)) return no('key-not-listed');
  const [key, another] = new Set(entries.map(writtenKey));
  if (another !== undefined) return no('key-in-doubt');
  // A key may stand in several places and under several names. Any of them can withdraw it.
  const places = [...entries, ...all.filter((entry) => key !== undefined && writtenKey(entry) === key)];
  if (places.some(({ revoked }) => isPast(revoked, now))) return no('key-revoked');
  if (!listOf(document['assertionMethod']).some(isWanted)) return no('key-not-listed');
  if (places.some(({ expires }) => isPast(expires, now))) return no('key-expired');
  const [publicKey] = entries.map(keyOf);
  return publicKey ? { found: true, domain, publicKey } : no('other-key');
}

/** Why no keys came from an address. */
export function codeOfFault(error: unknown): NoKey {
  if (error instanceof PrivateAddress) return 'private-address';
  return error instanceof NotFound || error instanceof SyntaxError ? 'no-document' : 'unreachable';
}

/** The key at an address, alone or in a set of them, if it lies on the host that the issuer is named by. */
export async function keyAtAddress(
  issuer: string,
  address: string,
  { loader }: { loader: Loader },
): Promise<IssuerKey> {
  const host = addressOf(issuer)?.host ?? '';
  const url = addressOf(address);
  const no = (code: NoKey) => ({ found: false as const, code, domain: host });
  if (!url || url.host !== host || url.protocol !== protocolOf(host) + ':') return no('key-not-listed');
  try {
    const answer = await jsonAt(url.href.replace(/#.*$/, ''), loader);
    const keys = listOf(at(answer, 'keys') ?? answer);
    const wanted = keys.filter(
      (key) => keys.length === 1 || [address, url.hash.slice(1)].includes(String(at(key, 'kid'))),
    );
    const [publicKey, another] = wanted.map(fromJwk);
    if (another) return no('key-in-doubt');
    return publicKey ? { found: true, domain: host, publicKey } : no(wanted.length ? 'other-key' : 'key-not-listed');
  } catch (error) {
    return no(codeOfFault(error));
  }
}

/** Whether it is the past day of a withdrawal, or unreadable as a day. A marked key is not used in doubt. */
const isPast = (value: unknown, now: Date): boolean => value !== undefined && !(instant(value) > now.getTime());

/** The types of verification methods and the part in which each has its key. */
const partWithKey: Readonly<Record<string, 'publicKeyMultibase' | 'publicKeyJwk'>> = {
  Multikey: 'publicKeyMultibase',
  Ed25519VerificationKey2020: 'publicKeyMultibase',
  JsonWebKey: 'publicKeyJwk',
  JsonWebKey2020: 'publicKeyJwk',
};

function keyOf(method: JsonObject): PublicKey | undefined {
  const type = Object.keys(partWithKey).find((name) => hasType(method, name));
  const key = type && method[partWithKey[type]!];
  try {
    return isText(key) ? fromMultikey(key) : fromJwk(key);
  } catch {
    return undefined;
  }
}

/** One text for a key however it is written, so that two entries with the same key are seen to have it. */
function writtenKey(method: JsonObject): string | undefined {
  const key = keyOf(method);
  return key
    ? canonicalJson(key.jwk as JsonObject)
    : (isText(method['publicKeyMultibase']) && method['publicKeyMultibase']) || undefined;
}

/** `did:key:z…#z…` and `did:jwk:…#0`: the key is in the name. */
function keyInName(did: string, verificationMethod: string): IssuerKey {
  const [, method, name = ''] = did.split(':');
  const publicKey =
    method === 'key'
      ? keyOf({ type: 'Multikey', publicKeyMultibase: name })
      : keyOf({ type: 'JsonWebKey', publicKeyJwk: jwkIn(name) });
  if (!publicKey) return { found: false, code: 'other-key', domain: did };
  return verificationMethod === `${did}#${method === 'key' ? name : '0'}`
    ? { found: true, publicKey }
    : { found: false, code: 'key-not-listed', domain: did };
}

function jwkIn(name: string): Json {
  try {
    return jsonFrom(fromBase64Url(name)) as Json;
  } catch {
    return null;
  }
}
