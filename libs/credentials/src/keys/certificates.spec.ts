import { CompactSign } from 'jose';
import type { TrustedIssuer } from '@libretto/domain';
import { CertificateAuthority, type MadeCertificate } from '../testing/certificates.builder';
import { learning } from '../testing/disclosing-issuer.builder';
import { IssuerAtWork } from '../testing/issuer-at-work.builder';
import { utf8 } from '../platform/encoding';
import type { JsonObject } from '../platform/json';
import { verify } from '../verification/verify';

/** Certificates of others begin when they are made. */
const now = new Date(Date.now() + 60_000);
const address = 'https://school.example/issuer';
const web = new IssuerAtWork();
const authority = new CertificateAuthority();
const stranger = new CertificateAuthority('A stranger');
const seal = authority.give({ names: `DNS:school.example,URI:${address}` });
const between = authority.below('A service between');
afterAll(() => [authority, stranger, between].forEach((one) => one.end()));

const badge = (parts: JsonObject = {}): JsonObject => ({
  '@context': ['https://www.w3.org/ns/credentials/v2'],
  type: ['VerifiableCredential', 'OpenBadgeCredential'],
  issuer: { id: address, type: ['Profile'], name: 'A school' },
  validFrom: '2026-01-01T00:00:00Z',
  credentialSubject: { achievement: { name: 'Cataloguing' } },
  ...parts,
});
const sign = (payload: JsonObject, x5c: readonly unknown[], { alg = 'ES256', typ = 'vc+jwt', by = seal } = {}) =>
  new CompactSign(utf8(JSON.stringify(payload)))
    .setProtectedHeader({ alg, typ, x5c: x5c as string[] })
    .sign(by.privateKey);
async function found(token: string, trusted: readonly TrustedIssuer[] = []) {
  const { verdict, checks } = await verify(token, { loader: web.loader, now, trusted });
  const of = (name: string) => checks.find((check) => check.name === name)?.code;
  return [verdict, of('issuer'), of('trust')];
}

describe('a token that a certificate confirms', () => {
  it.each<[string, { kind: string[]; alg: string }]>([
    ['P-256', { kind: ['ec', '-pkeyopt', 'ec_paramgen_curve:P-256'], alg: 'ES256' }],
    ['P-384', { kind: ['ec', '-pkeyopt', 'ec_paramgen_curve:P-384'], alg: 'ES384' }],
    ['RSA', { kind: ['rsa:2048'], alg: 'RS256' }],
    ['Ed25519', { kind: ['ed25519'], alg: 'EdDSA' }],
  ])('is verified with a key of %s, and believed as far as the reader’s list goes', async (_, { kind, alg }) => {
    const by = authority.give({ key: kind, names: 'DNS:school.example' });
    const { certificate } = authority;
    const [whole, alone] = [await sign(badge(), [by.certificate, certificate], { alg, by }), by.certificate];
    expect(await found(whole)).toEqual(['unconfirmed', 'certified', 'certificate-not-listed']);
    expect(await found(whole, [{ certificate, name: 'A trust service' }])).toEqual([
      ...['unconfirmed', 'certified', 'certificate-listed'],
    ]);
    const short = await sign(badge(), [alone], { alg, by });
    for (const listed of [certificate, alone])
      expect((await found(short, [{ certificate: listed }]))[2]).toBe('certificate-listed');
    expect((await found(short, [{ certificate: stranger.certificate }, { did: address }]))[2]).toBe(
      'certificate-not-listed',
    );
  });

  it('is believed by an authority above the one that gave it, and only where each confirms the one before', async () => {
    const [own, forged] = [between, stranger].map((one) => one.give({ names: 'DNS:school.example' }));
    const trusted = [{ certificate: authority.certificate }];
    for (const above of [[between.certificate], [between.certificate, authority.certificate]]) {
      const genuine = await sign(badge(), [own!.certificate, ...above], { by: own! });
      expect(await found(genuine, trusted)).toEqual(['unconfirmed', 'certified', 'certificate-listed']);
    }
    for (const above of [
      [between.certificate, authority.certificate],
      [authority.certificate, stranger.certificate],
      [stranger.certificate, authority.certificate],
    ]) {
      const token = await sign(badge(), [forged!.certificate, ...above], { by: forged! });
      expect((await found(token, trusted)).slice(0, 2)).toEqual(['unknown-issuer', 'certificate-broken']);
    }
  });

  it('names its subject and authority, and no name that it gives itself', async () => {
    const { checks } = await verify(await sign(badge(), [seal.certificate]), { loader: web.loader, now });
    expect(checks.find(({ name }) => name === 'trust')?.data).toEqual({
      ...{ name: 'CIMEA, CIMEA seal', authority: 'A trust service, Root' },
    });
  });

  it('has the name that the reader’s list gives to its own certificate, and never that of its authority', async () => {
    const token = await sign(badge(), [seal.certificate]);
    const listed = [{ certificate: authority.certificate, name: 'A service' }];
    const nameBy = async (trusted: readonly TrustedIssuer[]) => {
      const { checks } = await verify(token, { loader: web.loader, now, trusted });
      return checks.find(({ name }) => name === 'trust')?.data?.['name'];
    };
    expect(await nameBy(listed)).toBe('CIMEA, CIMEA seal');
    expect(await nameBy([...listed, { certificate: seal.certificate, name: 'Our centre' }])).toBe('Our centre');
  });

  it('is verified where it is shown in parts, with an issuer of its own or without', async () => {
    for (const claims of [{ iss: address }, {}]) {
      const token = await sign({ vct: learning, ...claims }, [seal.certificate], { typ: 'dc+sd-jwt' });
      expect(await found(`${token}~`, [{ certificate: authority.certificate }])).toEqual([
        ...['unconfirmed', 'certified', 'certificate-listed'],
      ]);
    }
  });

  const other: MadeCertificate = authority.give({ names: 'DNS:school.example' });
  it.each<[string, () => Promise<string>, string, string | undefined]>([
    [
      'of another host',
      () => sign(badge(), [authority.give({ names: 'DNS:elsewhere.example' }).certificate]),
      'unknown-issuer',
      'certificate-of-another',
    ],
    [
      'that names no host',
      () => sign(badge(), [authority.give().certificate]),
      'unknown-issuer',
      'certificate-of-another',
    ],
    [
      'that is over',
      () => sign(badge(), [authority.give({ from: -9, until: -1 }).certificate]),
      'unknown-issuer',
      'certificate-not-current',
    ],
    [
      'that is not yet valid',
      () => sign(badge(), [authority.give({ from: 1 }).certificate]),
      'unknown-issuer',
      'certificate-not-current',
    ],
    [
      'under another authority',
      () => sign(badge(), [seal.certificate, stranger.certificate]),
      'unknown-issuer',
      'certificate-broken',
    ],
    [
      'in the wrong order',
      () => sign(badge(), [authority.certificate, seal.certificate]),
      'unknown-issuer',
      'certificate-broken',
    ],
    [
      'under a certificate that may confirm none',
      () => sign(badge(), [seal.certificate, other.certificate]),
      'unknown-issuer',
      'certificate-broken',
    ],
    ['that cannot be read', () => sign(badge(), ['MIIB']), 'unknown-issuer', 'certificate-unreadable'],
    ['that is no text', () => sign(badge(), [1]), 'unknown-issuer', 'certificate-unreadable'],
    [
      'with too many above it',
      () =>
        sign(
          badge(),
          Array.from({ length: 7 }, () => seal.certificate),
        ),
      'unknown-issuer',
      'certificate-unreadable',
    ],
    [
      'of a key that is not checked here',
      () => sign(badge(), [authority.give({ key: ['rsa:1024'], names: 'DNS:school.example' }).certificate]),
      'not-supported',
      'other-key',
    ],
    [
      'signed in a way that is not checked here',
      () =>
        sign(badge(), [
          new CertificateAuthority('Another', ['ed25519']).give({ names: 'DNS:school.example' }).certificate,
        ]),
      'not-supported',
      'other-key',
    ],
    ['of another key than the one that signed', () => sign(badge(), [other.certificate]), 'altered', 'not-proven'],
  ])('%s is told', async (_, token, verdict, issuer) => {
    expect((await found(await token())).slice(0, 2)).toEqual([verdict, issuer]);
  });

  it('is altered with another payload', async () => {
    const [head, , signature] = (await sign(badge(), [seal.certificate])).split('.');
    const [, body] = (await sign(badge({ validFrom: '2020-01-01T00:00:00Z' }), [seal.certificate])).split('.');
    expect((await found([head, body, signature].join('.')))[0]).toBe('altered');
  });

  it('is not believed where the host publishes other keys', async () => {
    web.web.set('https://school.example/.well-known/jwt-vc-issuer/issuer', { issuer: address, jwks: { keys: [] } });
    const token = await sign({ vct: learning, iss: address }, [seal.certificate], { typ: 'dc+sd-jwt' });
    expect((await found(`${token}~`)).slice(0, 2)).toEqual(['unknown-issuer', 'key-not-listed']);
  });
});
