import type { Page } from 'playwright-core';
import { enter, expectNoViolations, linkMailedTo, paper } from '../harness';
import { choose } from './file';
import { newcomer } from './person';
import { edition, programmeTitle } from './programme';

/** The newcomer finds the programme, fills in the application with its evidence and submits it. */
export async function apply(page: Page): Promise<void> {
  await page.goto('/programmes');
  await page.getByRole('link', { name: programmeTitle }).click();
  await page.getByRole('heading', { name: programmeTitle, level: 1 }).waitFor();
  await page.getByRole('link', { name: `Apply for ${edition.name}` }).click();
  await page.getByRole('button', { name: 'Start application' }).click();
  await page.getByRole('button', { name: 'Add degree' }).waitFor();
  await expectNoViolations(page);

  await page.getByRole('button', { name: 'Add degree' }).click();
  const degree = page.getByRole('group', { name: 'Degree 1' });
  await degree.getByLabel('Title').fill('Laurea in Lettere');
  await degree.getByLabel('Awarded by').fill('Università della Maremma');
  await degree.getByLabel('Country').fill('Italy');
  await degree.getByLabel('Level').selectOption('6');
  await degree.getByLabel('Year').fill('2013');
  await page
    .getByLabel('Why you’re applying, and how you’ll use the course')
    .fill('Every autumn I read diplomas that I have never seen before.');
  await page.getByText('Saved', { exact: true }).waitFor();
  await choose(page.locator('main'), 'Degree certificate', paper('degree.pdf', 'Laurea in Lettere'));
  await page.getByRole('link', { name: 'degree.pdf' }).waitFor();
  await page.getByRole('button', { name: 'Submit application' }).first().click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Submit application' }).click();
  await page.getByRole('heading', { name: 'Submitted application' }).waitFor();
}

/** The newcomer follows the letter to the ruling and accepts the place that it brings. */
export async function acceptPlace(page: Page): Promise<void> {
  await enter(page, newcomer, '/applications');
  await page.goto(await linkMailedTo(page, newcomer.email, `You are admitted to ${programmeTitle}`));
  await page.getByText('You’re admitted.').waitFor();
  await expectNoViolations(page);
  await page.getByRole('link', { name: 'Accept or decline place' }).click();
  await page.getByText('Your place is reserved.').waitFor();
  await page.getByRole('button', { name: 'Accept place' }).click();
  await page.getByText('Accepted: you’re enrolled.').waitFor();
  await page.getByRole('link', { name: 'Go to my course' }).click();
  await page.getByRole('heading', { name: 'My course', level: 1 }).waitFor();
}
