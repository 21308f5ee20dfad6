import type { Page } from 'playwright-core';
import { editionCalled, expectNoViolations, journey, look, signInAs } from './harness';

const { as, visit, windowOf } = journey();

/** The edition that takes applications. */
const nextEdition = (page: Page) => editionCalled(page, 'Spring 2027');

/** The names on somebody's desk. */
const names = (page: Page) => page.getByRole('main').getByRole('rowheader').getByRole('link').allTextContents();

describe('a conflict of interest', () => {
  it('is pinned by the coordinator, and the dossier is gone from the member’s desk', async () => {
    const theirs = await windowOf('coordinator');
    const desk = `/editions/${await nextEdition(theirs)}/desk`;
    const page = await as('member', desk);
    await page.getByRole('heading', { name: 'Applications', exact: true }).waitFor();
    const [, name = ''] = await names(page);
    await page.getByLabel('Search by name or institution').fill(name.split(' ')[1] ?? '');
    await page.getByText('One application found').waitFor();
    expect(page.url()).toContain('q=');
    await expectNoViolations(page);
    await look(page, 'desk-search');
    await page.getByRole('link', { name }).click();
    await page.getByRole('heading', { name, level: 1 }).waitFor();
    const dossier = page.url();

    await theirs.goto(desk.replace('desk', 'admissions/conflicts'));
    await theirs.getByRole('button', { name: 'Record conflict' }).click();
    await theirs.getByRole('button', { name: 'Record conflict' }).click();
    await theirs.getByText('Choose an applicant from the list.').first().waitFor();
    await theirs.getByRole('combobox', { name: 'Applicant' }).fill(name.toUpperCase());
    await theirs.getByRole('option', { name }).click();
    await theirs
      .getByRole('combobox', { name: 'Member', exact: true })
      .selectOption({ label: 'Marko Marić (Commission member)' });
    await theirs.getByLabel('Reason for the conflict').fill('They <b>share</b> a flat.');
    await expectNoViolations(theirs);
    await look(theirs, 'pin-conflict');
    await theirs.getByRole('button', { name: 'Record conflict' }).click();
    await theirs.getByText(`Marko Marić can no longer see the application of ${name}`).waitFor();
    const row = theirs.getByRole('row', { name: new RegExp(name) });
    await row.getByText('They <b>share</b> a flat.').waitFor();
    await expectNoViolations(theirs);
    await look(theirs, 'conflicts');

    await page.goto(desk);
    await page.getByRole('heading', { name: 'Applications', exact: true }).waitFor();
    expect(await names(page)).not.toContain(name);
    await page.getByLabel('Search by name or institution').fill(name);
    await page.getByText('No applications found').waitFor();
    await page.getByText('No applications match').waitFor();
    await page.goto(dossier);
    await page.getByText('Not found. It may have been removed').waitFor();

    await row.getByLabel(`Select Marko Marić, ${name}`).check();
    const other = theirs.getByRole('row', { name: /Maja Horvat/ });
    await other.getByLabel(/^Select/).check();
    await theirs.getByText('2 selected').waitFor();
    await theirs.getByRole('button', { name: 'Clear selected' }).click();
    await theirs.getByText('These 2 entries no longer keep members from the applications.').waitFor();
    await expectNoViolations(theirs);
    await look(theirs, 'clear-conflicts');
    await theirs.getByLabel('Reason for clearing it').fill('Other people of these names.');
    await theirs.getByRole('button', { name: 'Clear', exact: true }).click();
    await row.getByText('Cleared by Chiara Conti').waitFor();
    await other.getByText('Cleared by Chiara Conti').waitFor();
    await theirs.getByRole('link', { name: 'Member' }).click();
    await theirs.getByRole('columnheader', { name: 'Member' }).and(theirs.locator('[aria-sort=ascending]')).waitFor();
    await theirs.getByRole('link', { name, exact: true }).click();
    await theirs.getByText('One application.', { exact: true }).waitFor();
    await page.goto(dossier);
    await page.getByRole('heading', { name, level: 1 }).waitFor();
  });

  it('of the chair lets the deputy rule, and shows the chair nothing', async () => {
    const theirs = await windowOf('chair');
    const rulings = `/editions/${await nextEdition(theirs)}/rulings`;
    const page = await visit();
    await signInAs(page, 'duarte@centre.example', rulings);
    const ready = page
      .getByRole('row')
      .filter({ has: page.getByRole('link', { name: /^Decide: admitted/ }) })
      .first();
    const name = (await ready.getByRole('rowheader').getByRole('link').textContent()) ?? '';
    expect(name).not.toBe('');
    const chairSeesNothing = async () => {
      await theirs.goto(rulings);
      await theirs.getByRole('main').getByRole('row').nth(1).waitFor();
      expect(await theirs.getByText(name).count()).toBe(0);
    };
    await chairSeesNothing();

    await ready.getByRole('link', { name: /^Decide: admitted/ }).click();
    await page.getByRole('heading', { name: `Decision on ${name}` }).waitFor();
    await page.getByLabel('The commission’s reason').fill('Every required criterion is met.');
    await page
      .getByRole('region', { name: 'Letter', exact: true })
      .getByText('Every required criterion is met.')
      .waitFor();
    await page.getByRole('button', { name: 'Decide: admitted' }).click();
    await page.getByRole('alertdialog').getByRole('button', { name: 'Record decision' }).click();
    await page.getByRole('heading', { name: 'Decisions' }).waitFor();
    await page
      .getByRole('row', { name: new RegExp(name) })
      .getByText('admitted', { exact: true })
      .waitFor();
    await chairSeesNothing();
  });
});
