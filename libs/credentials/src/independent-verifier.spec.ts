import { DataIntegrityProof } from '@digitalbazaar/data-integrity';
import { cryptosuite } from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite';
import * as vc from '@digitalbazaar/vc';
import { anAwardRecord, anIssue } from './award-record.builder';
import { buildCredential } from './build-credential';
import { loadPinnedContext } from './contexts';
import { IssuerAtWork } from './issuer-at-work.builder';
import type { JsonObject } from './json';

const issuer = new IssuerAtWork();

/** The reference library with its own canonicalisation, key reading and purposes; it shares only the contexts with ours. */
async function accepts(credential: JsonObject): Promise<boolean> {
  const did = issuer.web.get('https://libretto.example/.well-known/did.json') as { verificationMethod: object[] };
  const documentLoader = async (url: string) => {
    if (url === issuer.did) return { documentUrl: url, document: did };
    if (url === `${issuer.did}#key-1`) {
      return { documentUrl: url, document: { '@context': 'https://w3id.org/security/multikey/v1', ...did.verificationMethod[0] } };
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

describe('the reference verifier', () => {
  it.each([
    ['a plain name', 'Ana', 'Horvat'],
    ['quotes, backslashes and line ends', 'A"n\\a', "O'Hor\nvat\t\u0007"],
    ['markup', '<script>alert(1)</script>', '{"@id":"urn:x"}'],
    ['other scripts', 'Željka 𝒜', 'Ćosić-Đurić 李'],
  ])('accepts a credential with %s', async (_, givenName, familyName) => {
    const record = anAwardRecord({ learner: { givenName, familyName, dateOfBirth: '1990-05-17' } });
    expect(await accepts(await issuer.sign(buildCredential(record, anIssue())))).toBe(true);
  });

  it('accepts the status list', async () => {
    await issuer.publishStatusList([1, 2]);
    expect(await accepts(issuer.web.get('https://libretto.example/status-lists/1') as JsonObject)).toBe(true);
  });

  it('rejects what ours rejects', async () => {
    const signed = await issuer.sign(buildCredential(anAwardRecord(), anIssue()));
    expect(await accepts({ ...signed, name: 'Another title' })).toBe(false);
  });
});
