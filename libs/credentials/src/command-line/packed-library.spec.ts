import { execFile, execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { anAwardRecord } from '../award-record.builder';
import { buildCredential } from '../build-credential';
import { didDocument, didWebOf } from '../issuer';
import { newKey, nodeSigner } from '../node-signer';
import { aPdfWith } from '../pdf.builder';
import { signCredential } from '../proof';
import { buildStatusList } from '../status-list';

const library = join(__dirname, '..', '..');
const folder = mkdtempSync(join(tmpdir(), 'libretto-packed-'));
const elsewhere = join(folder, 'elsewhere');
const web = new Map<string, string>();
let server: Server;
let origin: string;

interface Run {
  code: number;
  said: string;
}

/** The packed command, run where nothing else of the product is. */
function verify(...words: string[]): Promise<Run> {
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      [join(elsewhere, 'package', 'libretto-verify.mjs'), ...words],
      { cwd: elsewhere, env: { LANG: 'it_IT.UTF-8', TZ: 'Europe/Rome' } },
      (error, stdout, stderr) => resolve({ code: Number(error?.code ?? 0), said: stdout + stderr }),
    );
  });
}

beforeAll(async () => {
  const packed = join(folder, 'packed');
  execFileSync('rolldown', ['-c', 'rolldown.config.mjs', '--dir', packed, '--log-level', 'silent'], { cwd: library });
  mkdirSync(elsewhere);
  const [{ filename }] = JSON.parse(execFileSync('npm', ['pack', '--json'], { cwd: packed, encoding: 'utf8' })) as [{ filename: string }];
  execFileSync('tar', ['-xzf', join(packed, filename), '-C', elsewhere]);

  server = createServer(({ url }, reply) => {
    const body = web.get(url ?? '');
    reply.writeHead(body === undefined ? 404 : 200, { 'content-type': 'application/json' }).end(body);
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  await issue();
}, 60_000);

afterAll(() => {
  server.close();
  rmSync(folder, { recursive: true });
});

async function issue(): Promise<void> {
  const did = didWebOf(origin);
  const { privateKeyPem, publicKeyMultibase } = newKey();
  const proof = { signer: nodeSigner(`${did}#key-1`, privateKeyPem), created: '2026-11-20T10:00:00Z' };
  const list = `${origin}/status-lists/1`;
  const signed = await signCredential(
    buildCredential(anAwardRecord({ learner: { givenName: 'Željka\u001b[2J', familyName: "D'Amico", dateOfBirth: '1990-05-17' } }), {
      id: `${origin}/credentials/1`,
      issuer: { did, name: 'CIMEA', url: origin },
      achievement: `${origin}/programmes/1`,
      status: { list, index: 7 },
    }),
    proof,
  );
  const statusList = await buildStatusList({ id: list, issuer: did, validFrom: proof.created, ended: [] });
  const document = JSON.stringify(didDocument(did, [{ id: `${did}#key-1`, publicKeyMultibase }]));
  web.set('/.well-known/did.json', document);
  web.set('/credentials/1', JSON.stringify(signed));
  web.set('/status-lists/1', JSON.stringify(await signCredential(statusList, proof)));
  writeFileSync(join(elsewhere, 'credential.json'), JSON.stringify(signed));
  writeFileSync(join(elsewhere, 'certificate.pdf'), aPdfWith('credential.json', JSON.stringify(signed)));
  writeFileSync(join(elsewhere, 'altered.json'), JSON.stringify({ ...signed, name: 'Another' }));
  writeFileSync(join(elsewhere, 'letter.txt'), 'To whom it may concern');
  writeFileSync(join(elsewhere, 'did.json'), document);
}

describe('the packed command line', () => {
  it('verifies a file, a PDF and a link, in the language of the terminal', async () => {
    for (const what of ['credential.json', 'certificate.pdf', `${origin}/credentials/1`]) {
      const { code, said } = await verify(what);
      expect([what, code]).toEqual([what, 0]);
      expect(said).toMatch(/^Valida\n/);
      expect(said).toContain('✓ Firma (superato)');
    }
  });

  it('says it in the language that is asked for, and lets no name move the cursor', async () => {
    const { said } = await verify('credential.json', '--language', 'en');
    expect(said).toMatch(/^Valid\n/);
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
