import credentialsV2 from './contexts/credentials-v2.json';
import openBadges from './contexts/open-badges-3.0.3.json';
import openBadgesExtensions from './contexts/open-badges-extensions.json';
import { canonicalJson, type Json } from './json';

/**
 * The documents that give the terms of a credential their meaning, compiled in. A context from the network could change
 * the meaning of a signed text; a spec compares these with their SHA-256 (of the RFC 8785 form) and with the packages
 * that they come from.
 */
export const pinnedContexts: Readonly<Record<string, { readonly document: Json; readonly sha256: string }>> = {
  'https://www.w3.org/ns/credentials/v2': {
    document: credentialsV2,
    sha256: 'b463c8d6a066214123ddd9827b135e1b50e1fc73322cc52a9b12a4f1fc7d86cf',
  },
  'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json': {
    document: openBadges,
    sha256: 'c5e555a91a5cf48e32ae0a05674c61ddd5c053b680b5643b2f57f9965e386d99',
  },
  'https://purl.imsglobal.org/spec/ob/v3p0/extensions.json': {
    document: openBadgesExtensions,
    sha256: '15f4c347c6fe4380d9b6b93795859e33747ef48d5c55b91a71c52fb51c7bcbd7',
  },
};

/** Open Badges has no term for most of Annex I: the award record itself travels in the credential, as one JSON literal. */
export const awardRecordContext = { awardRecord: { '@id': 'urn:libretto:award-record', '@type': '@json' } } as const;

/** The terms whose value is data, kept unchanged: nothing inside of it is a term. */
export const jsonTerms: ReadonlySet<string> = new Set(['awardRecord', 'jsonSchema', 'jwk', '_sd']);

/** By family name, which is also the default. */
export const badgeContexts = [...Object.keys(pinnedContexts), awardRecordContext] as const;
/** A status list uses terms of the first one only. */
export const statusListContexts = badgeContexts.slice(0, 1);

/** Whether a context may stand in a credential. Any other would let the same quads be shown under other names. */
export const isPinnedContext = (context: unknown): boolean =>
  typeof context === 'string'
    ? Object.hasOwn(pinnedContexts, context)
    : canonicalJson(context as Json) === canonicalJson(awardRecordContext);

/** For JSON-LD processors: answers with the pinned contexts and refuses the network. */
export async function loadPinnedContext(
  url: string,
): Promise<{ contextUrl: null; documentUrl: string; document: Json }> {
  const pinned = Object.hasOwn(pinnedContexts, url) ? pinnedContexts[url] : undefined;
  if (!pinned) throw new Error(`"${url}" is not one of the pinned contexts, and contexts are never fetched.`);
  return { contextUrl: null, documentUrl: url, document: pinned.document };
}
