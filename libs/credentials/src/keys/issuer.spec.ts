import { anAwardRecord, anIssue } from '../testing/award-record.builder';
import { buildCredential } from '../award/build-credential';
import { didDocument, issuerKey } from './issuer';
import { IssuerAtWork } from '../testing/issuer-at-work.builder';
import type { Json, JsonObject } from '../platform/json';
import { PrivateAddress } from '../platform/loader';
import { newKey, nodeSigner } from '../signing/node-signer';
import { signCredential } from '../signing/proof';
import type { Verification } from '../findings/verification';
import { verify } from '../verification/verify';

const now = new Date('2026-11-23T10:00:00Z');
const issuer = new IssuerAtWork();
const verifyNow = (input: JsonObject, trusted = issuer.trusted) =>
  verify(input, { loader: issuer.loader, now, trusted });
const code = ({ checks }: Verification, name: string) => checks.find((check) => check.name === name)?.code;
let signed: JsonObject;
let unsigned: JsonObject;

beforeAll(async () => {
  await issuer.publishStatusLists([]);
  signed = await issuer.sign(buildCredential(anAwardRecord(), anIssue()));
  ({ proof: unsigned } = { proof: Object.fromEntries(Object.entries(signed).filter(([key]) => key !== 'proof')) });
});
afterEach(() => issuer.publishKey());

describe('the key', () => {
  it('that its issuer withdrew is listed as revoked, and for no use', async () => {
    issuer.publishKey();
    const address = `${issuer.origin}/.well-known/did.json`;
    const plain = issuer.web.get(address) as { verificationMethod: { id: string; publicKeyMultibase: string }[] };
    const keys = plain.verificationMethod.map((key) => ({ ...key, revoked: '2026-01-01T00:00:00Z' }));
    const document = didDocument(issuer.did, keys);
    expect(document['assertionMethod']).toEqual([]);
    issuer.web.set(address, document);
    const result = await verifyNow(signed);
    expect([result.verdict, code(result, 'issuer')]).toEqual(['unknown-issuer', 'key-revoked']);
  });

  it.each([
    ['revoked', { revoked: '2026-01-01T00:00:00Z' }, 'unknown-issuer', 'key-revoked'],
    ['revoked on a day that cannot be read', { revoked: 'last spring' }, 'unknown-issuer', 'key-revoked'],
    ['expired', { expires: '2026-01-01T00:00:00Z' }, 'unknown-issuer', 'key-expired'],
    ['that expires later', { expires: '2027-01-01T00:00:00Z', revoked: '2027-01-01T00:00:00Z' }, 'valid', 'known'],
    ['of an older name for the same kind', { type: 'Ed25519VerificationKey2020' }, 'valid', 'known'],
    [
      'of a kind that this suite does not sign with',
      { publicKeyMultibase: 'zDnaerDaTF5BXEavCrfRZEk316dpbLsfPDZ3WJ5hRTPFU2169' },
      'altered',
      'not-proven',
    ],
    [
      'of another kind',
      { publicKeyMultibase: 'zQ3shokFTS3brHcDQrn82RUDfCZESWL1ZdCEJwekUDPQiYBme' },
      'not-supported',
      'other-key',
    ],
    [
      'on no curve',
      { publicKeyMultibase: 'zDnaehfHR8Q5U7ckmLQfuZ3eGEypooJ46zzjRQ1AR9asDvdnv' },
      'not-supported',
      'other-key',
    ],
    ['written as JWK', { type: 'JsonWebKey', publicKeyMultibase: 1 }, 'not-supported', 'other-key'],
    ['that somebody else controls', { controller: 'did:web:other.example' }, 'unknown-issuer', 'key-not-listed'],
  ])('%s', async (_, marks, verdict, found) => {
    issuer.publishKey(marks as JsonObject);
    const result = await verifyNow(signed);
    expect([result.verdict, code(result, 'issuer')]).toEqual([verdict, found]);
  });

  it.each<[string, JsonObject, string | undefined]>([
    ['the same once more', {}, undefined],
    ['a withdrawal', { revoked: '2026-01-01T00:00:00Z' }, 'key-revoked'],
    ['a withdrawal under another name', { id: `${issuer.did}#old`, revoked: '2026-01-01T00:00:00Z' }, 'key-revoked'],
    ['an end', { expires: '2026-01-01T00:00:00Z' }, 'key-expired'],
    ['another key', { publicKeyMultibase: newKey().publicKeyMultibase }, 'key-in-doubt'],
    ['another controller', { controller: 'did:web:other.example' }, 'key-not-listed'],
  ])('that is listed twice, with %s, whichever comes first', async (_, marks, code) => {
    issuer.publishKey();
    const { verificationMethod } = issuer.web.get(`${issuer.origin}/.well-known/did.json`) as {
      verificationMethod: JsonObject[];
    };
    const plain = verificationMethod[0]!;
    const marked = { ...plain, ...marks };
    for (const parts of [
      { verificationMethod: [plain, marked] },
      { verificationMethod: [marked, plain] },
      { verificationMethod: [marked], assertionMethod: [plain] },
      { verificationMethod: [plain], authentication: [marked] },
      { verificationMethod: [plain, { ...marked, id: String(marked['id']).slice(issuer.did.length) }] },
    ]) {
      issuer.publishKey({}, parts);
      const key = await issuerKey(issuer.did, issuer.signer.verificationMethod, { loader: issuer.loader, now });
      expect(key.found ? undefined : key.code).toBe(code);
    }
  });

  it('that is listed for signing in only is not one for credentials', async () => {
    issuer.publishKey({}, { assertionMethod: [], authentication: [issuer.signer.verificationMethod] });
    expect(code(await verifyNow(signed), 'issuer')).toBe('key-not-listed');
  });

  it('in a private network is not asked for, and nobody is accused of that', async () => {
    const result = await verify(signed, { loader: () => Promise.reject(new PrivateAddress()), now });
    expect([result.verdict, code(result, 'issuer')]).toEqual(['undecided', 'private-address']);
  });
});

describe('an issuer', () => {
  it('on no list is told apart from one that is known', async () => {
    const result = await verifyNow(signed, []);
    expect([result.verdict, code(result, 'trust')]).toEqual(['unlisted', 'not-listed']);
    expect(result.checks.find(({ name }) => name === 'trust')?.data).toEqual({
      name: 'CIMEA',
      address: 'libretto.example',
    });
    expect((await verifyNow(signed, [{ did: 'did:web:cimea.it', name: 'CIMEA' }])).verdict).toBe('unlisted');
    expect((await verifyNow(signed)).verdict).toBe('valid');
  });

  it('that is its own key is checked, and known only where it is listed', async () => {
    const { privateKeyPem, publicKeyMultibase } = newKey();
    const did = `did:key:${publicKeyMultibase}`;
    const { credentialStatus: _, ...badge } = buildCredential(anAwardRecord(), {
      ...anIssue(),
      issuer: { did, name: 'CIMEA', url: 'https://cimea.example' },
    });
    const proof = {
      signer: nodeSigner(`${did}#${publicKeyMultibase}`, privateKeyPem),
      created: '2026-11-20T10:00:00Z',
    };
    const selfSigned = await signCredential(badge, proof);
    const result = await verifyNow(selfSigned);
    expect([result.verdict, code(result, 'issuer'), code(result, 'trust')]).toEqual([
      'unlisted',
      'own-key',
      'self-declared',
    ]);
    expect((await verifyNow(selfSigned, [{ did, name: 'CIMEA' }])).verdict).toBe('valid');
    expect((await verifyNow({ ...selfSigned, name: 'Another' })).verdict).toBe('altered');
    const other = { signer: nodeSigner(`${did}#${issuer.publicKey}`, privateKeyPem), created: proof.created };
    expect(code(await verifyNow(await signCredential(badge, other)), 'issuer')).toBe('key-not-listed');
  });

  it.each([
    'did:jwk:eyJ',
    'did:ebsi:zvHWX359A3CvfJnCYaAiAde',
    'https://university.example/issuer',
    'did:key:zQ3shokFTS3brHcDQrn82RUDfCZESWL1ZdCEJwekUDPQiYBme',
  ])('named as %s is not supported, and not accused', async (did) => {
    const { privateKeyPem } = newKey();
    const badge = buildCredential(anAwardRecord(), {
      ...anIssue(),
      issuer: { did, name: 'CIMEA', url: 'https://cimea.example' },
    });
    const result = await verifyNow(
      await signCredential(badge, { signer: nodeSigner(`${did}#k`, privateKeyPem), created: '2026-11-20T10:00:00Z' }),
    );
    expect(result.verdict).toBe('not-supported');
  });
});

describe('a signature', () => {
  const [proof] = [() => (signed['proof'] as JsonObject[])[0]!];

  it.each([
    ['none', undefined, 'not-signed'],
    ['none in a list', [], 'not-signed'],
    ['of another suite', { cryptosuite: 'bbs-2023' }, 'not-supported'],
    ['of an older kind', { type: 'Ed25519Signature2018', cryptosuite: undefined }, 'not-supported'],
    ['for another purpose', { proofPurpose: 'authentication' }, 'not-supported'],
    ['in a chain', { previousProof: 'urn:uuid:1' }, 'not-supported'],
    ['that says nothing of its key', { verificationMethod: undefined }, 'not-supported'],
    ['of nonsense', { proofValue: 'signed, the director' }, 'altered'],
  ])('%s', async (_, part, verdict) => {
    const given = Array.isArray(part) || !part ? part : { ...proof(), ...part };
    expect((await verifyNow({ ...unsigned, proof: given as Json })).verdict).toBe(verdict);
  });

  it('beside another one is taken if both fit', async () => {
    const again = await issuer.sign(unsigned, '2026-11-21T10:00:00Z');
    const [another] = again['proof'] as JsonObject[];
    const verdictWith = async (...proofs: JsonObject[]) => (await verifyNow({ ...unsigned, proof: proofs })).verdict;
    expect([
      await verdictWith(proof(), another!),
      await verdictWith(proof(), { ...another, created: '2026-11-22T10:00:00Z' }),
      await verdictWith(proof(), { ...another, verificationMethod: 'did:web:other.example#1' }),
      await verdictWith(proof(), { ...another, cryptosuite: 'bbs-2023' }),
    ]).toEqual(['valid', 'altered', 'unknown-issuer', 'not-supported']);
  });

  it.each([
    ['a token', 'eyJhbGciOiJFZERTQSJ9.eyJ2YyI6e319.c2ln'],
    [
      'an older data model',
      JSON.stringify({
        '@context': ['https://www.w3.org/2018/credentials/v1'],
        credentialSubject: {},
        proof: { type: 'Ed25519Signature2018' },
      }),
    ],
    [
      'a presentation',
      JSON.stringify({
        '@context': ['https://www.w3.org/ns/credentials/v2'],
        type: 'VerifiablePresentation',
        verifiableCredential: [],
      }),
    ],
    ['several in a list', JSON.stringify([{ '@context': [] }, { '@context': [] }])],
    ['an Open Badge 2.0', JSON.stringify({ '@context': 'https://w3id.org/openbadges/v2', type: 'Assertion' })],
    ['a sealed one', JSON.stringify({ payload: 'e30', signatures: [] })],
  ])('of %s is not supported', async (_, text) => {
    expect((await verify(text, { now })).verdict).toBe('not-supported');
  });

  it('comes before anything that the credential names is fetched', async () => {
    const asked: string[] = [];
    const loader: typeof issuer.loader = (url) => {
      asked.push(url);
      return issuer.loader(url);
    };
    const forged = {
      ...signed,
      name: 'Another',
      relatedResource: [{ id: 'https://elsewhere.example/x', digestSRI: 'sha256-x' }],
    };
    expect((await verify(forged, { loader, now })).verdict).toBe('altered');
    expect(asked).toEqual(['https://libretto.example/.well-known/did.json']);
    asked.length = 0;
    await verify({ ...signed, nonsense: 'x' }, { loader, now });
    await verify(unsigned, { loader, now });
    expect(asked).toEqual([]);
  });
});
