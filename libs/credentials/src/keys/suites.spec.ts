import { toBase64Url, utf8 } from '../platform/encoding';
import { IssuerAtWork } from '../testing/issuer-at-work.builder';
import type { Json, JsonObject } from '../platform/json';
import { OtherIssuer } from '../testing/other-issuer.builder';
import { fromMultikey } from './public-key';
import { verify } from '../verification/verify';

const now = new Date('2026-11-23T10:00:00Z');
const verifyNow = (input: JsonObject, loader = new IssuerAtWork().loader) => verify(input, { loader, now });
const proofOf = (signed: JsonObject) => signed['proof'] as JsonObject;

describe.each([
  ['eddsa-rdfc-2022', ''],
  ['eddsa-jcs-2022', ''],
  ['ecdsa-rdfc-2019', 'P-256'],
  ['ecdsa-rdfc-2019', 'P-384'],
] as const)('a credential that another library signed with %s %s', (suite, curve) => {
  let issuer: OtherIssuer;
  let signed: JsonObject;
  beforeAll(async () => {
    issuer = await OtherIssuer.with(suite, curve);
    signed = await issuer.sign();
  });

  it('is verified', async () => {
    const { verdict, checks, contents } = await verifyNow(signed);
    expect([verdict, checks.filter(({ outcome }) => outcome === 'failed'), contents?.title]).toEqual([
      'unlisted',
      [],
      'Cataloguing',
    ]);
  });

  it.each<[string, (signed: JsonObject) => JsonObject]>([
    ['another name', (it) => ({ ...it, name: 'Surgery' })],
    ['a later end', (it) => ({ ...it, validUntil: '2036-01-01T00:00:00Z' })],
    ['another time of signing', (it) => ({ ...it, proof: { ...proofOf(it), created: '2020-01-01T00:00:00Z' } })],
    ['half a signature', (it) => ({ ...it, proof: { ...proofOf(it), proofValue: 'z3h' } })],
    ['no text as signature', (it) => ({ ...it, proof: { ...proofOf(it), proofValue: ['z'] } })],
    [
      'the name of another suite',
      (it) => ({
        ...it,
        proof: { ...proofOf(it), cryptosuite: suite.startsWith('eddsa') ? 'ecdsa-jcs-2019' : 'eddsa-jcs-2022' },
      }),
    ],
  ])('is altered with %s', async (_, change) => {
    const { verdict } = await verifyNow(change(signed));
    expect(['altered', 'ambiguous']).toContain(verdict);
  });

  it('is not verified with a suite that is not known here', async () => {
    const strange = { ...signed, proof: { ...proofOf(signed), cryptosuite: 'toString' } };
    expect((await verifyNow(strange)).verdict).toBe('not-supported');
  });

  it('is verified with the same key as a JSON Web Key, in a document or in a name', async () => {
    const { jwk } = fromMultikey(issuer.publicKeyMultibase);
    const web = new IssuerAtWork();
    const method = { id: '#0', type: 'JsonWebKey', controller: web.did, publicKeyJwk: jwk as Json };
    web.web.set(`${web.origin}/.well-known/did.json`, {
      id: web.did,
      verificationMethod: [method],
      assertionMethod: ['#0'],
    });
    const named = `did:jwk:${toBase64Url(utf8(JSON.stringify(jwk)))}`;
    for (const [did, domain] of [
      [web.did, 'libretto.example'],
      [named, undefined],
    ]) {
      const other = await issuer.as(`${did}`).sign();
      const { verdict, checks } = await verifyNow(other, web.loader);
      expect([verdict, checks.find(({ name }) => name === 'issuer')?.data['domain']]).toEqual(['unlisted', domain]);
    }
  });
});

describe('a suite that signs the text', () => {
  it('covers the whole context, also where the proof repeats a part of it', async () => {
    const signed = await (await OtherIssuer.with('eddsa-jcs-2022')).sign();
    const [first] = signed['@context'] as string[];
    const partly = { ...signed, proof: { ...proofOf(signed), '@context': first! } };
    expect((await verifyNow(partly)).verdict).toBe('ambiguous');
    const renamed = { ...signed, proof: { ...proofOf(signed), '@context': 'https://elsewhere.example/terms' } };
    expect((await verifyNow(renamed)).verdict).toBe('ambiguous');
  });

  it('takes no other text for the same', async () => {
    const signed = await (await OtherIssuer.with('eddsa-jcs-2022')).sign();
    const { id: subject } = { id: signed['credentialSubject'] };
    expect((await verifyNow({ ...signed, credentialSubject: [subject!] })).verdict).toBe('altered');
  });
});
