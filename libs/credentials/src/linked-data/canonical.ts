// eslint-disable-next-line @typescript-eslint/triple-slash-reference -- projects that import this file must see the types too
/// <reference path="./untyped-packages.d.ts" />
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import jsonld from 'jsonld';
import rdfCanonize from 'rdf-canonize';
import { loadPinnedContext } from './contexts';
import type { Json, JsonObject } from '../platform/json';
import type { Quad } from './quad';

/** A node in full: every key is an address or a keyword, every value a list. */
export type Expanded = JsonObject;

/** `safe` refuses every part that would be dropped silently, and so stay unsigned. */
const options = { documentLoader: loadPinnedContext, base: null, safe: true } as const;

export const expand = (document: JsonObject): Promise<Expanded[]> => jsonld.expand(document, options);

export const compact = (expanded: readonly Expanded[], context: Json): Promise<JsonObject> =>
  jsonld.compact(expanded, context, { ...options, compactToRelative: false });

/** The statements of a document in full. */
export const toQuads = (expanded: readonly Expanded[]): Promise<Quad[]> =>
  jsonld.toRDF(expanded, {
    ...options,
    skipExpansion: true,
    rdfDirection: 'i18n-datatype',
    produceGeneralizedRdf: false,
  });

/** Its blank nodes are so alike that telling them apart would take too many steps. */
export class TooIntricate extends Error {}

/** Each blank node is hashed, some of them several times: handing each to a thread, as WebCrypto does, takes longer than hashing it. */
function hashInPlace() {
  const hash = sha256.create();
  return { update: (text: string) => void hash.update(utf8ToBytes(text)), digest: () => bytesToHex(hash.digest()) };
}

/**
 * RDFC-1.0: the canonical text of a set of statements, independent of their order and the names of their blank nodes.
 */
export async function canonicalQuads(quads: readonly Quad[]): Promise<string> {
  try {
    return await rdfCanonize.canonize(quads, { algorithm: 'RDFC-1.0', createMessageDigest: hashInPlace });
  } catch (error) {
    throw new TooIntricate('', { cause: error });
  }
}

export const canonicalDocument = async (document: JsonObject): Promise<string> =>
  canonicalQuads(await toQuads(await expand(document)));
