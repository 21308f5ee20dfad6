import { at, isText } from '../award/award-record';
import { fromMultibase, sha256, toBase64Url } from '../platform/encoding';
import { listOf, type JsonObject } from '../platform/json';
import type { Loader } from '../platform/loader';
import { failed, notChecked, passed, type Check } from '../findings/verification';

/**
 * Resources of a credential are signed only through their digests: without a digest, or with another content, it is not
 * whole.
 */
export async function resourcesCheck(credential: JsonObject, loader: Loader): Promise<Check | undefined> {
  const resources = listOf(credential['relatedResource']);
  if (resources.length === 0) return undefined;
  const ids = resources.map((resource) => at(resource, 'id'));
  if (new Set(ids).size < ids.length) return failed('resources', 'twice');
  for (const resource of resources) {
    const id = at(resource, 'id');
    const digest = at(resource, 'digestMultibase') ?? at(resource, 'digestSRI');
    if (!isText(id) || !isText(digest)) return failed('resources', 'without-digest');
    let data: Uint8Array<ArrayBuffer>;
    try {
      data = await loader(id);
    } catch {
      return notChecked('resources', 'unreachable', { resource: id });
    }
    if (!(await fitsDigest(data, digest))) return failed('resources', 'changed', { resource: id });
  }
  return passed('resources', 'unchanged');
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
