// None of these modules ships types. Only what the library uses is described.
declare module 'jsonld' {
  const jsonld: {
    toRDF(input: unknown, options: object): Promise<import('./quad').Quad[]>;
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
