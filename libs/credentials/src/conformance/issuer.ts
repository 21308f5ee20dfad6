import { createHash, createPrivateKey } from 'node:crypto';
import { dataModel2 } from '../linked-data/contexts';
import { areContexts, faultyPartOf } from '../origin/data-model';
import { issuerOf } from '../origin/format';
import type { JsonObject } from '../platform/json';
import { nodeSigner, publicKeyOf } from '../signing/node-signer';
import { signCredential } from '../signing/proof';

/** A key that everybody knows: whatever it signs is worth nothing, and the suites can be told its issuer beforehand. */
const privateKeyPem = createPrivateKey({
  key: Buffer.concat([
    Buffer.from('302e020100300506032b657004220420', 'hex'),
    createHash('sha256').update('libretto conformance').digest(),
  ]),
  format: 'der',
  type: 'pkcs8',
})
  .export({ format: 'pem', type: 'pkcs8' })
  .toString();

const publicKey = publicKeyOf(privateKeyPem);
export const issuerId = `did:key:${publicKey}`;
const signer = nodeSigner(`${issuerId}#${publicKey}`, privateKeyPem);

/** Signs any credential of this issuer. Throws where it breaks a rule of the data model or has a term without a meaning. */
export async function issue(credential: JsonObject, now: Date): Promise<JsonObject> {
  const part = areContexts(credential['@context'], dataModel2) ? faultyPartOf(credential) : '@context';
  if (part !== undefined) throw new TypeError(`The data model does not allow this: ${part}`);
  if (issuerOf(credential) !== issuerId) throw new TypeError(`This issuer signs as ${issuerId} only.`);
  const signed = await signCredential(credential, { signer, created: `${now.toISOString().slice(0, 19)}Z` });
  const [proof] = signed['proof'] as JsonObject[];
  return { ...signed, proof };
}
