import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { expectNoViolations, journey, look, paper } from './harness';

const { as } = journey();

const diploma = paper('diploma.pdf', 'Diploma of Ana');

const saved = (page: Page) => page.getByText('Saved', { exact: true }).waitFor();
const missing = (page: Page, item: string) => page.getByRole('main').getByRole('link', { name: item });

/** Refused files give the reason and the cure; odd ones that are good are taken, shown, and downloaded as they were. */
async function addOtherDocuments(page: Page): Promise<void> {
  const others = page.locator('lib-evidence-of-kind').filter({ hasText: 'Other documents' });
  const choose = (name: string, content: string | Buffer) =>
    others.locator('input[type=file]').setInputFiles({ name, mimeType: '', buffer: Buffer.from(content as string) });
  await choose('tool.pdf', Buffer.from('7f454c4602010100', 'hex'));
  await page.getByText('This is a program, not a document.').waitFor();
  await choose('diploma.pdf', '<!DOCTYPE html><html><body>Diploma</body></html>');
  await page.getByText('This is a saved web page, not a document.').waitFor();
  await expectNoViolations(page);
  await look(page, 'file-refused');
  const photo = readFileSync(join(__dirname, '../../api/src/testing/files/photo.heic'));
  await choose('O\'Brien\'s "photo" (final).heic', photo);
  await others.getByRole('link', { name: 'O\'Brien\'s "photo" (final).heic', exact: true }).waitFor();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    others.getByRole('link', { name: 'Download' }).click(),
  ]);
  expect([download.suggestedFilename(), readFileSync(await download.path()).equals(photo)]).toEqual([
    "O'Brien's _photo_ (final).heic",
    true,
  ]);
  await expectNoViolations(page);
}

/**
 * The programme's own fields: choices decide which fields come next, rows come and go, and a second visit goes on from
 * there.
 */
async function answerOwnFields(page: Page): Promise<void> {
  const option = (name: string) => page.getByRole('checkbox', { name });
  const howMany = page.getByLabel('How many you take or prepare in a year');
  for (const name of ['for access to further study', 'for employment']) await option(name).uncheck();
  await howMany.waitFor({ state: 'detached' });
  await missing(page, 'Complete “Recognition decisions that you take or prepare”.').click();
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('own.decisions');
  await option('none yet').check();
  await missing(page, 'Complete').waitFor({ state: 'detached' });
  await option('none yet').uncheck();
  for (const name of ['for access to further study', 'for displaced people without documents'])
    await option(name).check();
  await howMany.fill('a thousand');
  await howMany.blur();
  await page.getByText('Enter a number.').waitFor();
  await page.getByText('One answer isn’t saved: correct it first.').waitFor();
  await missing(page, 'Complete “How many you take or prepare in a year”.').waitFor();
  await expectNoViolations(page);
  await howMany.fill('1200');

  for (const last of ['Row 2', 'Row 1']) {
    await page.getByRole('button', { name: /Remove ?: Row 1/ }).click();
    await page.getByRole('group', { name: last }).waitFor({ state: 'detached' });
  }
  const add = page.getByRole('button', { name: /Add row ?: Tools/ });
  expect(await add.evaluate((button) => button === document.activeElement)).toBe(true);
  await add.press('Enter');
  // An appeal beside the ruling under appeal, as one member may see them; `null` if there is none for them.
  await page.getByRole('group', { name: 'Row 1' }).locator('input:focus').waitFor();
  await page.keyboard.type('ENIC-NARIC country pages');
  await page.getByRole('group', { name: 'Row 1' }).getByLabel('What for').selectOption({ label: 'to compare levels' });
  const chosen = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: /Choose file ?: Statement of your employer/ }).click();
  await (await chosen).setFiles({ ...diploma, name: 'statement.pdf' });
  await page.getByRole('link', { name: 'statement.pdf' }).waitFor();
  await missing(page, 'Complete').waitFor({ state: 'detached' });
  await saved(page);
  await expectNoViolations(page);
  await look(page, 'application-own-fields');

  await page.reload();
  await howMany.waitFor();
  expect(await howMany.inputValue()).toBe('1200');
  expect(await option('for displaced people without documents').isChecked()).toBe(true);
  expect(await option('for employment').isChecked()).toBe(false);
  const row = page.getByRole('group', { name: 'Row 1' });
  expect([
    await row.getByLabel('Tool or database').inputValue(),
    await row.getByLabel('What for').inputValue(),
  ]).toEqual(['ENIC-NARIC country pages', 'level']);
  await page.getByRole('link', { name: 'statement.pdf' }).waitFor();
}

describe('an applicant', () => {
  it('sees what is missing, completes it and submits, in one visit that can be broken off', async () => {
    const page = await as('applicant', '/applications');
    await page.getByRole('heading', { name: 'My applications' }).waitFor();
    await expectNoViolations(page);
    await page.getByRole('main').getByRole('table').getByRole('link').first().click();
    await page.getByRole('heading', { name: 'My application', exact: true }).waitFor();
    await page.getByText('Draft. Only you can see it').waitFor();
    expect(await page.getByRole('button', { name: 'Submit application' }).count()).toBe(0);
    await missing(page, 'Add your motivation.').waitFor();
    await expectNoViolations(page);
    await look(page, 'application-draft');

    await page
      .getByLabel('Why you’re applying, and how you’ll use the course')
      .fill('We see <b>forty</b> systems a year.');
    await saved(page);
    await page.reload();
    expect(await page.getByLabel('Why you’re applying, and how you’ll use the course').inputValue()).toBe(
      'We see <b>forty</b> systems a year.',
    );

    if (await missing(page, 'Add your level').count()) {
      await page.getByRole('button', { name: 'Add language' }).click();
      await page.getByLabel('Language', { exact: true }).last().fill('English');
      await page.getByLabel('Level (CEFR)').last().selectOption('C1');
      await missing(page, 'Add your level').waitFor({ state: 'detached' });
    }
    if (await missing(page, 'Upload your degree').count()) {
      const chosen = page.waitForEvent('filechooser');
      await page.getByRole('button', { name: /Choose file ?: Degree certificate/ }).click();
      await (await chosen).setFiles(diploma);
      await page.getByRole('link', { name: 'diploma.pdf' }).waitFor();
    }
    await answerOwnFields(page);
    await addOtherDocuments(page);
    await page.getByRole('button', { name: 'Submit application' }).last().click();
    await page.getByRole('alertdialog').getByRole('button', { name: 'Submit application' }).click();
    await page.getByText('Submitted. The commission will review it.').waitFor();
    await page.getByText('We see <b>forty</b> systems a year.').waitFor();
    await page.getByText('for access to further study, for displaced people without documents').waitFor();
    await page.getByText('1,200 decisions a year').waitFor();
    await page.getByRole('link', { name: 'statement.pdf' }).waitFor();
    await expectNoViolations(page);
    await look(page, 'application-submitted');
  });

  it('withdraws only after a second thought', async () => {
    const page = await as('applicant', '/applications');
    await page.getByRole('main').getByRole('table').getByRole('link').first().click();
    await page.getByRole('button', { name: 'Withdraw application' }).click();
    await expectNoViolations(page);
    await page.getByRole('button', { name: 'Cancel' }).click();
    await page.getByRole('button', { name: 'Withdraw application' }).click();
    await page.getByRole('alertdialog').getByRole('button', { name: 'Withdraw application' }).click();
    await page.getByText('You’ve withdrawn this application.').waitFor();
    await expectNoViolations(page);
  });
});
