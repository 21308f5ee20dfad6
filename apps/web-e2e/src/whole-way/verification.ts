import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { DataIntegrityProof } from '@digitalbazaar/data-integrity';
import { cryptosuite } from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite';
import * as vc from '@digitalbazaar/vc';
import { loadPinnedContext } from '@libretto/credentials';
import type { Page } from 'playwright-core';
import type { By } from '../harness';
import { fetchSigned, type TakenHome } from './credential';
import { demoPlay } from './play';

/** The part of a credential that another verifier reads. */
interface Signed {
  issuer: { id: string };
  credentialStatus: { statusListCredential: string; statusListIndex: string };
}
interface StatusList {
  credentialSubject: { encodedList: string };
}

const root = join(__dirname, '../../../..');

/** `npm run verify -- FILE`, of an issuer on this machine: its exit code and the first line of its output. */
export function verifyByCommandLine(file: string): Promise<{ code: number; verdict: string | undefined }> {
  return new Promise((resolve) => {
    execFile(
      'npm',
      ['run', '--silent', 'verify', '--', file, '--language', 'en', '--allow-private'],
      { cwd: root },
      (error, said) => resolve({ code: Number(error?.code ?? 0), verdict: said.split('\n')[0] }),
    );
  });
}

/**
 * Others verify the participant's documents. The public page, the command line and the reference library find both the
 * signed credential and the certificate valid. Answers the signed credential.
 */
export async function othersVerify(by: By, { address, certificate }: TakenHome, play = demoPlay): Promise<string> {
  const signed = await by((anybody) => fetchSigned(anybody, address, play));
  const folder = mkdtempSync(join(tmpdir(), 'libretto-taken-home-'));
  const [json, pdf] = [join(folder, 'credential.json'), join(folder, 'certificate.pdf')];
  writeFileSync(json, signed);
  writeFileSync(pdf, certificate);
  const verdicts = await Promise.all([json, pdf].map(verifyByCommandLine));
  for (const said of verdicts) expect(said).toEqual({ code: 0, verdict: 'Valid, issuer not known here' });
  expect(await verifyIndependently(JSON.parse(signed))).toEqual({ verified: true, ended: false });
  await by(async (anybody) => {
    await verifyLink(anybody, address, 'Valid');
    await verifyFile(anybody, pdf, 'Valid');
  });
  rmSync(folder, { recursive: true });
  return signed;
}

/**
 * The reference library with its own canonicalisation, key reading and purposes. It fetches keys and status list from
 * the credential's addresses; it shares only the contexts with ours.
 */
export async function verifyIndependently(credential: Signed): Promise<{ verified: boolean; ended: boolean }> {
  const { statusListCredential, statusListIndex } = credential.credentialStatus;
  const list = (await fetchJson(statusListCredential)) as StatusList;
  const [one, other] = [await isSigned(credential), await isSigned(list)];
  const bits = gunzipSync(Buffer.from(list.credentialSubject.encodedList.slice(1), 'base64url'));
  const index = Number(statusListIndex);
  const bit = (bits[index >> 3] ?? 0) & (0x80 >> (index & 7));
  return { verified: one && other, ended: bit !== 0 };
}

async function isSigned(credential: object): Promise<boolean> {
  const { verified, error } = await vc.verifyCredential({
    credential,
    suite: new DataIntegrityProof({ cryptosuite }),
    checkStatus: async () => ({ verified: true }),
    documentLoader,
  });
  if (!verified) console.error(JSON.stringify(error, null, 2));
  return verified;
}

async function documentLoader(url: string) {
  if (!url.startsWith('did:web:')) return loadPinnedContext(url);
  const [did = '', fragment] = url.split('#');
  const document = (await fetchJson(
    `http://${decodeURIComponent(did.slice('did:web:'.length))}/.well-known/did.json`,
  )) as {
    verificationMethod: { id: string }[];
  };
  if (!fragment) return { documentUrl: url, document };
  const method = document.verificationMethod.find(({ id }) => id === url);
  return { documentUrl: url, document: { '@context': 'https://w3id.org/security/multikey/v1', ...method } };
}

const fetchJson = async (url: string): Promise<unknown> => (await fetch(url)).json();

/** The public page verifies the credential behind a link. */
export async function verifyLink(page: Page, address: string, verdict: string): Promise<void> {
  await page.goto(`/verify?credential=${encodeURIComponent(address)}`);
  await page.getByRole('heading', { name: `Result: ${verdict}`, exact: true }).waitFor();
}

/** The public page checks a file that somebody chooses. */
export async function verifyFile(page: Page, file: string, verdict: string): Promise<void> {
  await page.goto('/verify');
  const dialog = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Choose file' }).click();
  await (await dialog).setFiles(file);
  await page.getByRole('heading', { name: `Result: ${verdict}`, exact: true }).waitFor();
}
