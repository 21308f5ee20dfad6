// The reference libraries that the specs compare with ship no types.
declare module '@digitalbazaar/vc' {
  export function issue(options: object): Promise<import('../platform/json').JsonObject>;
  export function derive(options: object): Promise<import('../platform/json').JsonObject>;
  export function signPresentation(options: object): Promise<import('../platform/json').JsonObject>;
  export function verifyCredential(options: object): Promise<{ verified: boolean; error?: unknown }>;
}
declare module '@digitalbazaar/data-integrity' {
  export class DataIntegrityProof {
    constructor(options: { cryptosuite: unknown; signer?: unknown });
  }
}
declare module '@digitalbazaar/eddsa-rdfc-2022-cryptosuite' {
  export const cryptosuite: unknown;
}
declare module '@digitalbazaar/ecdsa-rdfc-2019-cryptosuite' {
  export const cryptosuite: unknown;
}
declare module '@digitalbazaar/ecdsa-sd-2023-cryptosuite' {
  export function createSignCryptosuite(options: { mandatoryPointers: readonly string[] }): unknown;
  export function createDiscloseCryptosuite(options: { selectivePointers: readonly string[] }): unknown;
  export function createVerifyCryptosuite(): unknown;
}
declare module '@digitalbazaar/eddsa-jcs-2022-cryptosuite' {
  export function createSignCryptosuite(): unknown;
}
declare module 'n3' {
  export interface Quad {
    readonly predicate: { readonly value: string };
  }
  export class Parser {
    constructor(options?: { format: string });
    parse(text: string): Quad[];
  }
  export class Store {
    constructor(quads: readonly Quad[]);
  }
}
interface KeyPair {
  id: string;
  publicKeyMultibase: string;
  signer(): unknown;
}
declare module '@digitalbazaar/ed25519-multikey' {
  export function generate(): Promise<KeyPair>;
}
declare module '@digitalbazaar/ecdsa-multikey' {
  export function generate(options: { curve: string }): Promise<KeyPair>;
}
declare module '@digitalbazaar/ed25519-signature-2020' {
  export class Ed25519Signature2020 {
    constructor(options: { signer: unknown });
  }
}
