import type { Page } from 'playwright-core';
import { expectNoViolations, paper, signIn } from '../harness';
import { choose } from './file';
import { enter, newcomer } from './person';
import { daysAgo, edition, programmeTitle } from './programme';

const dayBefore = daysAgo(19);

/** The tutor takes the roll that was left open, by keys, and closes it. */
export async function takeRoll(page: Page, editionId: string): Promise<void> {
  await signIn(page, 'tutor', `/editions/${editionId}/today`);
  await page.getByRole('heading', { name: 'Attendance to close' }).waitFor();
  await expectNoViolations(page);
  await page.getByRole('link', { name: 'Take attendance' }).first().click();
  await page.getByRole('group', { name: newcomer.name }).waitFor();
  await expectNoViolations(page);
  await page.keyboard.press('p');
  await page.getByText('Attendance taken for 1 person.').waitFor();
  await page.getByRole('button', { name: 'Close attendance' }).click();
  await page.getByText('Closed by Teresa Tavares.').waitFor();
  await expectNoViolations(page);
}

/** The participant declares self-study on two days, writes down the time on the project and hands it in. */
export async function studyAndHandIn(page: Page, editionId: string): Promise<void> {
  await enter(page, '/booklet');
  await page.getByRole('heading', { name: programmeTitle, level: 1 }).waitFor();
  await expectNoViolations(page);
  await page.getByRole('link', { name: 'Ten diplomas' }).first().click();
  await page.getByRole('button', { name: 'Record self-study time' }).waitFor();
  await expectNoViolations(page);
  await declare(page, dayBefore, '600', 'Record self-study time', '10 h recorded.');
  await declare(page, edition.meetsOn, '300', 'Record self-study time', 'All self-study time of this module is recorded.');
  await expectNoViolations(page);

  await page.goto(`/editions/${editionId}/project-work`);
  await page.getByRole('heading', { name: 'Three diplomas', level: 1 }).waitFor();
  await declare(page, edition.meetsOn, '300', 'Record time', 'recorded.');
  await choose(page.locator('main'), 'File', paper('three-diplomas.pdf', 'Three diplomas'));
  await expectNoViolations(page);
  await page.getByRole('button', { name: 'Submit “three-diplomas.pdf” as version 1' }).click();
  await page.getByText('Version 1 submitted.').waitFor();
  await expectNoViolations(page);
}

async function declare(page: Page, day: string, minutes: string, verb: string, answer: string): Promise<void> {
  await page.getByLabel('Date', { exact: true }).fill(day);
  await page.getByLabel('Minutes', { exact: true }).fill(minutes);
  await page.getByRole('button', { name: verb }).click();
  await page.getByText(answer).waitFor();
}

/** The tutor reads the work beside the rubric and marks it. */
export async function markWork(page: Page, editionId: string): Promise<void> {
  await signIn(page, 'tutor', `/editions/${editionId}/project-work/marking`);
  await page.getByRole('link', { name: newcomer.name }).waitFor();
  await expectNoViolations(page);
  await page.getByRole('link', { name: 'Mark oldest submission' }).click();
  await page.getByRole('heading', { name: newcomer.name, level: 1 }).waitFor();
  await expectNoViolations(page);
  await page.getByRole('radio', { name: 'met', exact: true }).check();
  await page.getByLabel('Comment for the group').fill('Each diploma is placed where it belongs, and the source is named.');
  await page.getByRole('radio', { name: 'passed', exact: true }).check();
  await page.getByRole('button', { name: 'Save marking' }).click();
  await page.getByText('No submissions to mark').first().waitFor();
  await expectNoViolations(page);
}
