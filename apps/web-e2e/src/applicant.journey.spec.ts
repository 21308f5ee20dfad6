import type { Page } from 'playwright-core';
import { expectNoViolations, journey, look, signIn } from './harness';

const { visit } = journey();

const diploma = { name: 'diploma.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF') };

const saved = (page: Page) => page.getByText('Saved.').waitFor();
const missing = (page: Page, item: string) => page.getByRole('main').getByRole('link', { name: item });

describe('an applicant', () => {
  it('sees what is missing, completes it and submits, in one visit that can be broken off', async () => {
    const page = await visit('/');
    await signIn(page, 'applicant', '/applications');
    await page.getByRole('heading', { name: 'My applications' }).waitFor();
    await expectNoViolations(page);
    await page.getByRole('main').getByRole('table').getByRole('link').first().click();
    await page.getByRole('heading', { name: 'My application', exact: true }).waitFor();
    await page.getByText('A draft that only you can see').waitFor();
    expect(await page.getByRole('button', { name: 'Submit to the commission' }).count()).toBe(0);
    await missing(page, 'Write why you apply.').waitFor();
    await expectNoViolations(page);
    await look(page, 'application-draft');

    await page.getByLabel('Why you apply, and what you will do with it').fill('We see <b>forty</b> systems a year.');
    await saved(page);
    await page.reload();
    expect(await page.getByLabel('Why you apply, and what you will do with it').inputValue()).toBe('We see <b>forty</b> systems a year.');

    if (await missing(page, 'Add your level').count()) {
      await page.getByRole('button', { name: 'Add a language' }).click();
      await page.getByLabel('Language', { exact: true }).last().selectOption('en');
      await page.getByLabel('Level (CEFR)').last().selectOption('C1');
      await missing(page, 'Add your level').waitFor({ state: 'detached' });
    }
    if (await missing(page, 'Add the file of your degree').count()) {
      const chosen = page.waitForEvent('filechooser');
      await page.getByRole('button', { name: /Choose a file ?: Degree certificate/ }).click();
      await (await chosen).setFiles(diploma);
      await page.getByRole('link', { name: 'diploma.pdf' }).waitFor();
    }
    const program = page.waitForEvent('filechooser');
    await page.getByRole('button', { name: /Choose a file ?: Other documents/ }).click();
    await (await program).setFiles({ name: 'tool.pdf', mimeType: 'application/pdf', buffer: Buffer.from('7f454c4602010100', 'hex') });
    await page.getByText('Files of this kind').waitFor();
    await page.getByRole('button', { name: 'Submit to the commission' }).click();
    await page.getByText('Submitted. The commission will read it.').waitFor();
    await page.getByText('We see <b>forty</b> systems a year.').waitFor();
    await expectNoViolations(page);
    await look(page, 'application-submitted');
  });

  it('withdraws only after a second thought', async () => {
    const page = await visit('/');
    await signIn(page, 'applicant', '/applications');
    await page.getByRole('main').getByRole('table').getByRole('link').first().click();
    await page.getByRole('button', { name: 'Withdraw the application' }).click();
    await expectNoViolations(page);
    await page.getByRole('button', { name: 'Leave as it is' }).click();
    await page.getByRole('button', { name: 'Withdraw the application' }).click();
    await page.getByRole('alertdialog').getByRole('button', { name: 'Withdraw the application' }).click();
    await page.getByText('You have withdrawn this application.').waitFor();
    await expectNoViolations(page);
  });
});
