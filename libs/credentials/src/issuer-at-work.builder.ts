import { didDocument } from './issuer';
import type { JsonObject } from './json';
import { NotFound, type Loader } from './loader';
import { newKey, nodeSigner } from './node-signer';
import { signCredential, type Signer } from './proof';
import { buildStatusList } from './status-list';

/** An issuer with a key, a status list and the addresses behind which a verifier finds them. */
export class IssuerAtWork {
  readonly did = 'did:web:libretto.example';
  readonly signer: Signer;
  readonly web = new Map<string, unknown>();

  constructor() {
    const { privateKeyPem, publicKeyMultibase } = newKey();
    this.signer = nodeSigner(`${this.did}#key-1`, privateKeyPem);
    this.web.set('https://libretto.example/.well-known/did.json', didDocument(this.did, [{ id: `${this.did}#key-1`, publicKeyMultibase }]));
  }

  readonly loader: Loader = async (url) => {
    if (!this.web.has(url)) throw new NotFound(url);
    return new TextEncoder().encode(JSON.stringify(this.web.get(url))) as Uint8Array<ArrayBuffer>;
  };

  sign(credential: JsonObject, created = '2026-11-20T10:00:00Z'): Promise<JsonObject> {
    return signCredential(credential, { signer: this.signer, created });
  }

  async publishStatusList(ended: number[]): Promise<void> {
    const id = 'https://libretto.example/status-lists/1';
    this.web.set(id, await this.sign(await buildStatusList({ id, issuer: this.did, validFrom: '2026-11-20T10:00:00Z', ended })));
  }
}
