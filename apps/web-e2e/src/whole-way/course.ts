import type { Page } from 'playwright-core';
import { expectNoViolations, signIn } from '../harness';
import { choose, paper } from './file';
import { enter, newcomer } from './person';
import { daysAgo, edition, programmeTitle } from './programme';

const dayBefore = daysAgo(19);

/** The tutor takes the roll that was left open, by keys, and closes it. */
export async function takeRoll(page: Page, editionId: string): Promise<void> {
  await signIn(page, 'tutor', `/editions/${editionId}/today`);
  await page.getByRole('heading', { name: 'Rolls left open' }).waitFor();
  await expectNoViolations(page);
  await page.getByRole('link', { name: 'Take the roll' }).first().click();
  await page.getByRole('group', { name: newcomer.name }).waitFor();
  await expectNoViolations(page);
  await page.keyboard.press('p');
  await page.getByText('Everybody has a mark: 1 person.').waitFor();
  await page.getByRole('button', { name: 'Close the roll' }).click();
  await page.getByText('Closed by Teresa Tavares.').waitFor();
  await expectNoViolations(page);
}

/** The participant declares self-study on two days, writes down the time on the project and hands it in. */
export async function studyAndHandIn(page: Page, editionId: string): Promise<void> {
  await enter(page, '/booklet');
  await page.getByRole('heading', { name: programmeTitle, level: 1 }).waitFor();
  await expectNoViolations(page);
  await page.getByRole('link', { name: 'Ten diplomas' }).first().click();
  await page.getByRole('button', { name: 'Declare self-study' }).waitFor();
  await expectNoViolations(page);
  await declare(page, dayBefore, '600', 'Declare self-study', '10 h declared.');
  await declare(page, edition.meetsOn, '300', 'Declare self-study', 'All self-study of this module is declared.');
  await expectNoViolations(page);

  await page.goto(`/editions/${editionId}/project-work`);
  await page.getByRole('heading', { name: 'Three diplomas', level: 1 }).waitFor();
  await declare(page, edition.meetsOn, '300', 'Write it down', 'were written to your ledger.');
  await choose(page.locator('main'), 'File', paper('three-diplomas.pdf', 'Three diplomas'));
  await expectNoViolations(page);
  await page.getByRole('button', { name: 'Hand in “three-diplomas.pdf” as version 1' }).click();
  await page.getByText('Version 1 has arrived.').waitFor();
  await expectNoViolations(page);
}

async function declare(page: Page, day: string, minutes: string, verb: string, answer: string): Promise<void> {
  await page.getByLabel('Day', { exact: true }).fill(day);
  await page.getByLabel('Minutes', { exact: true }).fill(minutes);
  await page.getByRole('button', { name: verb }).click();
  await page.getByText(answer).waitFor();
}

/** The tutor reads the work beside the rubric and marks it. */
export async function markWork(page: Page, editionId: string): Promise<void> {
  await signIn(page, 'tutor', `/editions/${editionId}/project-work/marking`);
  await page.getByRole('link', { name: newcomer.name }).waitFor();
  await expectNoViolations(page);
  await page.getByRole('link', { name: 'Mark the oldest' }).click();
  await page.getByRole('heading', { name: newcomer.name, level: 1 }).waitFor();
  await expectNoViolations(page);
  await page.getByRole('radio', { name: 'met', exact: true }).check();
  await page.getByLabel('Comment for the group').fill('Each diploma is placed where it belongs, and the source is named.');
  await page.getByRole('radio', { name: 'passed', exact: true }).check();
  await page.getByRole('button', { name: 'Keep this marking' }).click();
  await page.getByText('No work waits for you').waitFor();
  await expectNoViolations(page);
}
