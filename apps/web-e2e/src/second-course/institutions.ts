import type { Page } from 'playwright-core';
import { expectNoViolations } from '../harness';
import { applicant } from './cast';

/** The instructions of an empty production for its first coordinator; they enter the first institution by hand. */
export async function readWhatComesFirst(page: Page): Promise<void> {
  for (const what of ['programmes', 'editions', 'institutions']) {
    await page.goto(`/${what}`);
    await page.locator('main').getByText(`No ${what} yet`).last().waitFor();
    await expectNoViolations(page);
  }
  await page.getByRole('button', { name: 'Add institution' }).click();
  const form = page.getByRole('form', { name: 'Add institution' });
  await form.getByLabel('Name').fill('Università Europea di Roma');
  await form.getByLabel('Country').fill('Italy');
  await form.getByLabel('Website').fill('www.universitaeuropeadiroma.it');
  await form.getByRole('button', { name: 'Add institution' }).click();
  await page.getByText('Università Europea di Roma has been added.').waitFor();
}

/** The coordinator reads the applicant's proposal, and confirms it. */
export async function confirmProposal(page: Page): Promise<void> {
  await page.goto('/institutions');
  await page.getByText('1 proposal to review').waitFor();
  await page.getByRole('button', { name: new RegExp(`^Review\\s?: ${applicant.institution}$`) }).click();
  await expectNoViolations(page);
  await page
    .getByRole('form', { name: applicant.institution })
    .getByRole('button', { name: 'Save and confirm' })
    .click();
  await page.getByText(`${applicant.institution} has been saved and confirmed.`).waitFor();
  await page.getByText('No proposals to review').waitFor();
}
