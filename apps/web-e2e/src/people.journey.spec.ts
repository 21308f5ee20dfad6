import type { Page } from 'playwright-core';
import writeExcelFile from 'write-excel-file/node';
import { expectNoViolations, journey, linkMailedTo, look } from './harness';
import { joinLibretto } from './whole-way/person';

const { as, visit } = journey();
const password = 'a sentence to remember';

const choose = (page: Page, name: string, buffer: Buffer) =>
  page.locator('input[type=file]').setInputFiles({ name, mimeType: 'application/octet-stream', buffer });

describe('people', () => {
  it('are invited, from a file as well, join with their role, and look after their account', async () => {
    const page = await as('coordinator', '/people');
    await page.getByLabel('Name or e-mail').fill('tavares teresa');
    await page.getByRole('row', { name: /Tavares, Teresa.*Tutor, / }).waitFor();
    await page.getByText('1 person').waitFor();
    await expectNoViolations(page);
    await look(page, 'people');
    await page.getByLabel('Name or e-mail').fill('');
    await page.getByLabel('Role', { exact: true }).selectOption('Registrar');
    await page.getByText('1 person').waitFor();
    await page.getByLabel('Select Rocco Romano').check();
    expect(await page.getByRole('link', { name: 'Write e-mail' }).getAttribute('href')).toBe(
      'mailto:?bcc=rocco%40centre.example',
    );

    await page.getByRole('link', { name: 'Invite people' }).click();
    await page.getByRole('heading', { name: 'Invite people', level: 1 }).waitFor();
    await page.getByLabel('Role', { exact: true }).selectOption({ label: 'Tutor' });
    await page.getByLabel('Edition', { exact: true }).selectOption({ label: 'Autumn 2026' });
    await page.getByLabel('E-mail address').fill('nuno@new.example');
    await page.getByRole('button', { name: 'Invite person' }).click();
    await page.getByText('1 person invited').last().waitFor();

    const list = [
      ['Ruolo', 'E-mail', 'Cognome'],
      ['Tutor', 'nuno@new.example', 'Nunes'],
      ['Componente', 'olga@new.example', 'Orlić'],
      ['giocoliere', 'x@new.example', ''],
      ['Tutor', 'teresa@centre.example', ''],
    ];
    await choose(
      page,
      'people.csv',
      Buffer.concat([
        Buffer.from([0xff, 0xfe]),
        Buffer.from(list.map((row) => row.join('\t')).join('\r\n'), 'utf16le'),
      ]),
    );
    await page.getByText('1 person to invite, no one to be given the role at once, 1 row with errors.').waitFor();
    await page.getByRole('row', { name: /x@new\.example.*Unknown role/ }).waitFor();
    await expectNoViolations(page);
    await look(page, 'invite');
    const workbook = await writeExcelFile(list.map((row) => row.map((value) => ({ type: String, value })))).toBuffer();
    await choose(page, 'people.xlsx', workbook);
    await page.getByRole('button', { name: 'Invite 1 person' }).click();
    await page.getByText('1 person invited').last().waitFor();
    await page.getByRole('button', { name: 'Invite 1 person' }).waitFor({ state: 'detached' });
    await choose(page, 'people.xlsx', workbook);
    await page.getByText('There’s no one to invite in this list.').waitFor();

    await page.getByRole('link', { name: 'Invitations' }).click();
    await page.getByLabel('Search by e-mail').fill('OLGA@new');
    await page.getByText('1 invitation found').waitFor();
    await page.getByLabel('Select olga@new.example').check();
    await page.getByRole('button', { name: 'Revoke', exact: true }).click();
    await page.getByText('Invitation of olga@new.example revoked').waitFor();
    await page.getByLabel('Status', { exact: true }).selectOption('Revoked');
    await page.getByRole('row', { name: /olga@new\.example.*Revoked/ }).waitFor();
    expect(new URL(page.url()).search).toBe('?q=OLGA@new&state=revoked');
    await expectNoViolations(page);
    await look(page, 'invitations');

    const nuno = await visit();
    await joinLibretto(nuno, await linkMailedTo(nuno, 'nuno@new.example', 'You’re invited to Libretto'), {
      givenName: 'Nuno',
      familyName: 'Nunes',
      password,
    });
    await nuno.getByRole('banner').getByRole('link', { name: 'Today' }).waitFor();

    await nuno.goto('/account/password');
    await nuno.getByLabel('Current password').fill(password);
    await nuno.getByLabel('New password').fill('another sentence to keep');
    await expectNoViolations(nuno);
    await nuno.getByRole('button', { name: 'Change password' }).click();
    await nuno.getByText('Password changed.').waitFor();

    await nuno.goto('/account/address');
    await nuno.getByLabel('New e-mail address').fill('nunes@newer.example');
    await nuno.getByLabel('Password').fill('another sentence to keep');
    await expectNoViolations(nuno);
    await nuno.getByRole('button', { name: 'Send links' }).click();
    await nuno.getByText('We’ve sent two links').waitFor();
    for (const [address, subject, said] of [
      ['nunes@newer.example', 'Confirm your new e-mail address', 'Now open the link in the other mailbox'],
      ['nuno@new.example', 'Confirm your change of e-mail address', 'Your e-mail address is now nunes@newer.example.'],
    ] as const) {
      await nuno.goto(await linkMailedTo(nuno, address, subject));
      await expectNoViolations(nuno);
      await nuno.getByRole('button', { name: 'Confirm' }).click();
      await nuno.getByText(said).waitFor();
    }

    await nuno.goto('/account');
    await nuno.getByText('nunes@newer.example').waitFor();
    await nuno.getByRole('link', { name: 'Delete account' }).click();
    await nuno.getByLabel('Password').fill('another sentence to keep');
    await expectNoViolations(nuno);
    await look(nuno, 'delete-account');
    await nuno.getByRole('button', { name: 'Delete account' }).click();
    await nuno.getByRole('banner').getByRole('link', { name: 'Sign in' }).waitFor();
  });

  it('who are the only ones for something are told what to do first', async () => {
    const page = await as('registrar', '/account/deletion');
    await page.getByLabel('Password').fill('libretto-demo');
    await page.getByRole('button', { name: 'Delete account' }).click();
    await page.getByText('You’re the only registrar. Invite another one first').waitFor();
  });
});
