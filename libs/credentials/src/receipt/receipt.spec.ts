import { sayIn } from '@libretto/language';
import { findLanguageFolder, readLanguages } from '@libretto/language/files';
import { report } from '../command-line/report';
import { toBase64Url, utf8 } from '../platform/encoding';
import { IssuerAtWork } from '../testing/issuer-at-work.builder';
import type { JsonObject } from '../platform/json';
import { aPdfWith } from '../testing/pdf.builder';
import type { Receipt } from './receipt';
import { signReceipt } from './sign-receipt';
import { verify } from '../verification/verify';
import { sayReceipt } from '../words';

const web = new IssuerAtWork();
const now = new Date('2026-11-23T10:00:00Z');
const receipt: Receipt = {
  course: 'Reading diplomas',
  edition: 'Autumn 2026',
  work: 'Three diplomas',
  group: 'Group 1',
  attempt: 1,
  version: 2,
  by: 'Željka Ćosić',
  at: '2026-11-20T09:12:34.567Z',
  zone: 'Europe/Rome',
  isLate: false,
  files: [{ name: 'work.pdf', bytes: 1200, sha256: 'a'.repeat(64) }],
  links: ['https://example.org/'],
  statement: 'It is our own.',
};
const issuer = { id: web.did, name: 'Example centre' };
const sign = (facts: object = receipt, by: object = issuer) => signReceipt(facts as Receipt, by as never, web.signer);
const check = (input: string | Uint8Array<ArrayBuffer>, trusted = web.trusted) =>
  verify(input, { loader: web.loader, now, trusted });
/** The signed receipt with other facts. */
const withFacts = (token: string, facts: JsonObject) => {
  const [head, body = '', signature] = token.split('.');
  const payload = JSON.parse(Buffer.from(body, 'base64url').toString()) as JsonObject;
  const other = { ...payload, receipt: { ...(payload['receipt'] as JsonObject), ...facts } };
  return [head, toBase64Url(utf8(JSON.stringify(other))), signature].join('.');
};

describe('a receipt', () => {
  it.each<[string, (token: string) => string | Uint8Array<ArrayBuffer>]>([
    ['as text', (token) => token],
    ['in the part of a link that no server sees', (token) => `https://libretto.example/verify#receipt=${token}`],
    ['in a PDF', (token) => aPdfWith('receipt.jws', token)],
  ])('is verified %s, and says what was handed in', async (_, written) => {
    const found = await check(written(await sign()));
    expect(found).toMatchObject({ verdict: 'valid', receipt });
    expect(found.checks.map(({ name, code }) => `${name} ${code}`)).toEqual([
      'format receipt',
      'issuer known',
      'signature intact',
      'trust listed',
      'status receipt',
    ]);
    expect(found.contents).toBeUndefined();
  });

  it('is not read where its link is longer than anything that is', async () => {
    const found = await check(`https://libretto.example/verify#receipt=ey${'a'.repeat(2_000_000)}`);
    expect([found.verdict, found.checks[0]?.code]).toEqual(['too-large', 'too-long']);
  });

  it('is the same text whenever it is signed', async () => {
    expect(await sign()).toBe(await sign({ ...receipt }));
  });

  it('is of an issuer that nobody knows here where it is not on the list', async () => {
    expect(await check(await sign(), [])).toMatchObject({ verdict: 'unlisted' });
  });

  it.each<[string, JsonObject]>([
    ['another hash', { files: [{ name: 'work.pdf', bytes: 1200, sha256: 'b'.repeat(64) }] }],
    ['another time', { at: '2026-11-19T09:12:34.567Z' }],
    ['in time instead of late', { isLate: true }],
    ['another person', { by: 'Somebody else' }],
    ['another statement', { statement: 'Mine.' }],
  ])('is altered with %s', async (_, facts) => {
    const found = await check(withFacts(await sign(), facts));
    expect(found.verdict).toBe('altered');
    expect(found.checks.find(({ name }) => name === 'trust')).toMatchObject({ code: 'signature-first' });
  });

  it('is altered in a PDF too', async () => {
    const altered = withFacts(await sign(), { version: 3 });
    expect((await check(aPdfWith('receipt.jws', altered))).verdict).toBe('altered');
  });

  it('is not its issuer’s where another signed it', async () => {
    const other = new IssuerAtWork();
    const forged = await signReceipt(receipt, issuer, other.signer);
    expect((await check(forged)).verdict).toBe('altered');
    const ofAnother = await sign(receipt, { id: 'did:web:other.example', name: 'Example centre' });
    expect((await check(ofAnother)).verdict).toBe('unknown-issuer');
  });

  it.each<[string, object]>([
    ['nothing', {}],
    ['a file without a hash', { ...receipt, files: [{ name: 'work.pdf', bytes: 1 }] }],
    ['no time', { ...receipt, at: 'soon' }],
    ['a zone that is none', { ...receipt, zone: 'Nowhere/At all' }],
    ['links that are none', { ...receipt, links: [7] }],
  ])('is unreadable where it states %s', async (_, facts) => {
    const found = await check(await sign(facts));
    expect([found.verdict, found.checks[0]?.code, found.receipt]).toEqual(['unreadable', 'no-receipt', undefined]);
  });

  it('is told in words, with the hash of each file and the time there', async () => {
    const languages = readLanguages(findLanguageFolder(__dirname));
    const rows = (language: string) =>
      sayReceipt(receipt, { language, say: sayIn(language, languages.get(language) ?? {}) }).map(
        ({ label, values }) => `${label}: ${values.join(' | ')}`,
      );
    expect(rows('en')).toEqual([
      'Assignment: Three diplomas',
      'Course: Reading diplomas, Autumn 2026',
      'Group: Group 1',
      'Submitted by: Željka Ćosić',
      'Submitted on: Friday, 20 November 2026 at 10:12:34 CET | By the deadline',
      'Version: Version 2 of attempt 1',
      `Files: work.pdf (1,200 bytes) | SHA-256: ${'a'.repeat(64)}`,
      'Links: https://example.org/',
      'Statement of originality: It is our own.',
    ]);
    expect(rows('it').join()).toContain('Entro la scadenza');
  });

  it('is told on the command line, which says what of a PDF was verified', async () => {
    const say = sayIn('en', readLanguages(findLanguageFolder(__dirname)).get('en') ?? {});
    const told = report(await check(aPdfWith('receipt.jws', await sign())), { language: 'en', say }, false);
    expect(told).toContain('The receipt attached to this PDF was verified, not what its page shows.');
    expect(told).toContain('Submitted by: Željka Ćosić');
  });

  it('is no credential, and a credential is none: each is a token of its own type', async () => {
    const [, body] = (await sign()).split('.');
    const header = toBase64Url(
      utf8(JSON.stringify({ alg: 'EdDSA', typ: 'vc+jwt', kid: web.signer.verificationMethod })),
    );
    expect((await check(`${header}.${body}.AA`)).receipt).toBeUndefined();
  });
});
