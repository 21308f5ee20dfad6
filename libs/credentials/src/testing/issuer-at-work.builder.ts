import { anIssue } from './award-record.builder';
import { didDocument } from '../keys/issuer';
import type { JsonObject } from '../platform/json';
import { NotFound, type Loader } from '../platform/loader';
import { newKey, nodeSigner } from '../signing/node-signer';
import { signCredential, type Signer } from '../signing/proof';
import { buildStatusList } from '../status/status-list';

/** An issuer with a key, a status list and the addresses at which a verifier finds them. */
export class IssuerAtWork {
  readonly origin = 'https://libretto.example';
  readonly did = 'did:web:libretto.example';
  readonly trusted = [{ did: this.did, name: 'CIMEA' }];
  readonly signer: Signer;
  readonly publicKey: string;
  readonly web = new Map<string, unknown>();

  constructor() {
    const { privateKeyPem, publicKeyMultibase } = newKey();
    this.publicKey = publicKeyMultibase;
    this.signer = nodeSigner(`${this.did}#key-1`, privateKeyPem);
    this.publishKey();
  }

  readonly loader: Loader = async (url) => {
    if (!this.web.has(url)) throw new NotFound(url);
    const there = this.web.get(url);
    if (there instanceof Uint8Array) return there as Uint8Array<ArrayBuffer>;
    return new TextEncoder().encode(JSON.stringify(there)) as Uint8Array<ArrayBuffer>;
  };

  sign(credential: JsonObject, created = '2026-11-20T10:00:00Z'): Promise<JsonObject> {
    return signCredential(credential, { signer: this.signer, created });
  }

  /** The lists of what is ended, which older credentials name, and of what is not to be relied on; and what became of it. */
  async publishStatusLists(ended: number[], suspended: number[] = []): Promise<void> {
    for (const index of ended) this.web.set(`${anIssue(index).id}/status?index=${index}`, { state: 'revoked' });
    const [issuer, validFrom] = [this.did, '2026-11-20T10:00:00Z'];
    for (const [path, purpose, marked] of [
      ['status-lists', 'revocation', ended],
      ['suspension-lists', 'suspension', [...ended, ...suspended]],
    ] as const)
      await this.publish(await buildStatusList({ id: `${this.origin}/${path}/1`, issuer, validFrom, purpose, marked }));
  }

  /** Puts a credential under its own address. */
  async publish(credential: JsonObject): Promise<JsonObject> {
    const signed = await this.sign(credential);
    this.web.set(String(credential['id']), signed);
    return signed;
  }

  /** Publishes the key in the issuer's DID document, with these marks and other parts. */
  publishKey(marks: JsonObject = {}, parts: JsonObject = {}): void {
    const document = didDocument(this.did, [
      { id: this.signer.verificationMethod, publicKeyMultibase: this.publicKey },
    ]);
    const [method] = document['verificationMethod'] as JsonObject[];
    this.web.set(`${this.origin}/.well-known/did.json`, {
      ...document,
      verificationMethod: [{ ...method, ...marks }],
      ...parts,
    });
  }
}
