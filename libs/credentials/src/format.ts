import { at, isText } from './award-record';
import { isPinnedContext } from './contexts';
import { fromMultibase, sha256, toBase64Url } from './encoding';
import { hasType, isObject, listOf, type JsonObject } from './json';
import type { Loader } from './loader';
import { failed, passed, type Check } from './verification';

const firstContext = 'https://www.w3.org/ns/credentials/v2';
/** What the data model wants a `type` on; the common libraries ask it of some of them only. */
const typedParts = ['credentialStatus', 'credentialSchema', 'refreshService', 'termsOfUse', 'evidence', 'proof'];

/** Is it a credential of the data model, in terms whose meaning is known here? */
export async function formatCheck(credential: JsonObject, loader: Loader): Promise<Check> {
  const contexts = listOf(credential['@context']);
  if (contexts[0] !== firstContext) return failed('format', 'other-data-model');
  const unknown = contexts.find((context) => !isPinnedContext(context));
  if (unknown !== undefined) return failed('format', 'unknown-context', { context: typeof unknown === 'string' ? unknown : '{…}' });
  if (Object.entries(credential).some(([key, part]) => key !== '@context' && namesAContext(part))) {
    return failed('format', 'unknown-context', { context: '{…}' });
  }

  if (!hasType(credential, 'VerifiableCredential')) return failed('format', 'untyped', { part: 'credential' });
  for (const part of typedParts) {
    if (listOf(credential[part]).some((value) => !isObject(value) || !listOf(value['type']).some(isText))) {
      return failed('format', 'untyped', { part });
    }
  }
  if (listOf(credential['credentialSubject']).filter(isObject).length === 0) return failed('format', 'untyped', { part: 'credentialSubject' });
  if (!isText(credential['issuer']) && !isText(at(credential['issuer'], 'id'))) return failed('format', 'no-issuer');

  return (await resourcesCheck(listOf(credential['relatedResource']), loader)) ?? passed('format', formatOf(credential));
}

const formatOf = (credential: JsonObject): string =>
  hasType(credential, 'AchievementCredential') || hasType(credential, 'OpenBadgeCredential') ? 'open-badge' : 'credential';

/** A context further down could rename the terms below it: only the pinned ones at the top count. */
const namesAContext = (value: unknown): boolean =>
  typeof value === 'object' &&
  value !== null &&
  (Object.hasOwn(value, '@context') || Object.values(value).some(namesAContext));

/** A related resource is signed only through its digest: without one, or with another content, the credential is not whole. */
async function resourcesCheck(resources: readonly unknown[], loader: Loader): Promise<Check | undefined> {
  const ids = resources.map((resource) => at(resource, 'id'));
  if (new Set(ids).size < ids.length) return failed('format', 'resource-twice');
  for (const resource of resources) {
    const id = at(resource, 'id');
    const digest = at(resource, 'digestMultibase') ?? at(resource, 'digestSRI');
    if (!isText(id) || !isText(digest)) return failed('format', 'resource-without-digest');
    let data: Uint8Array<ArrayBuffer>;
    try {
      data = await loader(id);
    } catch {
      return failed('format', 'resource-unreachable', { resource: id });
    }
    if (!(await fitsDigest(data, digest))) return failed('format', 'resource-changed', { resource: id });
  }
  return undefined;
}

/** `sha256-<base64>` as in web pages, or a multibase multihash of SHA-256 (its prefix: 0x12, 32 bytes). */
async function fitsDigest(data: Uint8Array<ArrayBuffer>, digest: string): Promise<boolean> {
  const hash = toBase64Url(await sha256(data));
  const sri = /^sha256-([\w+/]+)=*$/.exec(digest)?.[1];
  if (sri) return sri.replaceAll('+', '-').replaceAll('/', '_') === hash;
  try {
    const multihash = fromMultibase(digest);
    return multihash[0] === 0x12 && multihash[1] === 32 && toBase64Url(multihash.slice(2)) === hash;
  } catch {
    return false;
  }
}
