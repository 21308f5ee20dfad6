import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import {
  readBadge,
  readMyCertificate,
  readPublicCredential,
  readRendering,
  readSignedCredential,
  readStatusList,
  readTrustedIssuers,
  revokeCredential,
  supersedeCredential,
} from '@libretto/contracts';
import { verify } from '@libretto/credentials';
import { CertificatePrinter } from '../documents/certificate-printer';
import { FileStore } from '../../../platform/files/file-store';
import { aPerson } from '../../../testing/fixtures';
import { describeOnEachDatabase } from '../../../testing/test-app';
import { fromElsewhere } from '../../../testing/from-elsewhere';
import { anIssuedCredential } from '../../../testing/issued-credential';
import { decrypt, encrypt } from '../signing/encryption';
import { SigningKey } from '../signing/signing-key.entity';

const ana = { givenName: 'Ana <i>', familyName: '#panic() Kovač', birthDate: '1988-04-12' };

/** The drawing of a badge without the credential in it. */
const shapesOf = (bytes: Uint8Array): string =>
  new TextDecoder().decode(bytes).replace(/<openbadges:credential.*<\/openbadges:credential>/s, '');

describeOnEachDatabase('a shared credential', (app) => {
  const address = (publicId: string) => `${app().config.publicUrl}/credentials/${publicId}`;
  const options = async () => {
    const { body } = await app().visitor().call(readTrustedIssuers, {});
    return { loader: fromElsewhere(app()), now: app().clock.now(), trusted: body.issuers };
  };
  const check = async (publicId: string) => verify(address(publicId), await options());
  const registrar = async () => (await aPerson(app(), { organisation: 'registrar' })).caller;

  it('is verified from its address alone: signature, issuer, status, contents', async () => {
    const { award } = await anIssuedCredential(app(), ana);
    const { verdict, checks, contents } = await check(award.publicId);
    expect(checks.filter(({ outcome }) => outcome !== 'passed')).toEqual([]);
    expect(verdict).toBe('valid');
    expect(JSON.stringify(contents)).toContain('#panic() Kovač');
  });

  it('is verified from its certificate, which carries it', async () => {
    const { credential } = await anIssuedCredential(app(), ana);
    const pdf = new Uint8Array(await app().get(FileStore).read(credential.id));
    expect(await verify(pdf, await options())).toMatchObject({ verdict: 'valid', source: 'pdf' });
  });

  it.each(['svg', 'png'] as const)('is verified from its badge, an image that names nobody (%s)', async (format) => {
    const { params, holder } = await anIssuedCredential(app(), ana);
    const badge = { params: { ...params, format } };
    const { status, headers, bytes } = await app().visitor().call(readBadge, badge);
    expect([status, headers['content-type'], headers['access-control-allow-origin']]).toEqual([
      200,
      format === 'svg' ? 'image/svg+xml' : 'image/png',
      '*',
    ]);
    expect(headers['content-security-policy']).toContain('sandbox');
    expect(await verify(new Uint8Array(bytes), await options())).toMatchObject({ verdict: 'valid', source: 'image' });
    const drawn = await sharp(bytes).stats();
    // Ink of the ring, paper in the middle: not a blank sheet.
    expect([drawn.channels.length, drawn.isOpaque]).toEqual([4, false]);
    expect(drawn.channels[0]?.stdev).toBeGreaterThan(40);
    if (format === 'svg') {
      const shapes = shapesOf(bytes);
      expect(shapes).not.toContain('Kovač');
      expect(shapes).not.toMatch(/<(script|foreignObject|image|text|style)\b/);
    }
    expect((await holder.call(readBadge, badge)).bytes).toEqual(bytes);
  });

  it('is a European Digital Credential too, with its pages as pictures, as long as it is valid', async () => {
    const { params, credential } = await anIssuedCredential(app(), ana);
    const european = { params: { ...params, format: 'european' as const } };
    const { status, headers, bytes } = await app().visitor().call(readRendering, european);
    expect([status, headers['content-type']]).toEqual([200, 'application/ld+json']);
    const document = JSON.parse(bytes.toString()) as {
      issuer: object;
      displayParameter: { individualDisplay: object };
    };
    const { displayDetail: pages } = document.displayParameter.individualDisplay as {
      displayDetail: { image: { content: string } }[];
    };
    expect(pages.length).toBeGreaterThan(1);
    for (const { image } of pages)
      expect((await sharp(Buffer.from(image.content, 'base64')).metadata()).format).toBe('jpeg');
    expect(document.issuer).toMatchObject({
      id: `did:web:${encodeURIComponent(new URL(app().config.publicUrl).host)}`,
    });
    expect((await verify(bytes.toString(), await options())).verdict).toBe('not-signed');

    const ended = { params: { credentialId: credential.id }, body: { reason: 'By mistake.' } };
    expect((await (await registrar()).call(revokeCredential, ended)).status).toBeLessThan(300);
    expect((await app().visitor().call(readRendering, european)).status).toBe(404);
  });

  it('is sealed where the institution has a seal: as a European credential, and its certificate', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'seal-'));
    const openssl = (...words: string[]) =>
      execFileSync(process.env['OPENSSL'] ?? 'openssl', words, { cwd: folder, stdio: 'pipe' });
    openssl(
      ...['req', '-x509', '-newkey', 'rsa:2048', '-noenc', '-keyout', 'k', '-out', 'c', '-days', '3650'],
      ...['-subj', '/O=CIMEA/CN=Seal'],
    );
    openssl('pkcs12', '-export', '-in', 'c', '-inkey', 'k', '-out', 'seal.p12', '-passout', 'pass:glass');
    Object.assign(app().config, { seal: { file: join(folder, 'seal.p12'), passphrase: 'glass' } });
    try {
      const { params, award, credential } = await anIssuedCredential(app(), ana);
      const european = { params: { ...params, format: 'european' as const } };
      const { bytes } = await app().visitor().call(readRendering, european);
      const { verdict, contents } = await verify(bytes.toString(), {
        ...(await options()),
        now: new Date(Math.max(Date.now(), app().clock.now().getTime()) + 60_000),
      });
      expect([verdict, contents?.holder]).toEqual(['unconfirmed', expect.stringContaining('Kovač')]);
      const pdf = await app().get(CertificatePrinter).print(award, credential);
      expect(pdf.includes('/SubFilter /ETSI.CAdES.detached')).toBe(true);
      expect(await verify(new Uint8Array(pdf), await options())).toMatchObject({ verdict: 'valid', source: 'pdf' });
    } finally {
      Object.assign(app().config, { seal: undefined });
      rmSync(folder, { recursive: true });
    }
  });

  it('has no badge under an address that nobody has', async () => {
    const nobodys = { publicId: '0'.repeat(26), format: 'svg' as const };
    expect((await app().visitor().call(readBadge, { params: nobodys })).status).toBe(404);
  });

  it('shows what it says to anybody, and the way to the certificate to its holder only', async () => {
    const { params, holder, editionId } = await anIssuedCredential(app(), ana);
    const visitor = await app().visitor().call(readPublicCredential, { params });
    expect(visitor.body).toMatchObject({
      state: 'valid',
      holder: 'Ana <i> #panic() Kovač',
      editionId: null,
      can: { readCertificate: false },
    });
    expect(JSON.stringify(visitor.body)).not.toContain(ana.birthDate);
    const own = await holder.call(readPublicCredential, { params });
    expect(own.body).toMatchObject({ editionId, can: { readCertificate: true } });
    expect((await app().visitor().call(readMyCertificate, { params: { editionId } })).status).toBe(401);
  });

  it('says since when it is revoked, to people and to verifiers', async () => {
    const { params, credential, award } = await anIssuedCredential(app(), ana);
    await (
      await registrar()
    ).call(revokeCredential, { params: { credentialId: credential.id }, body: { reason: 'Not their work.' } });
    const { body } = await app().visitor().call(readPublicCredential, { params });
    expect(body).toMatchObject({ state: 'revoked', endedAt: expect.any(String) });
    const { verdict, checks } = await check(award.publicId);
    expect(verdict).toBe('revoked');
    expect(checks.find(({ name }) => name === 'status')?.data).toEqual({ since: body.endedAt });
  });

  it('keeps its address when it is corrected: the old file is superseded, the new one valid', async () => {
    const { params, credential, award } = await anIssuedCredential(app(), ana);
    const body = { ...ana, familyName: 'Kovačić', reason: 'A letter was missing.' };
    await (await registrar()).call(supersedeCredential, { params: { credentialId: credential.id }, body });
    expect((await verify(JSON.stringify(credential.signed), await options())).verdict).toBe('superseded');
    expect((await check(award.publicId)).verdict).toBe('valid');
    const shown = await app().visitor().call(readPublicCredential, { params });
    expect(shown.body).toMatchObject({ state: 'valid', holder: 'Ana <i> Kovačić', correctedAt: expect.any(String) });
  });

  it('gives its signed form and the status list to every origin, and nothing for an address that nobody has', async () => {
    const { params } = await anIssuedCredential(app(), ana);
    for (const answer of [
      await app().visitor().call(readSignedCredential, { params }),
      await app()
        .visitor()
        .call(readStatusList, { params: { number: '1' } }),
    ]) {
      expect(answer.status).toBe(200);
      expect(answer.headers).toMatchObject({ 'access-control-allow-origin': '*', 'content-type': 'application/vc' });
    }
    const nobodys = { publicId: '0'.repeat(26) };
    expect((await app().visitor().call(readPublicCredential, { params: nobodys })).status).toBe(404);
    expect(
      (
        await app()
          .visitor()
          .call(readStatusList, { params: { number: '7' } })
      ).status,
    ).toBe(404);
    expect((await check(nobodys.publicId)).verdict).toBe('unreadable');
  });

  it('is trusted for its issuer, which this installation knows, and for no other', async () => {
    const { award } = await anIssuedCredential(app(), ana);
    const { issuers } = (await app().visitor().call(readTrustedIssuers, {})).body;
    expect(issuers).toEqual([{ did: expect.stringContaining('did:web:') }, { did: app().config.publicUrl }]);
    const { loader, now } = await options();
    expect((await verify(address(award.publicId), { loader, now })).verdict).toBe('unlisted');
  });

  it('comes from one key, which is stored sealed', async () => {
    await anIssuedCredential(app(), ana);
    const keys = await app().rows(SigningKey);
    expect(keys).toHaveLength(1);
    expect(keys[0]?.sealedPrivateKey).not.toContain('PRIVATE KEY');
    expect(decrypt(keys[0]?.sealedPrivateKey ?? '', app().config.secret)).toContain('PRIVATE KEY');
  });
});

describe('a sealed text', () => {
  it('opens with its secret only, and not when it was changed', () => {
    const sealed = encrypt('a private key', 's'.repeat(32));
    expect(decrypt(sealed, 's'.repeat(32))).toBe('a private key');
    expect(() => decrypt(sealed, 't'.repeat(32))).toThrow();
    expect(() => decrypt(`${sealed.slice(0, -2)}AA`, 's'.repeat(32))).toThrow();
  });
});
