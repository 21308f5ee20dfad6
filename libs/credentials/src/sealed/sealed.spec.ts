import { createHash, sign } from 'node:crypto';
import { FlattenedSign } from 'jose';
import { CertificateAuthority, type MadeCertificate } from '../testing/certificates.builder';
import { IssuerAtWork } from '../testing/issuer-at-work.builder';
import { toBase64Url, utf8 } from '../platform/encoding';
import type { JsonObject } from '../platform/json';
import { verify } from '../verification/verify';
import { sealed, type Sealer } from './seal';

const now = new Date(Date.now() + 60_000);
const authority = new CertificateAuthority();
const made = authority.give();
afterAll(() => authority.end());
const web = new IssuerAtWork();

const diploma: JsonObject = {
  id: 'urn:credential:1',
  type: ['VerifiableCredential', 'EuropeanDigitalCredential'],
  displayParameter: { id: 'urn:display:1', type: 'DisplayParameter', title: { es: 'Diploma', en: 'A diploma' } },
  credentialSubject: {
    ...{ id: 'urn:person:1', type: 'Person', dateOfBirth: '1990-05-17T00:00:00', fullName: { en: 'Ana Andromeda' } },
    hasClaim: { type: 'LearningAchievement', title: { en: 'Cataloguing' } },
  },
  issuer: { id: 'urn:epass:org:1', type: 'Organisation', legalName: { en: 'University of Zed' } },
  issuanceDate: '2026-01-01T00:00:00Z',
  validFrom: '2026-01-01T00:00:00Z',
  '@context': ['https://www.w3.org/2018/credentials/v1', 'http://data.europa.eu/snb/model/context/edc-ap'],
};
const thumbprint = (certificate: string) =>
  createHash('sha256').update(Buffer.from(certificate, 'base64')).digest('base64url');

interface Wishes {
  readonly header?: object;
  readonly crit?: Record<string, boolean>;
  readonly by?: MadeCertificate;
  readonly alg?: string;
}
/** A seal of another library; JAdES writes more into the header than JSON Web Signatures need. */
async function sealedByOthers(
  document: JsonObject,
  { header = {}, crit = { sigT: true }, by = made, alg = 'ES256' }: Wishes = {},
): Promise<JsonObject> {
  const text = JSON.stringify(document);
  const whole = {
    ...{ alg, b64: false, cty: 'octet-stream', typ: 'jose+json', sigT: '2026-11-20T10:00:00Z' },
    ...{ 'x5t#S256': thumbprint(by.certificate), x5c: [by.certificate], crit: ['b64', ...Object.keys(crit)] },
    ...header,
  };
  const { payload: _, ...signature } = await new FlattenedSign(utf8(text))
    .setProtectedHeader(whole)
    .sign(by.privateKey, { crit });
  return { payload: text, signatures: [{ ...signature, header: { etsiU: ['eyJzaWdUc3QiOnt9fQ'] } }] } as JsonObject;
}
async function found(input: JsonObject | string, trusted = [{ certificate: authority.certificate }]) {
  const { verdict, checks } = await verify(input, { loader: web.loader, now, trusted });
  return [verdict, checks.find(({ name }) => name === 'issuer')?.code];
}
const signatureOf = (whole: JsonObject) => (whole['signatures'] as JsonObject[])[0]!;

describe('a European credential in a seal', () => {
  it('is verified and shown, by the authority that the reader lists', async () => {
    const whole = await sealedByOthers(diploma);
    const trusted = [{ certificate: authority.certificate }];
    const { verdict, checks, contents } = await verify(JSON.stringify(whole), { loader: web.loader, now, trusted });
    expect([verdict, contents]).toEqual([
      'unconfirmed',
      {
        ...{ id: 'urn:credential:1', title: 'A diploma', holder: 'Ana Andromeda', issuer: 'University of Zed' },
        validFrom: '2026-01-01T00:00:00Z',
      },
    ]);
    expect(checks.map(({ name, code }) => `${name} ${code}`)).toEqual([
      ...['format sealed', 'issuer certified', 'signature intact-since', 'trust certificate-listed'],
      ...['dates without-end', 'status without-list', 'holder named-with-birth', 'contents no-record'],
    ]);
  });

  it('is read in each way in which it is written', async () => {
    const { payload, signatures } = await sealedByOthers(diploma);
    const [{ protected: head, signature }] = signatures as [JsonObject];
    const encoded = await new FlattenedSign(utf8(JSON.stringify(diploma)))
      .setProtectedHeader({
        ...{ alg: 'ES256', iat: 1_780_000_000, x5c: [made.certificate] },
        'x5t#o': { digAlg: 'S256', digVal: thumbprint(made.certificate) },
      } as never)
      .sign(made.privateKey);
    for (const one of [{ payload, protected: head, signature }, encoded as unknown as JsonObject])
      expect(await found(one as JsonObject)).toEqual(['unconfirmed', 'certified']);
  });

  it.each<[string, (whole: JsonObject) => JsonObject]>([
    ['another holder', (it) => ({ ...it, payload: String(it['payload']).replace('Andromeda', 'Cassiopeia') })],
    ['a space more', (it) => ({ ...it, payload: ` ${String(it['payload'])}` })],
    ['another day of signing', (it) => withHeader(it, { sigT: '2026-11-21T10:00:00Z' })],
    ['another certificate', (it) => withHeader(it, { x5c: [authority.give().certificate] })],
    ['another signature', (it) => ({ ...it, signatures: [{ ...signatureOf(it), signature: 'AAAA' }] })],
    ['no signature to read', (it) => ({ ...it, signatures: [{ ...signatureOf(it), signature: '!' }] })],
  ])('is altered with %s', async (_, change) => {
    expect((await found(change(await sealedByOthers(diploma))))[0]).toBe('altered');
  });

  const withHeader = (whole: JsonObject, parts: object): JsonObject => {
    const { protected: head } = signatureOf(whole);
    const header = JSON.parse(Buffer.from(String(head), 'base64url').toString()) as object;
    const other = toBase64Url(utf8(JSON.stringify({ ...header, ...parts })));
    return { ...whole, signatures: [{ ...signatureOf(whole), protected: other }] };
  };

  it.each<[string, () => Promise<JsonObject>, string, string | undefined]>([
    [
      'of a certificate that it does not name',
      () => sealedByOthers(diploma, { header: { 'x5t#S256': thumbprint(authority.certificate) } }),
      'altered',
      'not-proven',
    ],
    [
      'of a certificate that is over',
      () => sealedByOthers(diploma, { by: authority.give({ from: -9, until: -1 }) }),
      'unknown-issuer',
      'certificate-not-current',
    ],
    [
      'signed tomorrow',
      () => sealedByOthers(diploma, { header: { sigT: new Date(Date.now() + 1e8).toISOString() } }),
      'not-yet-valid',
      'not-proven',
    ],
    [
      'without the name of its certificate',
      () => sealedByOthers(diploma, { header: { 'x5t#S256': undefined } }),
      'not-supported',
      'no-proof',
    ],
    [
      'without a time',
      () => sealedByOthers(diploma, { header: { sigT: undefined, crit: ['b64'] }, crit: {} }),
      'not-supported',
      'no-proof',
    ],
    [
      'of what lies elsewhere',
      () => sealedByOthers(diploma, { header: { sigD: {}, crit: ['b64', 'sigD'] }, crit: { sigD: true } }),
      'not-supported',
      'no-proof',
    ],
    [
      'with a stamp over something else',
      () =>
        sealedByOthers(diploma, {
          header: { adoTst: { tstTokens: [{ val: 'MIIB' }] }, crit: ['b64', 'sigT', 'adoTst'] },
          crit: { sigT: true, adoTst: true },
        }),
      'altered',
      'not-proven',
    ],
    [
      'with more stamps than anybody should compare',
      () => sealedByOthers(diploma, { header: { adoTst: { tstTokens: Array(1001).fill({ val: 'MIIB' }) } } }),
      'too-large',
      undefined,
    ],
    ['around another thing', () => sealedByOthers({ type: 'Invoice' }), 'not-supported', undefined],
    [
      'beside another seal',
      async () => {
        const whole = await sealedByOthers(diploma);
        return { ...whole, signatures: [signatureOf(whole), signatureOf(whole)] };
      },
      'not-supported',
      undefined,
    ],
    ['of an authority that nobody here knows', async () => sealedByOthers(diploma), 'unconfirmed', 'certified'],
  ])('%s is told', async (_, whole, verdict, issuer) => {
    expect(await found(await whole())).toEqual([verdict, issuer]);
  });

  it('may be ours, and other libraries verify it', async () => {
    const sealer: Sealer = {
      ...{ alg: 'ES256', certificates: [made.certificate, authority.certificate] },
      sign: (data) => sign('sha256', data, { key: made.privateKey, dsaEncoding: 'ieee-p1363' }),
    };
    const whole = await sealed(diploma, sealer, now);
    expect(await found(whole)).toEqual(['unconfirmed', 'certified']);
  });
});
