import { DataIntegrityProof } from '@digitalbazaar/data-integrity';
import { cryptosuite } from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite';
import * as vc from '@digitalbazaar/vc';
import { loadPinnedContext } from '../linked-data/contexts';
import type { IssuerAtWork } from './issuer-at-work.builder';
import type { JsonObject } from '../platform/json';

/** The reference library with its own canonicalisation, key reading and purposes; it shares only the contexts with ours. */
export async function independentlyAccepted(credential: JsonObject, issuer: IssuerAtWork): Promise<boolean> {
  const did = issuer.web.get('https://libretto.example/.well-known/did.json') as { verificationMethod: object[] };
  const documentLoader = async (url: string) => {
    if (url === issuer.did) return { documentUrl: url, document: did };
    if (url === `${issuer.did}#key-1`) {
      return {
        documentUrl: url,
        document: { '@context': 'https://w3id.org/security/multikey/v1', ...did.verificationMethod[0] },
      };
    }
    return loadPinnedContext(url);
  };
  const result = await vc.verifyCredential({
    credential,
    suite: new DataIntegrityProof({ cryptosuite }),
    checkStatus: async () => ({ verified: true }),
    documentLoader,
    now: '2026-11-23T10:00:00Z',
  });
  return result.verified;
}
