// eslint-disable-next-line @typescript-eslint/triple-slash-reference -- projects that import this file must see the types too
/// <reference path="./untyped-packages.d.ts" />
import jsonld from 'jsonld';
import rdfCanonize from 'rdf-canonize';
import { loadPinnedContext } from './contexts';
import type { JsonObject } from './json';
import type { Quad } from './quad';

/** The statements of a JSON-LD document. `safe` refuses whatever would silently be dropped, and so stay unsigned. */
export function toQuads(document: JsonObject): Promise<Quad[]> {
  return jsonld.toRDF(document, {
    documentLoader: loadPinnedContext,
    base: null,
    safe: true,
    rdfDirection: 'i18n-datatype',
    produceGeneralizedRdf: false,
  });
}

/** RDFC-1.0: the one text of a set of statements, whatever their order and the names of their blank nodes. */
export function canonicalQuads(quads: readonly Quad[]): Promise<string> {
  return rdfCanonize.canonize(quads, { algorithm: 'RDFC-1.0' });
}

export const canonicalDocument = async (document: JsonObject): Promise<string> => canonicalQuads(await toQuads(document));
