import { CompactSign, exportJWK, generateKeyPair, type JWK } from 'jose';
import { toBase64Url, utf8 } from '../platform/encoding';
import { IssuerAtWork } from '../testing/issuer-at-work.builder';
import type { Json, JsonObject } from '../platform/json';
import { verify } from '../verification/verify';

const now = new Date('2026-11-23T10:00:00Z');
const web = new IssuerAtWork();
const address = 'https://school.example/issuer';
const verifyNow = (input: string | JsonObject) => verify(input, { loader: web.loader, now });

interface Keys {
  readonly alg: string;
  readonly privateKey: CryptoKey;
  readonly jwk: JWK;
}
async function newKeys(alg: string): Promise<Keys> {
  const { privateKey, publicKey } = await generateKeyPair(alg, { extractable: true });
  return { alg, privateKey, jwk: await exportJWK(publicKey) };
}
const inName = ({ jwk }: Keys) => `did:jwk:${toBase64Url(utf8(JSON.stringify(jwk)))}`;
const sign = (keys: Keys, payload: JsonObject, header: object = {}) =>
  new CompactSign(utf8(JSON.stringify(payload)))
    .setProtectedHeader({ alg: keys.alg, typ: 'vc+jwt', ...header })
    .sign(keys.privateKey);

const badge = (issuer: string, parts: JsonObject = {}): JsonObject => ({
  '@context': ['https://www.w3.org/ns/credentials/v2', 'https://school.example/terms'],
  id: 'urn:uuid:1',
  type: ['VerifiableCredential', 'OpenBadgeCredential'],
  issuer: { id: issuer, type: ['Profile'], name: 'A school' },
  validFrom: '2026-01-01T00:00:00Z',
  credentialSubject: { id: 'urn:uuid:2', achievement: { name: 'Cataloguing' } },
  ...parts,
});
const older = (issuer: string): JsonObject => ({
  iss: issuer,
  jti: 'urn:uuid:1',
  nbf: 1_767_225_600,
  exp: 1_798_761_600,
  vc: {
    '@context': ['https://www.w3.org/2018/credentials/v1'],
    type: ['VerifiableCredential'],
    credentialSubject: { id: 'urn:uuid:2', achievement: { name: 'Cataloguing' } },
  },
});
/** The signed token with another payload. */
const withPayload = (token: string, payload: JsonObject) => {
  const [head, , signature] = token.split('.');
  return [head, toBase64Url(utf8(JSON.stringify(payload))), signature].join('.');
};
const found = async (input: string | JsonObject) => {
  const { verdict, checks } = await verifyNow(input);
  const known = checks.find(({ name }) => name === 'issuer');
  return { verdict, issuer: known?.code, domain: known?.data['domain'] };
};

describe.each(['EdDSA', 'ES256', 'ES384', 'RS256', 'PS256'])('a token signed with %s', (alg) => {
  let keys: Keys;
  beforeAll(async () => {
    keys = await newKeys(alg);
    web.web.set('https://school.example/keys/1', keys.jwk as Json);
    web.web.set(`${web.origin}/.well-known/did.json`, {
      id: web.did,
      verificationMethod: [
        { id: '#key-7', type: 'JsonWebKey', controller: web.did, publicKeyJwk: keys.jwk as unknown as Json },
      ],
      assertionMethod: ['#key-7'],
    });
  });

  it('is verified by the key in its issuer’s name, of its issuer’s website, or at an address there', async () => {
    for (const [issuer, header, domain] of [
      [inName(keys), {}, undefined],
      [web.did, { kid: '#key-7' }, 'libretto.example'],
      [web.did, { kid: `${web.did}#key-7` }, 'libretto.example'],
      [web.did, { kid: 'key-7' }, 'libretto.example'],
      [address, { kid: 'https://school.example/keys/1' }, 'school.example'],
    ] as const) {
      expect(await found(await sign(keys, badge(issuer), header))).toMatchObject({ verdict: 'unlisted', domain });
    }
  });

  it('is altered with another payload', async () => {
    const token = await sign(keys, badge(inName(keys)));
    const other = badge(inName(keys), { validUntil: '2036-01-01T00:00:00Z' });
    expect(await found(withPayload(token, other))).toMatchObject({ verdict: 'altered', issuer: 'not-proven' });
  });

  it('is read in an envelope, and as version 1.1 of the data model has it', async () => {
    const token = await sign(keys, older(inName(keys)));
    const envelope = {
      '@context': 'https://www.w3.org/ns/credentials/v2',
      type: 'EnvelopedVerifiableCredential',
      id: `data:application/vc+jwt,${token}`,
    };
    for (const input of [token, `${token}\n`, envelope]) {
      const { verdict, contents, checks } = await verifyNow(input);
      expect([verdict, contents?.title, contents?.validFrom]).toEqual([
        'unlisted',
        'Cataloguing',
        '2026-01-01T00:00:00.000Z',
      ]);
      expect(checks.find(({ name }) => name === 'dates')?.code).toBe('current');
    }
  });
});

describe('a token', () => {
  let keys: Keys;
  let issuer: string;
  beforeAll(async () => {
    keys = await newKeys('ES256');
    issuer = inName(keys);
  });

  it.each<[string, () => Promise<string>, string, string | undefined]>([
    ['whose key comes with it', () => sign(keys, badge(address), { jwk: keys.jwk }), 'unknown-issuer', 'key-of-nobody'],
    [
      'whose key lies on another host',
      () => sign(keys, badge(address), { kid: 'https://elsewhere.example/keys/1' }),
      'unknown-issuer',
      'key-not-listed',
    ],
    [
      'of which nothing lies at the address of its key',
      () => sign(keys, badge(address), { kid: 'https://school.example/keys/9' }),
      'unknown-issuer',
      'no-document',
    ],
    [
      'with a key of another name',
      () => sign(keys, badge(issuer), { kid: 'did:web:a.example#1' }),
      'unknown-issuer',
      'key-not-listed',
    ],
    ['of another issuer than it claims', () => sign(keys, { ...badge(issuer), iss: address }), 'ambiguous', undefined],
    [
      'with two ends',
      () => sign(keys, badge(issuer, { validUntil: '2026-12-01T00:00:00Z', exp: 1 })),
      'ambiguous',
      undefined,
    ],
    ['that is over', () => sign(keys, badge(issuer, { exp: 1_767_300_000 })), 'expired', 'own-key'],
    ['whose end is a text', () => sign(keys, badge(issuer, { exp: '1767300000' })), 'inconsistent', 'own-key'],
    [
      'whose end is in milliseconds',
      () => sign(keys, badge(issuer, { exp: 1_767_300_000_000 })),
      'inconsistent',
      'own-key',
    ],
    [
      'with two ends of which one is none',
      () => sign(keys, badge(issuer, { validUntil: '2036-12-01T00:00:00Z', exp: 'x' })),
      'ambiguous',
      undefined,
    ],
    [
      'with a rule of its own',
      () => sign(keys, badge(issuer), { crit: ['b64'], b64: true }),
      'not-supported',
      'no-proof',
    ],
    [
      'of unknown terms',
      () => sign(keys, badge(issuer, { '@context': ['https://school.example'] })),
      'not-supported',
      undefined,
    ],
    ['without a type', () => sign(keys, badge(issuer, { type: ['Badge'] })), 'unreadable', undefined],
  ])('%s is told', async (_, token, verdict, code) => {
    expect(await found(await token())).toMatchObject({ verdict, issuer: code });
  });

  it('without a signature is not signed, and with another algorithm altered or not supported', async () => {
    const [, body, signature] = (await sign(keys, badge(issuer))).split('.');
    const as = (alg: unknown, end = signature) =>
      verifyNow([toBase64Url(utf8(JSON.stringify({ alg }))), body, end].join('.')).then(({ verdict }) => verdict);
    expect(await Promise.all([as('none', ''), as('EdDSA'), as('HS256'), as('constructor'), as(1)])).toEqual([
      'not-signed',
      'altered',
      'not-supported',
      'not-supported',
      'not-supported',
    ]);
  });

  it('is followed to a status list that is a token too', async () => {
    const list = 'https://libretto.example/status-lists/token';
    await web.publishStatusLists([99]);
    const { proof: _, ...kept } = web.web.get('https://libretto.example/status-lists/1') as JsonObject;
    const token = await sign(keys, { ...kept, id: list, issuer });
    const loader = (url: string) =>
      url === list ? Promise.resolve(utf8(token)) : Promise.reject(new Error('Nothing there.'));
    const at = (statusListIndex: string) => ({
      credentialStatus: {
        type: 'BitstringStatusListEntry',
        statusPurpose: 'revocation',
        statusListIndex,
        statusListCredential: list,
      },
    });
    for (const [index, verdict] of [
      ['98', 'unlisted'],
      ['99', 'revoked'],
    ] as const) {
      expect((await verify(await sign(keys, badge(issuer, at(index))), { loader, now })).verdict).toBe(verdict);
    }
  });

  it.each(['eyJ.eyJ.', 'eyJhbGciOiJub25lIn0.eyJhIjoxfQ.', 'eyJhbGciOjF9.W10.x', `eyJh.${'e'.repeat(100)}.`])(
    'made of nonsense is unreadable: %s',
    async (text) => {
      expect(['unreadable', 'not-supported']).toContain((await verifyNow(text)).verdict);
    },
  );
});
