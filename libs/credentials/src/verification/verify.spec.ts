import { anAwardRecord, anIssue } from '../testing/award-record.builder';
import { buildCredential } from '../award/build-credential';
import { IssuerAtWork } from '../testing/issuer-at-work.builder';
import { LogAtWork } from '../testing/log-at-work.builder';
import { utf8 } from '../platform/encoding';
import type { Json, JsonObject } from '../platform/json';
import { NotFound, offline } from '../platform/loader';
import { verify } from './verify';

const now = new Date('2026-11-23T10:00:00Z');
const issuer = new IssuerAtWork();
let signed: JsonObject;

beforeAll(async () => {
  await issuer.publishStatusLists([99], [55]);
  signed = await issuer.sign(buildCredential(anAwardRecord(), anIssue()));
  const log = new LogAtWork(issuer);
  issuer.web.set(`${String(signed['id'])}/log-proof`, utf8(await log.proofOf(log.append(signed))));
});

const verifyNow = (input: Parameters<typeof verify>[0], loader = issuer.loader) =>
  verify(input, { loader, now, trusted: issuer.trusted });
const check = (result: Awaited<ReturnType<typeof verify>>, name: string) =>
  result.checks.find((one) => one.name === name);

describe('verifying', () => {
  it('finds every check passed in an untouched credential', async () => {
    const { verdict, checks, contents } = await verifyNow(JSON.stringify(signed));
    expect(checks.filter(({ outcome }) => outcome !== 'passed')).toEqual([]);
    expect(verdict).toBe('valid');
    expect(contents?.award).toEqual(anAwardRecord());
  });

  it('takes the data, the text, the bytes and the link alike', async () => {
    issuer.web.set('https://libretto.example/credentials/1', signed);
    const bytes = new TextEncoder().encode(`\n ${JSON.stringify(signed)}`) as Uint8Array<ArrayBuffer>;
    for (const input of [signed, bytes, ' https://libretto.example/credentials/1 ']) {
      expect((await verifyNow(input)).verdict).toBe('valid');
    }
  });

  it('calls each single change of a value altered, or does not take it for a credential of this issuer', async () => {
    for (const path of leaves(signed)) {
      const { verdict } = await verifyNow(changedAt(signed, path));
      const expected =
        /^(@context|type|issuer\.id|proof\.0\.|credentialSchema\.0\.type|credentialStatus\.type|.*\.type)/.test(
          path.join('.'),
        )
          ? ['altered', 'unreadable', 'unknown-issuer', 'not-supported', 'ambiguous']
          : ['altered'];
      expect([path.join('.'), expected]).toEqual([path.join('.'), expect.arrayContaining([verdict])]);
    }
  }, 180_000);

  it('calls an added or a removed part altered', async () => {
    expect((await verifyNow({ ...signed, description: 'with distinction' })).verdict).toBe('altered');
    expect((await verifyNow({ ...signed, nonsense: 'a term without a meaning' })).verdict).toBe('ambiguous');
    const { evidence: _, ...less } = signed;
    expect((await verifyNow(less)).verdict).toBe('altered');
    const { proof: __, ...unsigned } = signed;
    expect((await verifyNow(unsigned)).verdict).toBe('not-signed');
  });

  it('keeps a credential of another issuer apart, even when it names ours', async () => {
    const stranger = new IssuerAtWork();
    const forged = await stranger.sign(buildCredential(anAwardRecord(), anIssue()));
    const result = await verifyNow(forged);
    expect(result.verdict).toBe('altered');
    // Nothing in it is confirmed, and least of all that the named issuer signed it.
    expect(result.checks.filter(({ outcome }) => outcome === 'passed').map(({ name }) => name)).toEqual(['format']);
    const elsewhere = await verifyNow(signed, () => Promise.reject(new NotFound()));
    expect(elsewhere.verdict).toBe('unknown-issuer');
  });

  it('refuses a key that the issuer lists, but not for assertions', async () => {
    const other = new IssuerAtWork();
    other.publishKey({}, { assertionMethod: [] });
    const result = await verifyNow(await other.sign(buildCredential(anAwardRecord(), anIssue())), other.loader);
    expect([result.verdict, check(result, 'issuer')?.code]).toEqual(['unknown-issuer', 'key-not-listed']);
  });

  it('says nothing about a signature whose key it could not fetch', async () => {
    const result = await verifyNow(signed, offline);
    expect([result.verdict, check(result, 'signature')?.outcome, check(result, 'status')?.outcome]).toEqual([
      'undecided',
      'not-checked',
      'not-checked',
    ]);
  });

  it('does not call it valid when only the status could not be asked', async () => {
    const result = await verifyNow(signed, (url) =>
      url.includes('suspension-lists') ? offline(url) : issuer.loader(url),
    );
    expect([result.verdict, check(result, 'status')?.code]).toEqual(['unconfirmed', 'unreachable']);
  });

  it.each([
    ['2020-01-01T00:00:00Z', undefined, 'not-yet-valid', '2019-01-01T00:00:00Z'],
    ['2020-01-01T00:00:00Z', '2021-01-01T00:00:00Z', 'expired', '2022-01-01T00:00:00Z'],
  ])('reads the dates %s to %s as %s on %s', async (awardedAt, validUntil, word, day) => {
    const credential = {
      ...buildCredential(anAwardRecord({ awardedAt }), anIssue()),
      ...(validUntil && { validUntil }),
    };
    const dated = await issuer.sign(credential);
    expect((await verify(dated, { loader: issuer.loader, now: new Date(day), trusted: issuer.trusted })).verdict).toBe(
      word,
    );
  });
});

describe('the status', () => {
  const { id } = anIssue(99);
  const answers = (answer?: JsonObject) => issuer.web.set(`${id}/status?index=99`, answer);
  let ended: JsonObject;
  beforeAll(async () => {
    ended = await issuer.sign(buildCredential(anAwardRecord(), anIssue(99)));
  });

  /** The same, with the entry of credentials that were signed before there were suspensions. */
  const older = async () => {
    const credential = buildCredential(anAwardRecord(), anIssue(99));
    const list = 'https://libretto.example/status-lists/1';
    const entry = { ...(credential['credentialStatus'] as JsonObject), statusPurpose: 'revocation' };
    const credentialStatus = { ...entry, id: `${list}#99`, statusListCredential: list };
    return issuer.sign({ ...credential, credentialStatus });
  };

  it.each([
    ['suspended', { since: '2026-11-22T09:00:00Z' }],
    ['revoked', { since: '2026-11-22T09:00:00Z' }],
    ['superseded', { since: '2026-11-22T09:00:00Z', by: anIssue(100).id }],
  ])('is %s, and since when, as the issuer says of what the list has', async (state, { by, ...data }: JsonObject) => {
    answers({ state, ...data, ...(by && { supersededBy: by }) });
    const result = await verifyNow(ended);
    expect([result.verdict, check(result, 'status')?.data]).toEqual([state, { ...data, ...(by && { by }) }]);
  });

  it.each<[string, JsonObject | undefined]>([
    ['does not answer', undefined],
    ['brings it back', { state: 'in-force', since: 'yesterday', supersededBy: 'javascript:alert(1)' }],
    ['gives no date', { state: 'suspended', since: 'yesterday' }],
  ])(
    'is suspended by the signed list where the unsigned answer %s, and revoked by that of an older one',
    async (_, answer) => {
      answers(answer);
      const [now, before] = [await verifyNow(ended), await verifyNow(await older())];
      expect([now.verdict, check(now, 'status')?.data]).toEqual(['suspended', {}]);
      expect([before.verdict, check(before, 'status')?.data]).toEqual(['revoked', {}]);
    },
  );

  it('is asked of the issuer for the file at hand, which the one that replaced it is not', async () => {
    answers({ state: 'superseded', since: '2026-11-22T09:00:00Z', supersededBy: id });
    const successor = await issuer.sign({ ...buildCredential(anAwardRecord(), anIssue(55)), id });
    issuer.web.set(`${id}/status?index=55`, { state: 'suspended', since: '2026-11-23T09:00:00Z' });
    expect((await verifyNow(ended)).verdict).toBe('superseded');
    expect((await verifyNow(successor)).verdict).toBe('suspended');
  });

  it('does not trust a list that somebody else signed', async () => {
    const address = 'https://libretto.example/suspension-lists/1';
    const stranger = new IssuerAtWork();
    await stranger.publishStatusLists([]);
    const loader = (url: string) => (url === address ? stranger : issuer).loader(url);
    const result = await verifyNow(ended, loader);
    expect([result.verdict, check(result, 'status')?.code]).toEqual(['unconfirmed', 'list-not-signed']);
  });
});

describe('hostile input', () => {
  const deep = '['.repeat(5000) + ']'.repeat(5000);
  it.each([
    '',
    'null',
    '[]',
    '"text"',
    '{',
    deep,
    `{"@context":1,"credentialSubject":${deep}}`,
    '{"@context":["https://www.w3.org/ns/credentials/v2"],"credentialSubject":{}}',
    '{"@context":["https://www.w3.org/ns/credentials/v2"],"type":"VerifiableCredential","credentialSubject":{},"issuer":"x","relatedResource":[{}]}',
    '{"@context":{"__proto__":{"x":1}},"credentialSubject":[]}',
    'https://nowhere.example/credentials/1',
    '%PDF-1.7 nothing else',
    'x'.repeat(2_000_000),
  ])('input %# is no credential and no exception', async (input) => {
    expect((await verifyNow(input)).verdict).toMatch(/^(unreadable|too-large|not-signed)$/);
  });

  it('refuses terms of its own and contexts further down', async () => {
    const renamed = { ...signed, '@context': [...(signed['@context'] as Json[]), { name: 'urn:other' }] };
    const nested = {
      ...signed,
      credentialSubject: { ...(signed['credentialSubject'] as JsonObject), '@context': { name: 'urn:other' } },
    };
    for (const input of [renamed, nested]) {
      const result = await verifyNow(input);
      expect([result.verdict, check(result, 'format')?.code]).toEqual(['not-supported', 'unknown-context']);
    }
  });
});

type Path = readonly string[];

function leaves(value: Json | undefined, path: Path = []): Path[] {
  if (typeof value !== 'object' || value === null) return [path];
  return Object.entries(value).flatMap(([key, inner]) => leaves(inner as Json, [...path, key]));
}

/** The same data with another value of the same kind at one place. */
function changedAt(value: Json, [key, ...rest]: Path): JsonObject {
  if (key === undefined)
    return (typeof value === 'string' ? `${value}x` : typeof value === 'number' ? value + 1 : !value) as never;
  const copy = structuredClone(value) as Record<string, Json>;
  copy[key] = changedAt(copy[key]!, rest);
  return copy;
}
