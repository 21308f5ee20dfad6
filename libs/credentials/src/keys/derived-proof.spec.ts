import { decode, encode } from 'cbor2';
import { canonicalDocument } from '../linked-data/canonical';
import { IssuerAtWork } from '../testing/issuer-at-work.builder';
import { aPartsIssuer, type PartsIssuer } from '../testing/parts-issuer.builder';
import { concat, fromBase64Url, toBase64Url } from '../platform/encoding';
import type { JsonObject } from '../platform/json';
import { verify } from '../verification/verify';

const now = new Date('2026-11-23T10:00:00Z');
const web = new IssuerAtWork();
const verifyNow = (input: JsonObject) => verify(input, { loader: web.loader, now });
const proofOf = (signed: JsonObject) => signed['proof'] as JsonObject;
const withProof = (signed: JsonObject, proofValue: string) => ({
  ...signed,
  proof: { ...proofOf(signed), proofValue },
});
type Parts = [Uint8Array, Uint8Array, Uint8Array[], Map<number, Uint8Array>, number[]];
const head = Uint8Array.of(0xd9, 0x5d, 0x01);
const partsOf = (signed: JsonObject): Parts =>
  decode(fromBase64Url(String(proofOf(signed)['proofValue']).slice(1)).slice(head.length), { preferMap: true });
const withParts = (signed: JsonObject, parts: Uint8Array) =>
  withProof(signed, `u${toBase64Url(concat(head, Uint8Array.from(parts)))}`);
/** The statements of a document, with this name for each of its blank nodes. */
async function statementsOf({ proof: _, ...document }: JsonObject, label: Uint8Array): Promise<string[]> {
  const canonical = await canonicalDocument(document);
  return canonical
    .replace(/_:c14n\d+/g, `_:u${toBase64Url(label)}`)
    .split(/(?<=\n)/)
    .sort();
}
/** The same with one byte of its proof turned around. */
function withByteTurned(signed: JsonObject, at: number): JsonObject {
  const bytes = fromBase64Url(String(proofOf(signed)['proofValue']).slice(1));
  bytes[at < 0 ? bytes.length + at : at]! ^= 1;
  return withProof(signed, `u${toBase64Url(bytes)}`);
}

let issuer: PartsIssuer;
let base: JsonObject;
let shown: JsonObject;
beforeAll(async () => {
  issuer = await aPartsIssuer();
  base = await issuer.sign({ validUntil: '2027-01-01T00:00:00Z' });
  shown = await issuer.show(base, ['/credentialSubject/achievement/name', '/validUntil']);
});

describe('a credential that is shown in part (ecdsa-sd-2023)', () => {
  it('is verified: what is shown was signed, and what is left out is not there', async () => {
    expect(shown['name']).toBeUndefined();
    const { verdict, checks, contents } = await verifyNow(shown);
    expect(checks.filter(({ outcome }) => outcome === 'failed')).toEqual([]);
    // It shows no status list, which its holder may have left out.
    expect([verdict, contents?.title]).toEqual(['unconfirmed', 'Cataloguing']);
    expect(checks.map(({ name, code }) => `${name} ${code}`)).toEqual(
      expect.arrayContaining(['disclosures part', 'dates current', 'status left-out']),
    );
  });

  it('is not called without end where the end may have been left out', async () => {
    const { verdict, checks } = await verifyNow(await issuer.show(base, ['/credentialSubject/achievement/name']));
    expect([verdict, checks.find(({ name }) => name === 'dates')]).toEqual([
      'unconfirmed',
      expect.objectContaining({ outcome: 'not-checked', code: 'left-out' }),
    ]);
  });

  it('does not hold before its beginning, whether its end is shown or not', async () => {
    const later = await issuer.sign({ validFrom: '2030-01-01T00:00:00Z' });
    expect((await verifyNow(await issuer.show(later, ['/credentialSubject']))).verdict).toBe('not-yet-valid');
  });

  it('says of its holder’s own copy what it is, and no word against it', async () => {
    const { verdict, checks } = await verifyNow(base);
    expect([verdict, checks.find(({ name }) => name === 'signature')?.code]).toEqual(['not-supported', 'base-proof']);
  });

  it.each<[string, (signed: JsonObject) => JsonObject]>([
    ['another name', (it) => ({ ...it, issuer: { ...(it['issuer'] as JsonObject), name: 'Another school' } })],
    ['a later end', (it) => ({ ...it, validUntil: '2036-01-01T00:00:00Z' })],
    ['no end', ({ validUntil: _, ...it }) => it],
    ['one part more', (it) => ({ ...it, name: 'Surgery' })],
    ['one part that was signed and is not proven', (it) => ({ ...it, name: 'Cataloguing' })],
    ['another time of signing', (it) => ({ ...it, proof: { ...proofOf(it), created: '2020-01-01T00:00:00Z' } })],
    ['another base signature', (it) => withByteTurned(it, 10)],
    ['another key of its parts', (it) => withByteTurned(it, 3 + 2 + 64 + 2 + 10)],
    ['another signature of a part', (it) => withByteTurned(it, 3 + 2 + 64 + 2 + 35 + 20)],
    ['another list of what is always shown', (it) => withByteTurned(it, -1)],
    ['a proof that ends early', (it) => withProof(it, String(proofOf(it)['proofValue']).slice(0, -40))],
    ['a proof of nothing', (it) => withProof(it, 'u2V0BgA')],
    ['no proof to read', (it) => withProof(it, 'z3h')],
    ['the proof of another', (it) => ({ ...it, proof: { ...proofOf(it), cryptosuite: 'ecdsa-rdfc-2019' } })],
  ])('is altered with %s', async (_, change) => {
    expect((await verifyNow(change(shown))).verdict).toBe('altered');
  });

  it('shows no two things where the issuer spoke of one', async () => {
    const [signature, key, signatures, labels, together] = partsOf(shown);
    const [label, another] = [...labels.values()];
    expect(another).toBeUndefined();
    const statements = await statementsOf(shown, label!);
    const [always, others] = [true, false].map((is) => statements.filter((_, at) => together.includes(at) === is));
    const two = {
      ...shown,
      credentialSubject: [shown['credentialSubject'] as JsonObject, { type: ['AchievementSubject'] }],
    };
    const ofTwo = await statementsOf(two, label!);
    const forged: Parts = [
      ...([signature, key] as const),
      ofTwo.flatMap((one) => signatures[others!.indexOf(one)] ?? []),
      new Map([0, 1].map((number) => [number, label!])),
      ofTwo.flatMap((one, at) => (always!.includes(one) ? [at] : [])),
    ];
    expect(ofTwo).toHaveLength(forged[2].length + forged[4].length);
    expect((await verifyNow(withParts(two, encode(forged)))).verdict).toBe('altered');
  });

  it('keeps nobody waiting with a number of a million digits', async () => {
    const digits = new Uint8Array(300_000).fill(0xff);
    const before = process.cpuUsage();
    expect((await verifyNow(withParts(shown, concat(Uint8Array.of(0xc2), encode(digits))))).verdict).toBe('altered');
    expect(process.cpuUsage(before).user / 1_000_000).toBeLessThan(2);
  });

  it('takes a text that looks like a statement for a text', async () => {
    const strange = await issuer.sign({ name: 'c14n0 <urn:x> "\\ .\n' });
    const { verdict, checks } = await verifyNow(await issuer.show(strange, ['/name', '/credentialSubject']));
    expect([verdict, checks.filter(({ outcome }) => outcome === 'failed')]).toEqual(['unconfirmed', []]);
  });

  it('is accepted by the reference verifier, which refuses another name too', async () => {
    expect(await issuer.accepts(shown)).toBe(true);
    expect(await issuer.accepts({ ...shown, validUntil: '2036-01-01T00:00:00Z' })).toBe(false);
  });
});
