import { IssuerAtWork } from '../testing/issuer-at-work.builder';
import { aPartsIssuer, type PartsIssuer } from '../testing/parts-issuer.builder';
import { fromBase64Url, toBase64Url } from '../platform/encoding';
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
