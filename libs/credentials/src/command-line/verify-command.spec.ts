import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inThisProcess } from '../reading/pdf-attachments';
import { OtherIssuer } from '../testing/other-issuer.builder';
import { languages } from './languages';
import { exitCodes, verifyCommand } from './verify-command';

const folder = mkdtempSync(join(tmpdir(), 'verify-command-'));
afterAll(() => rmSync(folder, { recursive: true }));

describe('the command that verifies without a network', () => {
  it('accepts that the status is not known, and with a list no issuer that is not on it', async () => {
    const issuer = await OtherIssuer.with('eddsa-rdfc-2022');
    const list = 'https://school.invalid/lists/1';
    const signed = await issuer.sign({
      credentialStatus: {
        ...{ id: `${list}#1`, type: 'BitstringStatusListEntry', statusPurpose: 'revocation' },
        ...{ statusListIndex: '1', statusListCredential: list },
      },
    });
    const file = (name: string, content: unknown) => {
      writeFileSync(join(folder, name), JSON.stringify(content));
      return join(folder, name);
    };
    const around = { languages, locale: 'en', now: new Date(), colours: false, write: () => undefined };
    const run = (...words: string[]) =>
      verifyCommand([file('credential.json', signed), '--offline', ...words], { ...around, pdfReader: inThisProcess });
    expect(await run()).toBe(exitCodes.valid);
    expect(await run('--trusted', file('own.json', [{ did: issuer.did }]))).toBe(exitCodes.valid);
    expect(await run('--trusted', file('another.json', [{ did: 'did:web:another.example' }]))).toBe(exitCodes.notValid);
  });
});
