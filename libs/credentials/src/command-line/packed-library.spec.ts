import { execFile, execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { createDeflate, deflateSync } from 'node:zlib';
import { anAwardRecord } from '../testing/award-record.builder';
import { buildCredential } from '../award/build-credential';
import { didDocument, didWebOf } from '../keys/issuer';
import { newKey, nodeSigner } from '../signing/node-signer';
import { aPdfWith } from '../testing/pdf.builder';
import { signCredential } from '../signing/proof';
import { buildStatusList } from '../status/status-list';

const library = join(__dirname, '..', '..');
const folder = mkdtempSync(join(tmpdir(), 'libretto-packed-'));
const elsewhere = join(folder, 'elsewhere');
const web = new Map<string, string>();
const asked: string[] = [];
let server: Server;
let origin: string;

interface Run {
  code: number;
  said: string;
}

const command = () => join(elsewhere, 'package', 'libretto-verify.mjs');

/** The packed command, run where nothing else of the product is. */
function run(...words: string[]): Promise<Run> {
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      words,
      { cwd: elsewhere, env: { LANG: 'it_IT.UTF-8', TZ: 'Europe/Rome' } },
      (error, stdout, stderr) => resolve({ code: Number(error?.code ?? 0), said: stdout + stderr }),
    );
  });
}
/** The issuer of these specs is on this machine, and a verifier refuses private addresses by default. */
const verify = (...words: string[]) => run(command(), '--allow-private', ...words);

beforeAll(async () => {
  const packed = join(folder, 'packed');
  execFileSync('rolldown', ['-c', 'rolldown.config.mjs', '--dir', packed, '--log-level', 'silent'], { cwd: library });
  mkdirSync(elsewhere);
  const [{ filename }] = JSON.parse(execFileSync('npm', ['pack', '--json'], { cwd: packed, encoding: 'utf8' })) as [
    { filename: string },
  ];
  execFileSync('tar', ['-xzf', join(packed, filename), '-C', elsewhere]);

  server = createServer(({ url }, reply) => {
    asked.push(url ?? '');
    const body = web.get(url ?? '');
    reply.writeHead(body === undefined ? 404 : 200, { 'content-type': 'application/json' }).end(body);
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  await issue();
}, 120_000);

jest.setTimeout(60_000);

afterAll(() => {
  server.close();
  rmSync(folder, { recursive: true });
});

async function issue(): Promise<void> {
  const did = didWebOf(origin);
  const { privateKeyPem, publicKeyMultibase } = newKey();
  const proof = { signer: nodeSigner(`${did}#key-1`, privateKeyPem), created: '2026-11-20T10:00:00Z' };
  const list = `${origin}/suspension-lists/1`;
  const signed = await signCredential(
    buildCredential(
      anAwardRecord({ learner: { givenName: 'Željka\u001b[2J', familyName: "D'Amico", dateOfBirth: '1990-05-17' } }),
      {
        id: `${origin}/credentials/1`,
        issuer: { did, name: 'CIMEA', url: origin },
        achievement: `${origin}/programmes/1`,
        status: { list, index: 7 },
      },
    ),
    proof,
  );
  const of = { id: list, issuer: did, validFrom: proof.created, purpose: 'suspension', marked: [] } as const;
  web.set(new URL(list).pathname, JSON.stringify(await signCredential(await buildStatusList(of), proof)));
  const document = JSON.stringify(didDocument(did, [{ id: `${did}#key-1`, publicKeyMultibase }]));
  web.set('/.well-known/did.json', document);
  web.set('/credentials/1', JSON.stringify(signed));
  writeFileSync(join(elsewhere, 'credential.json'), JSON.stringify(signed));
  writeFileSync(join(elsewhere, 'certificate.pdf'), aPdfWith('credential.json', JSON.stringify(signed)));
  writeFileSync(join(elsewhere, 'altered.json'), JSON.stringify({ ...signed, name: 'Another' }));
  writeFileSync(join(elsewhere, 'letter.txt'), 'To whom it may concern');
  writeFileSync(join(elsewhere, 'did.json'), document);
  writeFileSync(join(elsewhere, 'trusted.json'), JSON.stringify([{ did, name: 'CIMEA' }]));
  writeFileSync(join(elsewhere, 'others.json'), JSON.stringify([{ did: 'did:web:cimea.example', name: 'CIMEA' }]));
  writeFileSync(
    join(elsewhere, 'bomb.pdf'),
    aPdfWith('credential.json', await bomb(), '/Filter [/FlateDecode /FlateDecode]'),
  );
  writeFileSync(
    join(elsewhere, 'older-node.mjs'),
    'delete Promise.withResolvers; delete URL.parse; delete Set.prototype.isSubsetOf;',
  );
}

/** A few hundred bytes that unpack to a gigabyte. */
async function bomb(): Promise<Uint8Array> {
  const deflate = createDeflate({ level: 1 });
  const zeros = Buffer.alloc(10_000_000);
  const packed = buffer(Readable.from(Array.from({ length: 100 }, () => zeros)).pipe(deflate));
  return deflateSync(await packed);
}

describe('the packed command line', () => {
  it('verifies a file, a PDF and a link, in the language of the terminal', async () => {
    for (const what of ['credential.json', 'certificate.pdf', `${origin}/credentials/1`]) {
      const { code, said } = await verify(what, '--trusted', 'trusted.json');
      expect([what, code]).toEqual([what, 0]);
      expect(said).toMatch(/^Valida\n/);
      expect(said).toContain('✓ Firma (superato)');
    }
  });

  it('reads a PDF on an older Node, and says that the page was not checked', async () => {
    const { code, said } = await run(
      '--import',
      './older-node.mjs',
      command(),
      '--allow-private',
      '--language',
      'en',
      'certificate.pdf',
    );
    expect([code, said]).toEqual([0, expect.stringContaining('attached to this PDF was verified, not the page')]);
    // The contents of the credential come before the checks.
    expect(said.indexOf('Holder: Željka')).toBeLessThan(said.indexOf('✓ Signature'));
  });

  it('says of an issuer on no list who it is, and counts it as valid only where no list was given', async () => {
    const alone = await verify('credential.json', '--language', 'en');
    expect([alone.code, alone.said]).toEqual([0, expect.stringMatching(/^Valid, issuer not known here\n/)]);
    expect(alone.said).toContain(`Issuer: ${new URL(origin).host}`);
    expect((await verify('credential.json', '--trusted', 'others.json')).code).toBe(1);
    expect((await verify('credential.json', '--trusted', 'letter.txt')).code).toBe(2);
  });

  it('asks nobody in a private network unless it is told to', async () => {
    asked.length = 0;
    const { code, said } = await run(command(), 'credential.json', '--language', 'en');
    expect([code, said]).toEqual([1, expect.stringContaining('--allow-private')]);
    expect((await run(command(), `${origin}/credentials/1`)).code).toBe(2);
    expect(asked).toEqual([]);
  });

  it('gives up on a PDF that unpacks to a gigabyte, within a fraction of that', async () => {
    const watched = `import(${JSON.stringify(command())}).then(() => console.log('peak', process.resourceUsage().maxRSS))`;
    const { said } = await run(
      '--input-type=module',
      '--eval',
      watched,
      '--',
      command(),
      'bomb.pdf',
      '--language',
      'en',
    );
    expect(said).toContain('takes too much to read');
    expect(Number(/peak (\d+)/.exec(said)?.[1])).toBeLessThan(900_000);
  });

  it('says it in the language that is asked for, and lets no name move the cursor', async () => {
    const { said } = await verify('credential.json', '--language', 'en');
    expect(said).toMatch(/^Valid, issuer not known here\n/);
    expect(said).toContain("Holder: Željka [2J D'Amico");
    expect(said).not.toContain('\u001b');
  });

  it.each([
    ['altered.json', 1, 'Alterata'],
    ['letter.txt', 2, 'Illeggibile'],
    ['nowhere.json', 2, 'Impossibile leggere il file'],
  ])('answers to %s with %d', async (file, code, word) => {
    const run = await verify(file);
    expect([run.code, run.said]).toEqual([code, expect.stringContaining(word)]);
  });

  it('works offline with an issuer at hand, and leaves the status unchecked', async () => {
    const { code, said } = await verify('credential.json', '--offline', '--issuer', 'did.json');
    expect([code, said]).toEqual([0, expect.stringContaining('– Stato (non verificato)')]);
    expect((await verify('credential.json', '--offline')).code).toBe(1);
    expect((await verify('credential.json', '--issuer', 'letter.txt')).code).toBe(2);
  });
});
