import { DataIntegrityProof } from '@digitalbazaar/data-integrity';
import * as EcdsaMultikey from '@digitalbazaar/ecdsa-multikey';
import * as ecdsaSd from '@digitalbazaar/ecdsa-sd-2023-cryptosuite';
import * as vc from '@digitalbazaar/vc';
import { loadPinnedContext } from '../linked-data/contexts';
import type { JsonObject } from '../platform/json';
import { aBadgeOf } from './other-issuer.builder';

/** An issuer, with the library of others, whose credentials are shown in parts; and their holder. */
export interface PartsIssuer {
  sign(parts?: JsonObject): Promise<JsonObject>;
  /** What the holder shows of it beside that which is always shown. */
  show(base: JsonObject, pointers: readonly string[]): Promise<JsonObject>;
  accepts(shown: JsonObject): Promise<boolean>;
}

export async function aPartsIssuer(): Promise<PartsIssuer> {
  const pair = await EcdsaMultikey.generate({ curve: 'P-256' });
  const did = `did:key:${pair.publicKeyMultibase}`;
  pair.id = `${did}#${pair.publicKeyMultibase}`;
  const method = {
    '@context': 'https://w3id.org/security/multikey/v1',
    ...{ id: pair.id, type: 'Multikey', controller: did, publicKeyMultibase: pair.publicKeyMultibase },
  };
  const controller = { '@context': 'https://www.w3.org/ns/did/v1', id: did, assertionMethod: [pair.id] };
  const documentLoader = async (url: string) => {
    if (url === did) return { contextUrl: null, documentUrl: url, document: controller };
    return url === pair.id ? { contextUrl: null, documentUrl: url, document: method } : loadPinnedContext(url);
  };
  return {
    sign: (parts = {}) => {
      const cryptosuite = ecdsaSd.createSignCryptosuite({ mandatoryPointers: ['/issuer', '/validFrom'] });
      const suite = new DataIntegrityProof({ signer: pair.signer(), cryptosuite });
      return vc.issue({ credential: aBadgeOf(did, parts), suite, documentLoader });
    },
    show: (verifiableCredential, selectivePointers) => {
      const suite = new DataIntegrityProof({ cryptosuite: ecdsaSd.createDiscloseCryptosuite({ selectivePointers }) });
      return vc.derive({ verifiableCredential, suite, documentLoader });
    },
    accepts: async (credential) => {
      const suite = new DataIntegrityProof({ cryptosuite: ecdsaSd.createVerifyCryptosuite() });
      return (await vc.verifyCredential({ credential, suite, documentLoader })).verified;
    },
  };
}
