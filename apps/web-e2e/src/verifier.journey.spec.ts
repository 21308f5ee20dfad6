import type { Page } from 'playwright-core';
import { toBuffer } from 'qrcode';
import { expectNoViolations, journey, look } from './harness';

const { as, url, visit } = journey({ whereSeeded: true });

/** The public address of the credential that the demo has issued, as its registrar passes it on. */
async function issuedAddress(): Promise<string> {
  const page = await as('registrar');
  await page.getByRole('link', { name: 'Issued 1' }).click();
  await page.getByRole('link', { name: 'Petra Šimić' }).click();
  return url() + ((await page.getByRole('link', { name: 'Public page' }).getAttribute('href')) ?? '');
}

async function verify(page: Page, text: string): Promise<void> {
  await page.goto('/verify');
  await page.getByLabel('Link or text of the credential').fill(text);
  await page.getByRole('button', { name: 'Verify credential', exact: true }).click();
}

describe('a verifier', () => {
  it('pastes a link or a text and reads what it is worth, without an account', async () => {
    const address = await issuedAddress();
    const page = await visit('/verify');
    await expectNoViolations(page);

    await verify(page, address);
    await page.getByRole('heading', { name: 'Result: Valid', exact: true }).waitFor();
    await page.getByText('Petra Šimić').first().waitFor();
    await page.locator('.verdict').getByText('On the list of trusted issuers').waitFor();
    await expectNoViolations(page);
    await look(page, 'verdict-valid');

    const text = await (await page.request.get(address, { headers: { accept: 'application/vc' } })).text();
    await verify(page, text);
    await page.getByRole('heading', { name: 'Result: Valid', exact: true }).waitFor();

    // A photo of the code on the certificate leads to the same.
    const photo = { name: 'photo.png', mimeType: 'image/png', buffer: await toBuffer(address) };
    await page.goto('/verify');
    await page.locator('input[type=file]').setInputFiles(photo);
    await page.getByRole('heading', { name: 'Result: Valid', exact: true }).waitFor();
    await page.getByText('not the picture').waitFor();

    await verify(page, text.replace('Professional course', 'Professorial course'));
    await page.getByRole('heading', { name: 'Result: Altered' }).waitFor();
    await expectNoViolations(page);
    await look(page, 'verdict-altered');
  });

  it('reads of a text that hides its status, or has no signature, that it is neither valid nor a forgery', async () => {
    const address = await issuedAddress();
    const page = await visit('/verify');
    const text = await (await page.request.get(address, { headers: { accept: 'application/vc' } })).text();

    await verify(page, text.replace('"credentialStatus"', '"https://www.w3.org/2018/credentials#credentialStatus"'));
    await page.getByRole('heading', { name: 'Result: Can’t be verified' }).waitFor();
    await expectNoViolations(page);
    await look(page, 'verdict-ambiguous');

    const { proof: _, ...unsigned } = JSON.parse(text) as Record<string, unknown>;
    await verify(page, JSON.stringify(unsigned));
    await page.getByRole('heading', { name: 'Result: Not signed' }).waitFor();
    await page.getByText('Content of the credential, not verified').waitFor();
    await expectNoViolations(page);
    await look(page, 'verdict-not-signed');
  });

  it('says what it cannot read', async () => {
    const page = await visit('/verify');
    await page.getByRole('button', { name: 'Verify credential', exact: true }).click();
    await page.getByText('Paste a link or text, or choose').waitFor();
    await expectNoViolations(page);
    await verify(page, 'a letter of recommendation');
    await page.getByRole('heading', { name: 'Result: Unreadable' }).waitFor();
    await expectNoViolations(page);
  });
});
