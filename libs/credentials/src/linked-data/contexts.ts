import credentialsV1 from './contexts/credentials-v1.json';
import credentialsV2 from './contexts/credentials-v2.json';
import ed25519Signature2020 from './contexts/ed25519-signature-2020.json';
import openBadges300 from './contexts/open-badges-3.0.0.json';
import openBadges301 from './contexts/open-badges-3.0.1.json';
import openBadges302 from './contexts/open-badges-3.0.2.json';
import openBadges303 from './contexts/open-badges-3.0.3.json';
import openBadgesExtensions from './contexts/open-badges-extensions.json';
import statusList2021 from './contexts/status-list-2021.json';
import { canonicalJson, type Json } from '../platform/json';

export const dataModel2 = 'https://www.w3.org/ns/credentials/v2';
export const dataModel1 = 'https://www.w3.org/2018/credentials/v1';
const ofOpenBadges = (file: string) => `https://purl.imsglobal.org/spec/ob/v3p0/${file}.json`;

/**
 * The documents that give the terms of a credential their meaning, compiled in. A context from the network could change
 * the meaning of a signed text; a spec compares these with their SHA-256 (of the RFC 8785 form) and with the packages
 * that they come from. Other issuers still sign with the older ones.
 */
export const pinnedContexts: Readonly<Record<string, { readonly document: Json; readonly sha256: string }>> = {
  [dataModel2]: {
    document: credentialsV2,
    sha256: 'b463c8d6a066214123ddd9827b135e1b50e1fc73322cc52a9b12a4f1fc7d86cf',
  },
  [dataModel1]: {
    document: credentialsV1,
    sha256: 'b01e671e873981f19a9102a9a57f666dbcaeb31b99e3e124378d143e71549247',
  },
  [ofOpenBadges('context-3.0.3')]: {
    document: openBadges303,
    sha256: 'c5e555a91a5cf48e32ae0a05674c61ddd5c053b680b5643b2f57f9965e386d99',
  },
  [ofOpenBadges('context-3.0.2')]: {
    document: openBadges302,
    sha256: 'bdd1d11a55a660322f24660862a1d430ee80cce584465f750909daa43684357c',
  },
  [ofOpenBadges('context-3.0.1')]: {
    document: openBadges301,
    sha256: '8bb2354552b70cbdf2066f6d3e24bc5c2be2619145737580ad2aebdc366e77d5',
  },
  [ofOpenBadges('context')]: {
    document: openBadges300,
    sha256: '2c54acaa1cffda2420be32ab61f0a2082051211131c6337686f36f2537aa859b',
  },
  [ofOpenBadges('extensions')]: {
    document: openBadgesExtensions,
    sha256: '15f4c347c6fe4380d9b6b93795859e33747ef48d5c55b91a71c52fb51c7bcbd7',
  },
  'https://w3id.org/security/suites/ed25519-2020/v1': {
    document: ed25519Signature2020,
    sha256: 'fb517f09d990829aed734c9bad8cbbb2ac3d5063b865c7e3d81f246074bf5691',
  },
  'https://w3id.org/vc/status-list/2021/v1': {
    document: statusList2021,
    sha256: '9768f9aa81ab6c3e2ad96b2d669eaba67afe13fff0140a853f1e3d313fab13b6',
  },
};

/** Open Badges has no term for most of Annex I: the award record itself travels in the credential, as one JSON literal. */
export const awardRecordContext = { awardRecord: { '@id': 'urn:libretto:award-record', '@type': '@json' } } as const;

/** The terms whose value is data, kept unchanged: nothing inside of it is a term. */
export const jsonTerms: ReadonlySet<string> = new Set(['awardRecord', 'jsonSchema', 'jwk', '_sd']);

/** The contexts of the credentials issued here. */
export const badgeContexts = [
  dataModel2,
  ofOpenBadges('context-3.0.3'),
  ofOpenBadges('extensions'),
  awardRecordContext,
] as const;

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
