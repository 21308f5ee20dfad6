import { addressOf } from './address';
import { at, isText } from './award-record';
import { hasType, isObject, listOf, type JsonObject } from './json';
import type { Loader } from './loader';
import { jsonFrom, NotFound } from './loader';
import { fromMultikey } from './public-key';

/** The document that a did:web address serves. Retired keys stay in it while their credentials live: did:web has no history. */
export function didDocument(did: string, keys: readonly { id: string; publicKeyMultibase: string }[]): JsonObject {
  return {
    '@context': ['https://www.w3.org/ns/did/v1', 'https://w3id.org/security/multikey/v1'],
    id: did,
    verificationMethod: keys.map(({ id, publicKeyMultibase }) => ({ id, type: 'Multikey', controller: did, publicKeyMultibase })),
    assertionMethod: keys.map(({ id }) => id),
  };
}

/** `did:web` for the place where the product runs. */
export const didWebOf = (origin: string): string => `did:web:${encodeURIComponent(new URL(origin).host)}`;

/** Where a `did:web` keeps its document, or nothing where the text is no such address. */
export function didDocumentUrl(did: string): URL | undefined {
  const [host, ...path] = (/^did:web:(.+)$/.exec(did)?.[1] ?? '').split(':').map(unescaped);
  if (!host || !/^[\w.[\]:-]+$/.test(host) || path.some((part) => !part || part.includes('/') || /^\.+$/.test(part))) return undefined;
  const folder = path.length > 0 ? path.map(encodeURIComponent).join('/') : '.well-known';
  return addressOf(`${protocolOf(host)}://${host}/${folder}/did.json`);
}

/** A machine's own address has no certificate: a demo on it is read without one. Every other host must have one. */
const protocolOf = (host: string): string => (/^(localhost|127\.0\.0\.1)(:\d+)?$/.test(host) ? 'http' : 'https');

function unescaped(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return '';
  }
}

export type IssuerKey =
  | { found: true; domain: string; publicKey: Uint8Array<ArrayBuffer> }
  | { found: false; code: 'not-did-web' | 'no-document' | 'other-document' | 'key-not-listed' | 'unreachable'; domain: string };

/** The key behind a verification method, if the issuer itself lists it for assertions. */
export async function issuerKey(did: string, verificationMethod: string, loader: Loader): Promise<IssuerKey> {
  const url = didDocumentUrl(did);
  if (!url) return { found: false, code: 'not-did-web', domain: '' };
  const no = (code: Exclude<IssuerKey, { found: true }>['code']) => ({ found: false as const, code, domain: url.host });

  let document: unknown;
  try {
    document = jsonFrom(await loader(url.href));
  } catch (error) {
    return no(error instanceof NotFound || error instanceof SyntaxError ? 'no-document' : 'unreachable');
  }
  if (!isObject(document) || document['id'] !== did) return no('other-document');

  const absolute = (id: unknown): unknown => (typeof id === 'string' && id.startsWith('#') ? did + id : id);
  const isWanted = (method: unknown): boolean => absolute(typeof method === 'string' ? method : at(method, 'id')) === verificationMethod;
  const asserted = listOf(document['assertionMethod']).find(isWanted);
  const method = isObject(asserted) ? asserted : listOf(document['verificationMethod']).find(isWanted);
  const key = at(method, 'publicKeyMultibase');
  if (!asserted || !hasType(method, 'Multikey') || at(method, 'controller') !== did || !isText(key)) return no('key-not-listed');
  try {
    return { found: true, domain: url.host, publicKey: fromMultikey(key) };
  } catch {
    return no('key-not-listed');
  }
}
