import type { Page } from 'playwright-core';
import { expectNoViolations, signIn } from '../harness';
import { newcomer } from './person';

const reason = 'The degree is of the first cycle, and the certificate shows it.';

/** A member finds the dossier on the desk, declares no conflict there, records the finding and votes. */
export async function memberVotes(page: Page, editionId: string): Promise<void> {
  await signIn(page, 'member', `/editions/${editionId}/desk`);
  await page.getByRole('button', { name: 'Declare no conflict' }).waitFor();
  await expectNoViolations(page);
  await page.getByRole('button', { name: 'Declare no conflict' }).click();
  await page.getByRole('link', { name: 'Review first application' }).click();
  await findAndVote(page);
}

/** The chair opens the dossier, declares no conflict, finds and votes; then rules, with the letter in view. */
export async function chairVotesAndRules(page: Page, editionId: string): Promise<void> {
  await signIn(page, 'chair', `/editions/${editionId}/desk`);
  await page.getByRole('link', { name: newcomer.name }).click();
  await page.getByRole('heading', { name: 'Do you have a conflict of interest with this applicant?' }).waitFor();
  await expectNoViolations(page);
  await page.getByRole('button', { name: 'No conflict: open application' }).click();
  await findAndVote(page);

  await page.goto(`/editions/${editionId}/rulings`);
  await page.getByRole('link', { name: `Decide on ${newcomer.name}` }).waitFor();
  await expectNoViolations(page);
  await page.getByRole('link', { name: `Decide on ${newcomer.name}` }).click();
  await page.getByLabel('The commission’s reason').fill(reason);
  const letter = page.getByRole('region', { name: 'Letter', exact: true });
  await letter.getByText('You are admitted to Reading diplomas', { exact: true }).waitFor();
  await letter.getByText(reason).waitFor();
  await expectNoViolations(page);
  await page.getByRole('button', { name: 'Decide: admitted' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Record decision' }).click();
  await page.waitForURL(`**/editions/${editionId}/rulings`);
  await page.getByRole('row').filter({ hasText: newcomer.name }).getByText('admitted', { exact: true }).waitFor();
  await expectNoViolations(page);
}

async function findAndVote(page: Page): Promise<void> {
  await page.getByRole('heading', { name: newcomer.name, level: 1 }).waitFor();
  await page.getByText('A first-cycle degree.').waitFor();
  await expectNoViolations(page);
  await page.getByRole('radio', { name: 'met', exact: true }).check();
  await page.getByText('Saved', { exact: true }).waitFor();
  await page.getByRole('radio', { name: 'admit', exact: true }).check();
  await page.getByLabel('Reason').fill(reason);
  await page.getByRole('button', { name: 'Vote', exact: true }).click();
  await page.getByText('Your vote:').waitFor();
  await expectNoViolations(page);
}
