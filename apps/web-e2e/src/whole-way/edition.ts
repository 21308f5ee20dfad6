import type { Page } from 'playwright-core';
import { expectNoViolations, signIn } from '../harness';
import { choose } from './file';
import { demoPlay } from './play';
import { type Dates, edition, programmeFile, programmeTitle } from './programme';

/** The coordinator uploads the programme's file and publishes it. */
export async function publishProgramme(page: Page): Promise<void> {
  await signIn(page, 'coordinator', '/programmes/publish');
  await choose(page.locator('main'), 'Programme file', {
    name: 'reading-diplomas.yaml',
    mimeType: 'text/yaml',
    buffer: Buffer.from(programmeFile),
  });
  await page.getByText(`It will be version 1 of “${programmeTitle}”.`).waitFor();
  await expectNoViolations(page);
  await page.getByRole('button', { name: 'Publish' }).click();
  await page.getByRole('heading', { name: programmeTitle, level: 1 }).waitFor();
}

/** The coordinator plans an edition, gives it its people and a quota, and opens it. Answers its id. */
export async function openEdition(page: Page): Promise<string> {
  await page.getByRole('link', { name: 'Create edition' }).click();
  await planEdition(page, edition);
  await assign(page, 'chair', 'Carmen', 'Carmen Castro');
  await assign(page, 'deputy', 'Duarte', 'Duarte Dias');
  await assign(page, 'member', 'Marko', 'Marko Marić');
  await assign(page, 'tutor', 'Teresa', 'Teresa Tavares');
  await page.getByText('Ready to open').waitFor();

  await page.getByLabel('Country to add').fill('Italy');
  await page.getByRole('button', { name: 'Add', exact: true }).click();
  await page.getByLabel('Institutions of Italy').fill('1');
  await page.getByLabel('People per institution of Italy').fill('1');
  await page.getByRole('button', { name: 'Save quotas' }).click();
  await page
    .getByRole('status')
    .filter({ hasText: /^\s*Saved\s*$/ })
    .waitFor();

  return open(page);
}

/** Fills in the form of a new edition with one place, and opens its set-up. */
export async function planEdition(
  page: Page,
  { name, ...dates }: Dates & { readonly name: string; readonly timeZone?: string },
): Promise<void> {
  await page.getByLabel('Edition name').fill(name);
  await fillDates(page, dates);
  await page.getByLabel('Time zone').selectOption(dates.timeZone ?? 'Europe/Rome');
  await page.getByLabel('Places').fill('1');
  await page.getByRole('button', { name: 'Create edition' }).click();
  await page.getByRole('heading', { name: `Set up ${name}` }).waitFor();
}

export async function fillDates(page: Page, { startsOn, endsOn, applyUntil }: Dates): Promise<void> {
  // Below it one can copy the edition to other dates.
  const form = page.locator('lib-edition-form');
  await form.getByLabel('Start date').fill(startsOn);
  await form.getByLabel('End date', { exact: true }).fill(endsOn);
  await form.getByLabel('Application deadline').fill(applyUntil);
}

/** Opens an edition that is ready. Answers its id. */
export async function open(page: Page, play = demoPlay): Promise<string> {
  await page.getByRole('button', { name: 'Open edition' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Open edition' }).click();
  await page.getByText('shown in the catalogue').waitFor();
  await play.inspect(page);
  return /editions\/([^/]+)/.exec(page.url())?.[1] ?? '';
}

async function assign(page: Page, role: string, letters: string, name: string): Promise<void> {
  await page.getByLabel('Role', { exact: true }).selectOption(role);
  await page.getByLabel('Search for a person').pressSequentially(letters);
  await page.getByRole('option', { name }).click();
  await page.getByRole('row').filter({ hasText: name }).waitFor();
}

/** The coordinator plans the edition's one session, in a room that is new. */
export async function planSession(page: Page, editionId: string): Promise<void> {
  await page.goto(`/editions/${editionId}/sessions`);
  await page.getByText('No sessions planned').waitFor();
  await expectNoViolations(page);
  await page.getByRole('link', { name: 'Plan a session' }).click();
  await page.getByRole('button', { name: 'New room' }).click();
  await page.getByLabel('Venue', { exact: true }).fill('Palazzo dei Diplomi');
  await page.getByLabel('Venue address').fill('Via dei Diplomi 1, Roma');
  await page.getByLabel('Room name').fill('Aula 1');
  await page.getByRole('button', { name: 'Add room' }).click();
  await page.getByRole('button', { name: 'Add room' }).waitFor({ state: 'detached' });
  await page.getByLabel('Topic').fill('Ten diplomas on one table');
  await page.getByLabel('Date').fill(edition.meetsOn);
  await page.getByLabel('Start time').fill('10:00');
  await page.getByLabel('End time').fill('15:00');
  await expectNoViolations(page);
  await page.getByRole('button', { name: 'Plan session' }).click();
  await page.getByText('Ten diplomas on one table').first().waitFor();
}

/** The coordinator makes the group that participants may choose for the second brief. */
export async function makeGroup(page: Page, editionId: string): Promise<void> {
  await page.goto(`/editions/${editionId}/project-work/groups?brief=doubts`);
  await page.getByRole('button', { name: 'Create group' }).click();
  await page.getByLabel('Group name').fill('The doubtful');
  await page.getByRole('button', { name: 'Save group' }).click();
  await page.getByRole('rowheader', { name: 'The doubtful' }).waitFor();
}

/** The coordinator releases the marked results of a brief, by default of the first one. */
export async function releaseResults(page: Page, editionId: string, play = demoPlay, brief = ''): Promise<void> {
  await play.as(page, 'coordinator', `/editions/${editionId}/project-work/release${brief && `?brief=${brief}`}`);
  await page.getByText('One result ready to publish').waitFor();
  await page.getByRole('button', { name: 'Publish results' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Publish results' }).click();
  await page.getByText('Results published. One person gets an e-mail.').waitFor();
  await play.inspect(page);
}
