import { buildCredential } from '../award/build-credential';
import { toBase64Url, utf8 } from '../platform/encoding';
import type { JsonObject } from '../platform/json';
import { offline } from '../platform/loader';
import { anAwardRecord, anIssue } from '../testing/award-record.builder';
import { IssuerAtWork } from '../testing/issuer-at-work.builder';
import { LogAtWork } from '../testing/log-at-work.builder';
import { verify } from '../verification/verify';
import { toBase64 } from './base64';
import { verifierKeyOf } from './checkpoint';
import { entryOf } from './log-entry';
import { readLogProof } from './log-proof';
import { watchLog } from './monitor';
import { bundleOf, tileAt, tileOf, tilePath } from './tiles';

const now = new Date('2026-11-23T10:00:00Z');

async function aLoggedCredential() {
  const issuer = new IssuerAtWork();
  const log = new LogAtWork(issuer).grow(5);
  const credential = await issuer.publish(buildCredential(anAwardRecord(), anIssue()));
  await issuer.publishStatusLists([]);
  const fact = log.append(credential);
  log.grow(7);
  await log.publish();
  return { issuer, log, credential, fact, proof: await log.proofOf(fact) };
}

type Logged = Awaited<ReturnType<typeof aLoggedCredential>>;

async function logOf({ issuer, credential }: Logged, logProof?: string, loader = issuer.loader) {
  const options = { loader, now, trusted: issuer.trusted, ...(logProof !== undefined && { logProof }) };
  const { verdict, checks } = await verify(JSON.stringify(credential), options);
  const check = checks.find(({ name }) => name === 'log');
  return { verdict, outcome: check?.outcome, code: check?.code, data: check?.data };
}

describe('a credential in a log', () => {
  let logged: Logged;
  beforeAll(async () => {
    logged = await aLoggedCredential();
  });

  it('says its entry, out of how many, and since when', async () => {
    expect(await logOf(logged, logged.proof)).toEqual({
      ...{ verdict: 'valid', outcome: 'passed', code: 'listed' },
      data: { domain: 'libretto.example', entry: 6, size: 13, since: '2026-11-20T10:00:00.000Z' },
    });
  });

  it('is found without a network but for the issuer’s document', async () => {
    const { issuer, proof } = logged;
    const document = `${issuer.origin}/.well-known/did.json`;
    const found = await logOf(logged, proof, (url) => (url === document ? issuer.loader(url) : offline(url)));
    expect(found).toMatchObject({ verdict: 'unconfirmed', outcome: 'passed', code: 'listed-by-proof' });
  });

  it('is found however far the log has grown since its proof was made', async () => {
    const { log, proof } = logged;
    await log.grow(600).publish();
    expect(await logOf(logged, proof)).toMatchObject({ outcome: 'passed', code: 'listed', data: { size: 13 } });
  });

  it.each([
    ['smaller', 3],
    ['larger', 900],
  ])(
    'is not found by a proof of a %s tree that its issuer does not publish, though their key signed it',
    async (_, size) => {
      const { issuer, credential } = logged;
      const hidden = new LogAtWork(issuer);
      const fact = hidden.append(credential);
      hidden.grow(size);
      expect(await logOf(logged, await hidden.proofOf(fact))).toMatchObject({
        ...{ verdict: 'valid', outcome: 'failed', code: 'not-published' },
        data: { domain: 'libretto.example' },
      });
    },
  );

  it('is not found by the proof of a log that is not there', async () => {
    const alone = await aLoggedCredential();
    alone.issuer.web.delete(`${alone.log.address}/checkpoint`);
    expect(await logOf(alone, alone.proof)).toMatchObject({ outcome: 'failed', code: 'not-published' });
  });

  it('is found by the proof that its issuer offers beside it', async () => {
    const { issuer, credential, proof } = logged;
    issuer.web.set(`${String(credential['id'])}/log-proof`, utf8(proof));
    expect(await logOf(logged)).toMatchObject({ outcome: 'passed' });
    issuer.web.delete(`${String(credential['id'])}/log-proof`);
    expect(await logOf(logged)).toMatchObject({ verdict: 'valid', outcome: 'not-checked', code: 'no-proof' });
  });

  it('is found however its text is spaced and its keys are sorted', async () => {
    const { issuer, credential, proof } = logged;
    const otherwise = Object.fromEntries(Object.entries(credential).reverse()) as JsonObject;
    const options = { loader: issuer.loader, now, trusted: issuer.trusted, logProof: proof };
    const { checks } = await verify(JSON.stringify(otherwise, null, 3), options);
    expect(checks.find(({ name }) => name === 'log')).toMatchObject({ outcome: 'passed' });
  });

  it('is found beside keys that are none, whoever listed them', async () => {
    const { issuer, proof } = logged;
    const of = { type: 'JsonWebKey2020', controller: issuer.did };
    const [first, ...others] = ['key-1', 'short', 'no-text'].map((name) => `${issuer.did}#${name}`);
    const okp = (x: string) => ({ kty: 'OKP', crv: 'Ed25519', x });
    issuer.publishKey(
      {},
      {
        verificationMethod: [
          { id: first!, type: 'Multikey', controller: issuer.did, publicKeyMultibase: issuer.publicKey },
          { ...of, id: others[0]!, publicKeyJwk: okp('AAAA') },
          { ...of, id: others[1]!, publicKeyJwk: okp('no base64!') },
        ],
        assertionMethod: [first!, ...others],
      },
    );
    expect(await logOf(logged, proof)).toMatchObject({ verdict: 'valid', outcome: 'passed' });
    issuer.publishKey();
  });

  const line = (text: string, at: number, change: (line: string) => string) => {
    const lines = text.split('\n');
    return lines.with(at, change(lines[at]!)).join('\n');
  };
  const otherLetter = (text: string) => (text.startsWith('A') ? `B${text.slice(1)}` : `A${text.slice(1)}`);
  const withFact = (text: string, parts: JsonObject) =>
    line(text, 1, () => `extra ${toBase64(utf8(JSON.stringify({ ...readLogProof(text)!.fact, ...parts })))}`);
  const signedBy = (text: string) => text.split('\n').findIndex((one) => one.startsWith('— '));

  it.each<[string, string, (proof: string, logged: Logged) => string | Promise<string>]>([
    ['another kind of file', 'unreadable', (proof) => line(proof, 0, () => 'c2sp.org/tlog-proof@v2')],
    ['another index', 'not-in-it', (proof) => line(proof, 2, () => 'index 4')],
    ['an index beyond the tree', 'not-in-it', (proof) => line(proof, 2, () => 'index 13')],
    ['an index with a zero before it', 'unreadable', (proof) => line(proof, 2, () => 'index 05')],
    ['another hash', 'not-in-it', (proof) => line(proof, 3, otherLetter)],
    ['a hash left out', 'not-in-it', (proof) => proof.split('\n').toSpliced(3, 1).join('\n')],
    ['a hash twice', 'not-in-it', (proof) => proof.split('\n').toSpliced(3, 0, proof.split('\n')[3]!).join('\n')],
    [
      'two hashes in each other’s place',
      'not-in-it',
      (proof) => proof.split('\n').with(3, proof.split('\n')[4]!).with(4, proof.split('\n')[3]!).join('\n'),
    ],
    ['another time', 'not-in-it', (proof) => withFact(proof, { at: '2025-11-20T10:00:00.000Z' })],
    ['another salt', 'not-in-it', (proof) => withFact(proof, { salt: toBase64Url(new Uint8Array(32)) })],
    ['another kind of fact', 'not-in-it', (proof) => withFact(proof, { kind: 'revoked' })],
    ['another credential', 'other-credential', (proof) => withFact(proof, { credential: '0'.repeat(64) })],
    ['another size', 'altered', (proof) => line(proof, signedBy(proof) - 3, () => '14')],
    ['another root', 'altered', (proof) => line(proof, signedBy(proof) - 2, otherLetter)],
    ['another origin', 'other-log', (proof) => proof.replaceAll('libretto.example/log', 'other.example/log')],
    ['another signature', 'altered', (proof) => line(proof, signedBy(proof), (one) => `${one.slice(0, -6)}AAAA==`)],
    ['no signature', 'unreadable', (proof) => proof.slice(0, proof.indexOf('— '))],
    ['a control character', 'unreadable', (proof) => `${proof}\u0007`],
    ['nothing but the checkpoint', 'unreadable', (proof) => proof.slice(proof.indexOf('\n\n') + 2)],
    [
      'the checkpoint of somebody else’s key',
      'unknown-key',
      async (proof) => {
        const forged = await new LogAtWork(new IssuerAtWork()).grow(13).checkpoint();
        return `${proof.slice(0, proof.indexOf('\n\n') + 2)}${forged}`;
      },
    ],
    [
      'the proof of another entry',
      'other-credential',
      async (_, { log }) => log.proofOf(log.append({ id: 'urn:other' })),
    ],
    [
      'the entry of its revocation',
      'other-fact',
      async (_, { log, credential }) => log.proofOf(log.append(credential, 'revoked')),
    ],
    ['nothing', 'unreadable', () => ''],
    ['a page of the web', 'unreadable', () => '<!doctype html><title>Not found</title>'],
  ])('is not found by a proof with %s (%s), and stays as valid as it was', async (_, code, tampered) => {
    const saysNothing = ['other-credential', 'unknown-key', 'other-fact'].includes(code);
    expect(await logOf(logged, await tampered(logged.proof, logged))).toMatchObject({
      ...{ verdict: 'valid', code },
      outcome: saysNothing ? 'not-checked' : 'failed',
    });
  });

  it('cannot be guessed from its entry', () => {
    const { fact } = logged;
    const guess = { ...fact, salt: toBase64Url(new Uint8Array(32)) };
    expect(toBase64(entryOf(guess))).not.toBe(toBase64(entryOf(fact)));
    expect(new Set([fact.salt, logged.log.append(logged.credential).salt]).size).toBe(2);
  });
});

describe('the tiles of a log', () => {
  it.each([
    [{ level: 0, index: 0, width: 256 }, 'tile/0/000'],
    [{ level: 1, index: 67, width: 5 }, 'tile/1/067.p/5'],
    [{ level: 'entries', index: 1_234_067, width: 256 }, 'tile/entries/x001/x234/067'],
  ] as const)('%o lie at %s', (tile, path) => {
    expect(tilePath(tile)).toBe(path);
    expect(tileAt(path)).toEqual(tile);
  });

  it.each([
    ...[
      'tile/0/0',
      'tile/0/x000/001',
      'tile/0/000.p/0',
      'tile/0/000.p/256',
      'tile/0/000.p/01',
      'tile/00/000',
      'tile/0/../000',
    ],
    ...['tile/9/000', 'tile/0/001/002', 'tile/-1/000', 'tile/entries/', 'checkpoint', 'tile/0/000?x'],
  ])('are none at %s', (path) => {
    expect(tileAt(path)).toBeUndefined();
  });

  it('are whole to the left of the edge and end with it', () => {
    expect(tileOf({ level: 0, index: 69_999 }, 70_000)).toEqual({ level: 0, index: 273, width: 112 });
    expect(tileOf({ level: 9, index: 0 }, 70_000)).toEqual({ level: 1, index: 0, width: 256 });
    expect(tileOf({ level: 16, index: 0 }, 70_000)).toEqual({ level: 2, index: 0, width: 1 });
  });

  it('hold entries behind their lengths', () => {
    expect([...bundleOf([Uint8Array.of(7, 8), new Uint8Array(258)]).slice(0, 6)]).toEqual([0, 2, 7, 8, 1, 2]);
  });
});

describe('a monitor', () => {
  it.each([0, 1, 3, 255, 256, 257, 600])('reads a log of %s entries, and again when it has grown', async (entries) => {
    const issuer = new IssuerAtWork();
    const log = new LogAtWork(issuer).grow(entries);
    await log.publish();
    const first = await watchLog(log.address, { loader: issuer.loader, now });
    expect(first).toMatchObject({ found: 'first', size: entries });
    const kept = 'note' in first ? first.note : '';
    expect(await watchLog(`${log.address}/`, { loader: issuer.loader, now, kept })).toMatchObject({
      found: 'unchanged',
    });
    await log.grow(90).publish();
    expect(await watchLog(log.address, { loader: issuer.loader, now, kept })).toMatchObject({
      ...{ found: 'grown', size: entries + 90, before: entries },
    });
  });

  it('finds another past, fewer entries, other hashes and other signatures', async () => {
    const issuer = new IssuerAtWork();
    const log = new LogAtWork(issuer).grow(300);
    await log.publish();
    const kept = await log.checkpoint();
    const look = (around = {}) => watchLog(log.address, { loader: issuer.loader, now, kept, ...around });
    const other = new LogAtWork(issuer).grow(310);
    await other.publish();
    expect(await look()).toMatchObject({ found: 'forked', size: 310, before: 300 });
    await new LogAtWork(issuer).grow(20).publish();
    expect(await look()).toMatchObject({ found: 'shrunk' });
    await log.publish();
    const tile = `${log.address}/tile/0/001.p/44`;
    const hashes = issuer.web.get(tile) as Uint8Array;
    issuer.web.set(tile, hashes.with(40, hashes[40]! ^ 1));
    expect(await look()).toMatchObject({ found: 'tree-differs' });
    issuer.web.set(tile, hashes.slice(1));
    expect(await look()).toEqual({ found: 'unreachable' });
    issuer.web.set(`${log.address}/checkpoint`, utf8(kept.replace('\n300\n', '\n301\n')));
    expect(await look()).toEqual({ found: 'altered' });
    issuer.web.set(`${log.address}/checkpoint`, utf8('<html>'));
    expect(await look()).toEqual({ found: 'no-log' });
    expect(await look({ kept: 'a letter' })).toEqual({ found: 'no-log' });
    await log.publish();
    expect(await look({ kept: 'a letter' })).toEqual({ found: 'other-kept' });
    expect(await look({ loader: offline })).toEqual({ found: 'no-key' });
  });

  it('of another maker gets the key in one line', () => {
    const issuer = new IssuerAtWork();
    expect(verifierKeyOf('libretto.example/log', issuer.publicKey)).toMatch(
      /^libretto\.example\/log\+[0-9a-f]{8}\+A[\w+/]{43}$/,
    );
  });
});
