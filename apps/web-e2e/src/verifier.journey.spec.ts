import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import type { Page } from 'playwright-core';
import { toBuffer } from 'qrcode';
import { expectNoViolations, journey, look } from './harness';

const { as, inEdition, url, visit } = journey({ whereSeeded: true });

/** The public address of the credential that the demo has issued, as its registrar passes it on. */
async function issuedAddress(): Promise<string> {
  const page = await as('registrar');
  await page.getByRole('link', { name: 'Issued 3' }).click();
  await page.getByRole('row').filter({ hasText: 'Pilot' }).getByRole('link', { name: 'Petra Šimić' }).click();
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
    await page.getByText(/Listed in the log of \S+, entry 1 of 5\. Dated by the issuer/).waitFor();
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

  it('reads what the public log is, and checks a credential against its proof from files alone', async () => {
    const address = await issuedAddress();
    const page = await visit('/verify');
    await page.getByRole('link', { name: 'About the public log' }).click();
    await page.getByText('5 entries').waitFor();
    await page.getByText('tlog-tiles').waitFor();
    await expectNoViolations(page);
    await look(page, 'public-log');

    const text = await (await page.request.get(address, { headers: { accept: 'application/vc' } })).text();
    const proof = await (await page.request.get(`${address}/log-proof`)).text();
    const asFile = (name: string, content: string) => ({ name, mimeType: '', buffer: Buffer.from(content) });
    await page.route('**/log-proof', (route) => route.abort());
    await page.goto('/verify');
    await page.locator('input[type=file]').setInputFiles(asFile('credential.json', text));
    await page.getByText(/The log of \S+ isn’t reachable/).waitFor();
    await page.locator('input[type=file]').setInputFiles(asFile('credential.tlog-proof', proof));
    await page.getByText(/Listed in the log of/).waitFor();
    await page
      .locator('input[type=file]')
      .setInputFiles(asFile('forged.tlog-proof', proof.replace('index 0', 'index 7')));
    await page.getByText('The proof doesn’t lead to this credential').waitFor();
    await page.getByRole('heading', { name: 'Result: Valid', exact: true }).waitFor();
    await expectNoViolations(page);
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

describe('a holder', () => {
  it('gives somebody a link that shows the facts, sees that it was opened, and withdraws it', async () => {
    const holder = await inEdition('holder', 'credential', 'Pilot');
    await holder.getByRole('heading', { name: 'Share with a link' }).waitFor();
    await holder.getByLabel('For whom (optional)').fill('Aunt Mia');
    await holder.getByRole('button', { name: 'Create link' }).click();
    const row = holder.getByRole('row', { name: /Aunt Mia/ });
    await row.getByText('never').waitFor();
    await expectNoViolations(holder);
    await look(holder, 'links');
    await holder.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await row.getByRole('button', { name: 'Copy link' }).click();
    await row.getByText('Link copied').waitFor();
    const link = await holder.evaluate(() => navigator.clipboard.readText());

    const page = await visit(link);
    await page.getByText('Petra Šimić', { exact: true }).waitFor();
    await page.getByText('The holder shares the facts only.').waitFor();
    expect(await page.locator('main').innerText()).not.toContain('1986');
    await expectNoViolations(page);
    await look(page, 'linked');

    await holder.reload();
    await row.getByText('once').waitFor();
    await holder.getByRole('button', { name: 'Withdraw the link for Aunt Mia' }).click();
    await holder.getByRole('alertdialog').getByRole('button', { name: 'Withdraw' }).click();
    await row.getByText('Withdrawn').waitFor();
    await page.reload();
    await page.getByText('Link not available').waitFor();
    await expectNoViolations(page);
  });

  it('adds the credential to a wallet, which shows it to a verifier', async () => {
    const holder = await inEdition('holder', 'credential', 'Pilot');
    await holder.getByRole('button', { name: 'Add to a wallet' }).click();
    const link = (await holder.getByRole('link', { name: 'Open wallet' }).getAttribute('href')) ?? '';
    await holder.getByRole('img', { name: 'QR code for your wallet' }).waitFor();
    const digits = (await holder.getByText(/^\d{3} \d{3}$/).innerText()).replace(' ', '');
    await expectNoViolations(holder);
    await look(holder, 'wallet-offer');

    const credential = await fetchedByWallet(link, digits);
    await holder.getByText('A wallet has added your credential.').waitFor();
    await holder.getByRole('row', { name: /SD-JWT VC, learning credential/ }).waitFor();
    await expectNoViolations(holder);
    await look(holder, 'wallet-copies');

    const page = await visit('/verify');
    const asFile = { name: 'credential.sdjwt', mimeType: 'text/plain', buffer: Buffer.from(credential) };
    await page.locator('input[type=file]').setInputFiles(asFile);
    await page.getByRole('heading', { name: 'Result: Valid', exact: true }).waitFor();
    await page.getByText(/\d+ parts are shown, and the issuer signed each of them/).waitFor();
    await page.getByText('Šimić').first().waitFor();
    await expectNoViolations(page);
    await look(page, 'verdict-wallet');

    // Without the part that has the family name nobody learns it.
    const parts = credential.split('~');
    const shown = parts.filter((part) => !Buffer.from(part, 'base64url').toString().includes('"family_name"'));
    await verify(page, shown.join('~'));
    await page.getByRole('heading', { name: 'Result: Valid', exact: true }).waitFor();
    expect(await page.locator('main').innerText()).not.toContain('Šimić');
    await verify(page, credential.replace(/~$/, `~${Buffer.from('["x","result","Best"]').toString('base64url')}~`));
    await page.getByRole('heading', { name: 'Result: Altered' }).waitFor();
  });
});

/** What a wallet does with a link and the digits that its holder types: it redeems the code and proves a key of its own. */
async function fetchedByWallet(link: string, digits: string): Promise<string> {
  const offer = JSON.parse(new URL(link).searchParams.get('credential_offer') ?? '');
  const [[grant, { 'pre-authorized_code': code }]] = Object.entries<Record<string, string>>(offer.grants) as [
    [string, Record<string, string>],
  ];
  const post = async (path: string, body: URLSearchParams | object, headers: Record<string, string> = {}) => {
    const isForm = body instanceof URLSearchParams;
    const type: Record<string, string> = isForm ? {} : { 'content-type': 'application/json' };
    const init = { method: 'POST', headers: { ...type, ...headers }, body: isForm ? body : JSON.stringify(body) };
    const reply = await fetch(url() + path, init);
    expect(reply.status).toBe(200);
    return reply.json();
  };
  const asked = new URLSearchParams({ grant_type: grant, 'pre-authorized_code': code ?? '', tx_code: digits });
  const { access_token: token } = await post('/wallet/token', asked);
  const { c_nonce: nonce } = await post('/wallet/nonce', {});
  const { privateKey, publicKey } = await generateKeyPair('ES256');
  const jwt = await new SignJWT({ nonce })
    .setProtectedHeader({ typ: 'openid4vci-proof+jwt', alg: 'ES256', jwk: await exportJWK(publicKey) })
    .setAudience(offer.credential_issuer)
    .setIssuedAt()
    .sign(privateKey);
  const { credentials } = await post(
    '/wallet/credential',
    { credential_configuration_id: offer.credential_configuration_ids[0], proofs: { jwt: [jwt] } },
    { authorization: `Bearer ${token}` },
  );
  return credentials[0].credential;
}
