import type { Page } from 'playwright-core';
import { demoPlay, type Play } from './play';

const reason = 'The degree is of the first cycle, and the certificate shows it.';

/** A member finds the dossier on the desk, declares no conflict there, records the finding and votes. */
export async function memberVotes(page: Page, editionId: string, play = demoPlay): Promise<void> {
  await play.as(page, 'member', `/editions/${editionId}/desk`);
  await page.getByLabel('Select all on this page').check();
  await page.getByRole('button', { name: 'Declare no conflict' }).click();
  await page.getByRole('link', { name: 'Review first application' }).click();
  await findAndVote(page, play);
}

/**
 * The chair opens the dossier, declares no conflict, records findings and votes; then rules, with the letter in view.
 */
export async function chairVotesAndRules(page: Page, editionId: string, play = demoPlay): Promise<void> {
  await play.as(page, 'chair', `/editions/${editionId}/desk`);
  await page.getByRole('link', { name: play.newcomer.name }).click();
  await page.getByRole('heading', { name: 'Do you have a conflict of interest with this applicant?' }).waitFor();
  await page.getByRole('button', { name: 'No conflict: open application' }).click();
  await findAndVote(page, play);

  await page.goto(`/editions/${editionId}/rulings`);
  await page.getByRole('link', { name: `Decide on ${play.newcomer.name}` }).waitFor();
  await page.getByRole('link', { name: `Decide on ${play.newcomer.name}` }).click();
  await page.getByLabel('The commission’s reason').fill(reason);
  const letter = page.getByRole('region', { name: 'Letter', exact: true });
  await letter.getByText(play.admitted, { exact: true }).waitFor();
  await letter.getByText(reason).waitFor();
  await page.getByRole('button', { name: 'Decide: admitted' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Record decision' }).click();
  await page.waitForURL(`**/editions/${editionId}/rulings`);
  await page.getByRole('row').filter({ hasText: play.newcomer.name }).getByText('admitted', { exact: true }).waitFor();
}

async function findAndVote(page: Page, play: Play): Promise<void> {
  await page.getByRole('heading', { name: play.newcomer.name, level: 1 }).waitFor();
  await page.getByText(play.criterion).first().waitFor();
  const met = page.getByRole('radio', { name: 'met', exact: true });
  await met.first().waitFor();
  for (const one of await met.all()) await one.check();
  await page.getByText('Saved', { exact: true }).waitFor();
  // Neither programme allows exceptions: no vote can be for one.
  expect(await page.getByRole('radio', { name: 'admit by exception' }).count()).toBe(0);
  await page.getByRole('radio', { name: 'admit', exact: true }).check();
  await page.getByLabel('Reason').fill(reason);
  await page.getByRole('button', { name: 'Vote', exact: true }).click();
  await page.getByText('Your vote:').waitFor();
}
