import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CertificateAuthority, openssl, passphrase } from '../testing/certificates.builder';
import { aPdfWith } from '../testing/pdf.builder';
import { inThisProcess } from '../reading/pdf-attachments';
import { sealedPdf } from './pdf-seal';
import { openSeal } from './pkcs12';

const folder = mkdtempSync(join(tmpdir(), 'pdf-seal-'));
const authority = new CertificateAuthority();
afterAll(() => {
  authority.end();
  rmSync(folder, { recursive: true });
});
const labels = { name: 'CIMEA', reason: 'Issued by CIMEA – “Certificate”', location: 'https://libretto.example' };
const pdf = Buffer.from(aPdfWith('credential.json', '{"a":1}'));

describe('a PDF in a seal', () => {
  it.each([
    ['RSA', ['rsa:2048']],
    ['P-256', ['ec', '-pkeyopt', 'ec_paramgen_curve:P-256']],
  ])('of %s is the same PDF before its seal, and openssl accepts the signature', async (_, key) => {
    const seal = openSeal(authority.give({ key }).pkcs12, passphrase);
    const sealed = await sealedPdf(pdf, seal, new Date(), labels);
    expect(sealed.subarray(0, pdf.length).equals(pdf)).toBe(true);
    const [attached] = await inThisProcess(new Uint8Array(sealed));
    expect(Buffer.from(attached!).toString()).toBe('{"a":1}');
    expect(isAccepted(sealed)).toBe(true);

    const other = Buffer.from(sealed);
    other[other.indexOf('/MediaBox [0 0 200')! + 12] = '1'.charCodeAt(0);
    expect(isAccepted(other)).toBe(false);
  });

  /** The places that the PDF names, verified as anybody would: by another tool, up to the authority. */
  function isAccepted(sealed: Buffer): boolean {
    const [, ...places] = /\/ByteRange \[ (\d+) (\d+) (\d+) (\d+) \]/.exec(sealed.toString('latin1'))!.map(Number) as [
      number,
      ...number[],
    ];
    const [from, length, next, rest] = places as [number, number, number, number];
    expect([from, next + rest]).toEqual([0, sealed.length]);
    writeFileSync(join(folder, 'signed'), Buffer.concat([sealed.subarray(0, length), sealed.subarray(next)]));
    const hex = sealed.subarray(length + 1, next - 1).toString('latin1');
    writeFileSync(join(folder, 'cms'), Buffer.from(hex, 'hex'));
    const pem = `-----BEGIN CERTIFICATE-----\n${authority.certificate}\n-----END CERTIFICATE-----\n`;
    writeFileSync(join(folder, 'ca.pem'), pem.replace(/(.{64})/g, '$1\n'));
    const words = ['cms', '-verify', '-binary', '-inform', 'DER', '-in', 'cms', '-content', 'signed'];
    try {
      execFileSync(openssl, [...words, '-CAfile', 'ca.pem', '-purpose', 'any', '-out', 'out'], {
        cwd: folder,
        stdio: 'pipe',
      });
      return readFileSync(join(folder, 'out')).length > 0;
    } catch {
      return false;
    }
  }
});
