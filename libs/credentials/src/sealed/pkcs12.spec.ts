import { X509Certificate } from 'node:crypto';
import { generalVerify, importX509 } from 'jose';
import { CertificateAuthority, passphrase } from '../testing/certificates.builder';
import type { JsonObject } from '../platform/json';
import { openSeal } from './pkcs12';
import { sealed } from './seal';

const authority = new CertificateAuthority();
afterAll(() => authority.end());

describe('a seal as a trust service hands it out', () => {
  it.each<[string, string[], string]>([
    ['RSA', ['rsa:2048'], 'RS256'],
    ['P-256', ['ec', '-pkeyopt', 'ec_paramgen_curve:P-256'], 'ES256'],
    ['P-384', ['ec', '-pkeyopt', 'ec_paramgen_curve:P-384'], 'ES384'],
  ])('with a key of %s seals what another library accepts', async (_, key, alg) => {
    const subject = '/C=IT/O=CIMEA/2.5.4.97=VATIT-80209930587/CN=CIMEA seal';
    const made = authority.give({ key, subject });
    const { sealer, legalIdentifier } = openSeal(made.pkcs12, passphrase);
    expect([sealer.alg, sealer.certificates, legalIdentifier]).toEqual([
      ...[alg, [made.certificate, authority.certificate], 'VATIT-80209930587'],
    ]);
    const whole = await sealed({ type: 'EuropeanDigitalCredential' }, sealer, new Date());
    const publicKey = await importX509(new X509Certificate(Buffer.from(made.certificate, 'base64')).toString(), alg);
    const crit = { sigT: true };
    await expect(generalVerify(whole as never, publicKey, { crit })).resolves.toBeDefined();
    const other = { ...whole, payload: String(whole['payload']).replace('European', 'American') } as JsonObject;
    await expect(generalVerify(other as never, publicKey, { crit })).rejects.toThrow('signature verification failed');
  });

  it('is not opened with another passphrase, nor without a key', () => {
    const { pkcs12 } = authority.give();
    expect(() => openSeal(pkcs12, 'another')).toThrow();
    expect(() => openSeal(Buffer.from('no seal'), passphrase)).toThrow();
    expect(() => openSeal(authority.give({ key: ['ed25519'] }).pkcs12, passphrase)).toThrow('RSA, P-256 or P-384');
  });
});
