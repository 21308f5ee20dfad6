import * as EcdsaMultikey from '@digitalbazaar/ecdsa-multikey';
import { DataIntegrityProof } from '@digitalbazaar/data-integrity';
import { cryptosuite as ecdsaRdfc } from '@digitalbazaar/ecdsa-rdfc-2019-cryptosuite';
import * as Ed25519Multikey from '@digitalbazaar/ed25519-multikey';
import { Ed25519Signature2020 } from '@digitalbazaar/ed25519-signature-2020';
import { createSignCryptosuite as eddsaJcs } from '@digitalbazaar/eddsa-jcs-2022-cryptosuite';
import { cryptosuite as eddsaRdfc } from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite';
import * as vc from '@digitalbazaar/vc';
import { loadPinnedContext } from '../linked-data/contexts';
import type { JsonObject } from '../platform/json';

const suites = {
  'eddsa-rdfc-2022': () => eddsaRdfc,
  'eddsa-jcs-2022': eddsaJcs,
  'ecdsa-rdfc-2019': () => ecdsaRdfc,
};

/** A badge of an issuer whose key is its name, or with these parts, unsigned. */
export const aBadgeOf = (did: string, parts: JsonObject): JsonObject => ({
  '@context': ['https://www.w3.org/ns/credentials/v2', 'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json'],
  id: 'urn:uuid:0d9c8a5e-4f0a-4a53-9f0d-7a4f0c1b2d3e',
  type: ['VerifiableCredential', 'OpenBadgeCredential'],
  name: 'Cataloguing',
  issuer: { id: did, type: ['Profile'], name: 'A school' },
  validFrom: '2026-01-01T00:00:00Z',
  credentialSubject: {
    type: ['AchievementSubject'],
    achievement: {
      id: 'https://school.example/achievements/1',
      type: ['Achievement'],
      name: 'Cataloguing',
      description: 'Describes books.',
      criteria: { narrative: 'An examination' },
    },
  },
  ...parts,
});

/** An issuer that signs with the libraries of others: in its name stands its key. */
export class OtherIssuer {
  private constructor(
    readonly did: string,
    private readonly suite: keyof typeof suites,
    private readonly pair: KeyPair,
  ) {}

  get publicKeyMultibase(): string {
    return this.pair.publicKeyMultibase;
  }

  static async with(suite: keyof typeof suites, curve = 'P-256'): Promise<OtherIssuer> {
    const pair = suite.startsWith('ecdsa') ? await EcdsaMultikey.generate({ curve }) : await Ed25519Multikey.generate();
    const did = `did:key:${pair.publicKeyMultibase}`;
    pair.id = `${did}#${pair.publicKeyMultibase}`;
    return new OtherIssuer(did, suite, pair);
  }

  /** The same issuer and key under another name, in which its key is the first. */
  as(did: string): OtherIssuer {
    this.pair.id = `${did}#0`;
    return new OtherIssuer(did, this.suite, this.pair);
  }

  /** A badge of this issuer, or with these parts, signed. */
  sign(parts: JsonObject = {}): Promise<JsonObject> {
    const suite = new DataIntegrityProof({ signer: this.pair.signer(), cryptosuite: suites[this.suite]() });
    return vc.issue({ credential: aBadgeOf(this.did, parts), suite, documentLoader: loadPinnedContext });
  }

  /** A document of version 1.1 of the data model, signed as the Digital Credentials Consortium does. */
  signOlder(document: JsonObject): Promise<JsonObject> {
    const credential = {
      '@context': [
        'https://www.w3.org/2018/credentials/v1',
        'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.1.json',
        'https://w3id.org/vc/status-list/2021/v1',
        'https://w3id.org/security/suites/ed25519-2020/v1',
      ],
      issuer: { id: this.did, type: ['Profile'], name: 'A school' },
      issuanceDate: '2026-01-01T00:00:00Z',
      ...document,
    };
    const suite = new Ed25519Signature2020({ signer: this.pair.signer() });
    return vc.issue({ credential, suite, documentLoader: loadPinnedContext });
  }

  /** A presentation of these credentials by this holder, signed for one who set a challenge. */
  present(verifiableCredential: JsonObject[], { challenge, domain }: { challenge: string; domain: string }) {
    const presentation = {
      '@context': ['https://www.w3.org/ns/credentials/v2'],
      type: ['VerifiablePresentation'],
      holder: this.did,
      verifiableCredential,
    };
    const suite = new DataIntegrityProof({ signer: this.pair.signer(), cryptosuite: suites[this.suite]() });
    return vc.signPresentation({ presentation, suite, challenge, domain, documentLoader: loadAnyContext });
  }
}

/** The suites' examples have a context that no build of ours but one knows. */
const loadAnyContext = (url: string) =>
  url === 'https://www.w3.org/ns/credentials/examples/v2'
    ? Promise.resolve({
        contextUrl: null,
        documentUrl: url,
        document: { '@context': { '@vocab': 'https://www.w3.org/ns/credentials/examples#' } },
      })
    : loadPinnedContext(url);
