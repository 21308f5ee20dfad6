import { expectNoViolations, journey, look } from './harness';

const { as } = journey();

describe('the assignment of dossiers', () => {
  it('shows a coordinator what would move, keeps to a limit, and fills the dossier that lacks a reader', async () => {
    const page = await as('coordinator', '/editions');
    await page.getByRole('link', { name: 'Spring 2027' }).click();
    await page
      .getByRole('main')
      .getByRole('link', { name: /^Admissions/ })
      .click();
    await page
      .getByRole('navigation', { name: 'Edition', exact: true })
      .getByRole('link', { name: 'Reviewers' })
      .click();
    await page.getByRole('heading', { name: 'Reviewer assignment' }).waitFor();
    await page.getByText(/applications are under review; .*reviewers/).waitFor();
    await page.getByText(/new reviews? (is|are) assigned/).waitFor();
    await expectNoViolations(page);
    await look(page, 'assignment');

    await page.getByLabel('Limit of Marko Marić').fill('1');
    await page.getByRole('button', { name: 'Save limits' }).click();
    await page
      .getByRole('row', { name: /has reached the limit|have reached the limit/ })
      .first()
      .waitFor();
    await page.getByLabel('Limit of Marko Marić').fill('');
    await page.getByRole('button', { name: 'Save limits' }).click();
    await page.getByText(/new reviews? (is|are) assigned/).waitFor();

    await page.getByRole('button', { name: 'Assign reviewers' }).click();
    await page.getByText('Assignment 2 by Chiara Conti').waitFor();
    expect(await page.getByRole('button', { name: 'Assign reviewers' }).count()).toBe(0);
    await expectNoViolations(page);
  });

  it('puts what is assigned first on a member’s desk, and the next dossier stays within the filter', async () => {
    const page = await as('member');
    await page.getByRole('banner').getByRole('link', { name: 'Applications to review' }).click();
    await page.getByRole('link', { name: /^Assigned to me/ }).click();
    await page.waitForURL('**/desk?only=assigned');
    await expectNoViolations(page);
    await look(page, 'desk-assigned');
    const register = page.getByRole('region', { name: 'Applications', exact: true });
    const names = await register.getByRole('rowheader').getByRole('link').allTextContents();
    await register.getByRole('rowheader').getByRole('link').first().click();
    await page.getByRole('region', { name: 'Criteria', exact: true }).waitFor();
    await page.getByRole('link', { name: /^Next/ }).first().click();
    await page.waitForURL('**/dossiers/*?only=assigned');
    await page.waitForFunction((before) => document.querySelector('h1')?.textContent !== before, names[0]);
  });
});
