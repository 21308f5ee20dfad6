import { concat, utf8 } from '../platform/encoding';
import type { JsonObject } from '../platform/json';
import { NotFound, type Loader } from '../platform/loader';
import { verify } from '../verification/verify';

const now = new Date('2026-11-23T10:00:00Z');
const origin = 'https://school.example';
const assertion: JsonObject = {
  '@context': 'https://w3id.org/openbadges/v2',
  type: 'Assertion',
  id: `${origin}/assertions/1`,
  recipient: { type: 'email', hashed: false, identity: 'ana@example.org' },
  badge: `${origin}/badges/1`,
  verification: { type: 'HostedBadge' },
  issuedOn: '2026-01-01T00:00:00+00:00',
};
const badge: JsonObject = {
  type: 'BadgeClass',
  id: `${origin}/badges/1`,
  name: 'Cataloguing',
  issuer: `${origin}/issuer`,
};
const issuer: JsonObject = { type: 'Issuer', id: `${origin}/issuer`, name: 'A school' };

/** A website with these pages; what is asked of it is counted. */
function websiteOf(...pages: readonly JsonObject[]): { loader: Loader; asked: string[] } {
  const asked: string[] = [];
  const served = new Map(pages.map((page) => [String(page['id']), page]));
  const loader: Loader = async (url) => {
    asked.push(url);
    const page = served.get(url);
    if (!page) throw new NotFound(url);
    return utf8(JSON.stringify(page));
  };
  return { loader, asked };
}
const trusted = [{ did: `${origin}/issuer` }];
async function found(input: Parameters<typeof verify>[0], loader: Loader) {
  const { verdict, checks } = await verify(input, { loader, now, trusted });
  const [decisive] = checks.filter(({ outcome, code }) => outcome === 'failed' || code.startsWith('host-'));
  return [verdict, decisive?.code];
}

describe('an Open Badge 2.0 that its host serves', () => {
  it('is read as what it is: confirmed by its website, and not signed', async () => {
    const { loader, asked } = websiteOf(assertion, badge, issuer);
    const { verdict, checks, contents } = await verify(JSON.stringify(assertion), { loader, now, trusted });
    expect([verdict, contents]).toEqual([
      'hosted',
      {
        ...{ id: assertion['id'], title: 'Cataloguing', holder: 'ana@example.org', issuer: 'A school' },
        validFrom: assertion['issuedOn'],
      },
    ]);
    expect(checks.map(({ name, code }) => `${name} ${code}`)).toEqual([
      ...['format hosted', 'issuer hosted', 'signature hosted', 'trust listed', 'dates without-end'],
      ...['status hosted', 'holder named', 'contents no-record'],
    ]);
    expect(asked).toHaveLength(3);
  });

  it('is taken as a link, with its parts written out, and baked into a picture', async () => {
    const { loader } = websiteOf(assertion, badge, issuer);
    const whole = { ...assertion, badge };
    const chunk = (kind: string, data: Uint8Array) => {
      const head = new Uint8Array(8);
      new DataView(head.buffer).setUint32(0, data.length);
      head.set(utf8(kind), 4);
      return concat(head, data, new Uint8Array(4));
    };
    const png = (text: string) =>
      concat(
        Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a),
        chunk('iTXt', utf8(`openbadges\0\0\0\0\0${text}`)),
      );
    const svg = (inner: string) => utf8(`<svg xmlns:openbadges="http://openbadges.org">${inner}</svg>`);
    for (const input of [
      String(assertion['id']),
      JSON.stringify(whole),
      png(JSON.stringify(assertion)),
      png(String(assertion['id'])),
      svg(`<openbadges:assertion verify="${String(assertion['id'])}"></openbadges:assertion>`),
    ])
      expect(await found(input, loader)).toEqual(['hosted', undefined]);
  });

  it.each<[string, JsonObject, readonly JsonObject[], string, string | undefined]>([
    [
      'for somebody else',
      { ...assertion, recipient: { type: 'email', hashed: false, identity: 'eve@example.org' } },
      [assertion, badge, issuer],
      'altered',
      'differs',
    ],
    [
      'with a later end',
      { ...assertion, expires: '2030-01-01T00:00:00Z' },
      [assertion, badge, issuer],
      'altered',
      'differs',
    ],
    [
      'of another achievement',
      { ...assertion, badge: `${origin}/badges/2` },
      [assertion, badge, issuer],
      'altered',
      'differs',
    ],
    ['that was revoked', assertion, [{ id: assertion['id'], revoked: true }], 'revoked', 'revoked'],
    [
      'that is over',
      { ...assertion, expires: '2026-02-01T00:00:00Z' },
      [{ ...assertion, expires: '2026-02-01T00:00:00Z' }, badge, issuer],
      'expired',
      'expired',
    ],
    ['that is not there', assertion, [badge, issuer], 'unknown-issuer', 'not-served'],
    ['whose achievement is not there', assertion, [assertion, issuer], 'unknown-issuer', 'not-served'],
    ['whose issuer is not there', assertion, [assertion, badge], 'unknown-issuer', 'not-served'],
    ['without an address', { ...assertion, id: 'urn:uuid:1' }, [], 'unknown-issuer', 'without-address'],
    [
      'that another host gives out in the name of the school',
      { ...assertion, id: 'https://forger.example/1' },
      [{ ...assertion, id: 'https://forger.example/1', badge: { ...badge, issuer } }, badge, issuer],
      'unknown-issuer',
      'other-host',
    ],
    [
      'at a place that the school does not name',
      assertion,
      [assertion, badge, { ...issuer, verification: { startsWith: [`${origin}/other/`] } }],
      'unknown-issuer',
      'other-host',
    ],
    ['that is signed', { ...assertion, verification: { type: 'SignedBadge' } }, [], 'not-supported', 'other-format'],
  ])('%s is told', async (_, input, pages, verdict, code) => {
    expect(await found(input, websiteOf(...pages).loader)).toEqual([verdict, code]);
  });

  it('at another host that the school names is its own', async () => {
    const id = 'https://badges.example/1';
    for (const verification of [{ allowedOrigins: ['badges.example'] }, { startsWith: 'https://badges.example/' }]) {
      const { loader } = websiteOf({ ...assertion, id }, badge, { ...issuer, verification });
      expect(await found({ ...assertion, id }, loader)).toEqual(['hosted', undefined]);
    }
  });

  it.each<[string, string, JsonObject]>([
    [
      'a host whose name begins like that of the school',
      'https://school.example.forger.example/1',
      { startsWith: origin },
    ],
    ['whoever answers in place of the school without https', 'http://school.example/1', {}],
    ['whoever answers so at a host that it names', 'http://badges.example/1', { allowedOrigins: ['badges.example'] }],
  ])('is not that of %s', async (_, id, verification) => {
    const { loader } = websiteOf({ ...assertion, id }, badge, { ...issuer, verification });
    expect(await found({ ...assertion, id }, loader)).toEqual(['unknown-issuer', 'other-host']);
  });

  it('is neither right nor wrong where its host is not reachable', async () => {
    const loader = () => Promise.reject(new Error('No network.'));
    expect(await found(assertion, loader)).toEqual(['undecided', 'host-unreachable']);
  });

  it('does not tell who has it where it has a hash only', async () => {
    const hashed = { ...assertion, recipient: { type: 'email', hashed: true, salt: 'x', identity: 'sha256$00' } };
    const { checks, contents } = await verify(hashed, { ...websiteOf(hashed, badge, issuer), now, trusted });
    expect([checks.find(({ name }) => name === 'holder')?.code, contents?.holder]).toEqual(['hashed', undefined]);
  });
});
