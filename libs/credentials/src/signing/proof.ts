import { ownPartsOf } from '../award/build-credential';
import { canonicalDocument } from '../linked-data/canonical';
import { sha256 } from '@noble/hashes/sha2.js';
import { concat, toBase58, utf8 } from '../platform/encoding';
import type { JsonObject } from '../platform/json';
import { StampedCanonical } from '../linked-data/stamped-canonical';

/** Uses an Ed25519 key without revealing it: in a file, in a vault, in a browser. */
export interface Signer {
  /** The key's address in the issuer's DID document: `did:web:…#key-1`. */
  readonly verificationMethod: string;
  sign(data: Uint8Array): Promise<Uint8Array> | Uint8Array;
}

interface Signing {
  readonly signer: Signer;
  /** An instant to the second; a document that is signed twice with it comes out the same. */
  readonly created: string;
}

/** Signs with `eddsa-rdfc-2022`. */
export async function signCredential(credential: JsonObject, { signer, created }: Signing): Promise<JsonObject> {
  const options = proofOptions(signer, created);
  const signature = await signer.sign(
    signedBytes(await canonicalOptions(credential, options), await canonicalDocument(credential)),
  );
  return withProof(credential, options, signature);
}

/** The same for many credentials of `buildCredential`, many times as fast. Keep one for all. */
export class BulkSigner {
  private readonly stamps = new StampedCanonical();
  /** Of the proofs of one second, which differ in their signature only. */
  private readonly options = { of: '', canonical: '' };

  async sign(credential: JsonObject, { signer, created }: Signing): Promise<JsonObject> {
    const options = proofOptions(signer, created);
    const bytes = signedBytes(
      await this.canonicalOptions(optionsDocument(credential, options)),
      await this.stamps.of(credential, ownPartsOf(credential)),
    );
    return withProof(credential, options, await signer.sign(bytes));
  }

  private async canonicalOptions(document: JsonObject): Promise<string> {
    const text = JSON.stringify(document);
    if (this.options.of === text) return this.options.canonical;
    const canonical = await this.stamps.of(document, [['created']]);
    Object.assign(this.options, { of: text, canonical });
    return canonical;
  }
}

export const proofOptions = (signer: Signer, created: string): JsonObject => ({
  type: 'DataIntegrityProof',
  cryptosuite: 'eddsa-rdfc-2022',
  created,
  verificationMethod: signer.verificationMethod,
  proofPurpose: 'assertionMethod',
});

/** Open Badges' schema wants the proof as an array. */
export const withProof = (credential: JsonObject, options: JsonObject, signature: Uint8Array): JsonObject => ({
  ...credential,
  proof: [{ ...options, proofValue: `z${toBase58(signature)}` }],
});

/** The proof's own statements, which are signed with the credential's. */
export const canonicalOptions = (credential: JsonObject, options: JsonObject): Promise<string> =>
  canonicalDocument(optionsDocument(credential, options));

const optionsDocument = (credential: JsonObject, options: JsonObject): JsonObject => ({
  '@context': credential['@context'],
  ...options,
});

/** The bytes that the key signs: the hash of the proof's own statements, then the hash of the credential's. */
export function signedBytes(canonicalOptions: string, canonical: string): Uint8Array<ArrayBuffer> {
  return concat(sha256(utf8(canonicalOptions)), sha256(utf8(canonical)));
}
