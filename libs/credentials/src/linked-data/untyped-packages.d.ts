// None of these modules ships types. Only the parts that the library uses are described.
declare module 'jsonld' {
  type Json = import('../platform/json').Json;
  type JsonObject = import('../platform/json').JsonObject;
  const jsonld: {
    expand(document: JsonObject, options: object): Promise<JsonObject[]>;
    compact(expanded: readonly JsonObject[], context: Json, options: object): Promise<JsonObject>;
    toRDF(expanded: readonly JsonObject[], options: object): Promise<import('./quad').Quad[]>;
  };
  export default jsonld;
}
declare module 'rdf-canonize' {
  const rdfCanonize: {
    canonize(dataset: readonly import('./quad').Quad[], options: object): Promise<string>;
  };
  export default rdfCanonize;
}
declare module 'pdfjs-dist/legacy/build/pdf.worker.mjs' {
  export const WorkerMessageHandler: unknown;
}
