import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Json, JsonObject } from '../platform/json';
import { OtherIssuer } from '../testing/other-issuer.builder';

const library = join(__dirname, '..', '..');
const folder = mkdtempSync(join(tmpdir(), 'libretto-conformance-'));
let server: ChildProcess;
let address: string;
let issuer: string;
let holder: OtherIssuer;

beforeAll(async () => {
  holder = await OtherIssuer.with('eddsa-rdfc-2022');
  const words = ['-c', 'rolldown.conformance.config.mjs', '--dir', folder, '--log-level', 'silent'];
  execFileSync('rolldown', words, { cwd: library });
  const listening = createServer().listen(0, '127.0.0.1');
  await once(listening, 'listening');
  const { port } = listening.address() as AddressInfo;
  await once(listening.close(), 'close');
  server = spawn(process.execPath, [join(folder, 'server.mjs')], {
    env: { PORT: String(port) },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [said] = (await once(createInterface(server.stdout!), 'line')) as [string];
  issuer = /did:key:\w+/.exec(said)![0];
  address = `http://127.0.0.1:${port}`;
}, 120_000);
afterAll(async () => {
  server.kill();
  await once(server, 'exit');
  rmSync(folder, { recursive: true });
});

async function post(path: string, body: JsonObject | string): Promise<{ status: number; body: JsonObject }> {
  const reply = await fetch(`${address}${path}`, {
    method: 'POST',
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
  return { status: reply.status, body: (await reply.json()) as JsonObject };
}

const credential = (parts: JsonObject = {}): JsonObject => ({
  '@context': ['https://www.w3.org/ns/credentials/v2', 'https://www.w3.org/ns/credentials/examples/v2'],
  type: ['VerifiableCredential', 'ExampleDegreeCredential'],
  issuer,
  credentialSubject: { id: 'did:example:ana', degree: { type: 'ExampleBachelorDegree', name: 'Music' } },
  ...parts,
});
const issued = async (parts?: JsonObject) => {
  const { status, body } = await post('/credentials/issue', { credential: credential(parts) });
  return { status, signed: body['verifiableCredential'] as JsonObject };
};
const verified = async (signed: JsonObject) =>
  (await post('/credentials/verify', { verifiableCredential: signed, options: {} })).status;

const typed = { type: 'Example' };
const day = '2026-01-01T00:00:00Z';

describe('what the suites ask', () => {
  it.each<[string, JsonObject]>([
    ['no more than must be', {}],
    ['an address of its own', { id: 'urn:uuid:9c2c9c5e-6f5a-4b8f-9e55-0d6b6ff9d1a1' }],
    [
      'names in languages',
      {
        name: [
          { '@value': 'Laurea', '@language': 'it' },
          { '@value': 'شهادة', '@language': 'ar', '@direction': 'rtl' },
        ],
      },
    ],
    [
      'several subjects',
      {
        credentialSubject: [
          { id: 'did:example:a', degree: 'A' },
          { id: 'did:example:b', degree: 'B' },
        ],
      },
    ],
    ['a period', { validFrom: day, validUntil: '2036-01-01T00:00:00.5+02:00' }],
    ['a status that nobody keeps', { credentialStatus: { id: 'https://a.example/1', ...typed } }],
    ['a schema', { credentialSchema: [{ id: 'https://a.example/schema.json', type: 'JsonSchema' }] }],
    [
      'terms, evidence and a refresh service',
      { termsOfUse: typed, evidence: [typed, { id: 'https://a.example/e', ...typed }], refreshService: typed },
    ],
    [
      'terms of its own',
      {
        '@context': ['https://www.w3.org/ns/credentials/v2', { degree: 'https://a.example/degree' }],
        type: 'VerifiableCredential',
        credentialSubject: { degree: 'Music' },
      },
    ],
  ])('a credential with %s is issued and verified', async (_, parts) => {
    const { status, signed } = await issued(parts);
    expect([status, await verified(signed)]).toEqual([201, 200]);
  });

  it.each<[string, JsonObject]>([
    ['no context', { '@context': undefined }],
    [
      'another first context',
      { '@context': ['https://www.w3.org/ns/credentials/examples/v2', 'https://www.w3.org/ns/credentials/v2'] },
    ],
    ['a number as a context', { '@context': ['https://www.w3.org/ns/credentials/v2', 5] }],
    [
      'a context that nobody knows',
      { '@context': ['https://www.w3.org/ns/credentials/v2', 'https://a.example/context'] },
    ],
    ['no type', { type: undefined }],
    ['another type only', { type: ['ExampleDegreeCredential'] }],
    ['an id that is no address', { id: 'first' }],
    ['two ids', { id: ['https://a.example/1', 'https://a.example/2'] }],
    ['an id of nothing', { id: null }],
    ['a number as a name', { name: 5 }],
    ['a name with more than a language', { name: { '@value': 'Laurea', '@language': 'it', extra: true } }],
    ['a name in no language', { description: { '@value': 'Laurea', '@language': 'not a language' } }],
    ['no issuer', { issuer: undefined }],
    ['an issuer that is no address', { issuer: 'somebody' }],
    ['an issuer without an id', { issuer: { name: 'Somebody' } }],
    ['another issuer', { issuer: 'did:example:other' }],
    ['no subject', { credentialSubject: undefined }],
    ['a subject without a claim', { credentialSubject: {} }],
    ['a text as its subject', { credentialSubject: 'did:example:ana' }],
    ['a day without a time', { validFrom: '2026-01-01' }],
    ['a time without a zone', { validUntil: '2036-01-01T00:00:00' }],
    ['an end before its beginning', { validFrom: day, validUntil: '2025-01-01T00:00:00Z' }],
    ['a status without a type', { credentialStatus: { id: 'https://a.example/1' } }],
    ['a status whose id is no address', { credentialStatus: { id: 'one', ...typed } }],
    ['a schema without an id', { credentialSchema: typed }],
    ['terms without a type', { termsOfUse: { id: 'https://a.example/1' } }],
    ['evidence without a type', { evidence: [{ id: 'https://a.example/1' }] }],
    ['a refresh service without a type', { refreshService: { id: 'https://a.example/1' } }],
    ['a resource without a digest', { relatedResource: { id: 'https://a.example/1' } }],
    [
      'one resource twice',
      { relatedResource: ['a', 'b'].map((digest) => ({ id: 'https://a.example/1', digestSRI: `sha256-${digest}` })) },
    ],
    [
      'a term without a meaning',
      {
        '@context': ['https://www.w3.org/ns/credentials/v2'],
        type: ['VerifiableCredential'],
        credentialSubject: { degree: 'Music' },
      },
    ],
  ])('one with %s is not issued', async (_, parts) => {
    expect((await issued(parts)).status).toBe(400);
  });

  it.each<[string, (proof: JsonObject) => Json]>([
    ['another type', (proof) => ({ ...proof, type: 'Proof' })],
    ['no type', ({ type: _, ...proof }) => proof],
    ['another suite', (proof) => ({ ...proof, cryptosuite: 'bbs-2023' })],
    ['another purpose', (proof) => ({ ...proof, proofPurpose: 'authentication' })],
    ['no purpose', ({ proofPurpose: _, ...proof }) => proof],
    ['no key', ({ verificationMethod: _, ...proof }) => proof],
    ['another key', (proof) => ({ ...proof, verificationMethod: `${holder.did}#${holder.publicKeyMultibase}` })],
    ['a time that is none', (proof) => ({ ...proof, created: 'yesterday' })],
    ['a signature in another base', (proof) => ({ ...proof, proofValue: `u${String(proof['proofValue']).slice(1)}` })],
    ['no signature', ({ proofValue: _, ...proof }) => proof],
    ['half a signature', (proof) => ({ ...proof, proofValue: String(proof['proofValue']).slice(0, 40) })],
    ['no proof', () => []],
  ])('one whose proof has %s is not verified', async (_, change) => {
    const { signed } = await issued();
    expect(await verified({ ...signed, proof: change(signed['proof'] as JsonObject) })).toBe(400);
  });

  it('a changed one is not verified', async () => {
    const { signed } = await issued();
    expect(await verified({ ...signed, credentialSubject: { id: 'did:example:eve' } })).toBe(400);
  });

  it('a presentation is verified with its challenge, its holder and all that is in it', async () => {
    const { signed } = await issued();
    const presented = await holder.present([signed], { challenge: 'c1', domain: 'a.example' });
    const [first] = presented['verifiableCredential'] as JsonObject[];
    const ask = async (verifiablePresentation: JsonObject, options: JsonObject) =>
      (await post('/presentations/verify', { verifiablePresentation, options })).status;
    const options = { challenge: 'c1', domain: 'a.example' };
    const { proof: _, ...unsigned } = presented;
    expect([
      await ask(presented, options),
      await ask(presented, { ...options, challenge: 'c2' }),
      await ask({ ...presented, holder: 'did:example:eve' }, options),
      await ask({ ...presented, verifiableCredential: [] }, options),
      await ask({ ...unsigned, verifiableCredential: [{ ...first, name: 'Surgery' }] }, {}),
      await ask({ ...unsigned, verifiableCredential: ['https://a.example/1'] }, {}),
      await ask({ ...unsigned, type: 'Presentation' }, {}),
      await ask(unsigned, options),
      await ask(unsigned, {}),
    ]).toEqual([200, 400, 400, 400, 400, 400, 400, 400, 200]);
  });

  it('nonsense and unknown addresses are refused', async () => {
    expect((await post('/credentials/issue', '{')).status).toBe(400);
    expect((await post('/credentials/verify', { verifiableCredential: 'eyJ' })).status).toBe(400);
    expect((await post('/credentials/revoke', {})).status).toBe(404);
  });
});
