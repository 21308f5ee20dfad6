import { expectNoViolations, journey, look, mails, recipientOf, signInAs } from './harness';

const { as, visit } = journey();

describe('the chair', () => {
  it('sees who can be ruled on, writes the ruling beside its letter, and whom it concerns accepts the place', async () => {
    const page = await as('chair');
    await page.getByRole('banner').getByRole('link', { name: 'Decisions' }).click();
    await page.getByRole('heading', { name: 'Decisions' }).waitFor();
    await page.getByText('institutions').filter({ visible: true }).first().waitFor();
    await expectNoViolations(page);
    await look(page, 'rulings');

    const rows = page.getByRole('main').getByRole('row');
    // Italian applicants read Italian afterwards.
    const row = rows
      .filter({ has: page.getByRole('link', { name: /^Decide: admitted/ }), hasNotText: 'Italy' })
      .first();
    const name = (await row.getByRole('rowheader').getByRole('link').textContent()) ?? '';
    await row.getByRole('link', { name: /^Decide: admitted/ }).click();
    await page.getByRole('heading', { name: `Decision on ${name}` }).waitFor();
    await page.getByLabel('The commission’s reason').fill('Every required criterion is met.');
    const letter = page.getByRole('region', { name: 'Letter', exact: true });
    await letter.getByText('Every required criterion is met.').waitFor();
    await expectNoViolations(page);
    await look(page, 'ruling');
    const subject = (await letter.getByRole('article').getByRole('paragraph').first().textContent()) ?? '';
    const before = await mails(page);
    await page.getByRole('button', { name: 'Decide: admitted' }).click();
    await page.getByRole('alertdialog').getByRole('button', { name: 'Record decision' }).click();

    await page.getByRole('heading', { name: 'Decisions' }).waitFor();
    await rows.filter({ hasText: name }).getByText('admitted', { exact: true }).waitFor();
    const email = await recipientOf(page, subject, before);

    const theirs = await visit();
    await signInAs(
      theirs,
      email,
      new URL(page.url()).pathname.replace('editions', 'applications').replace('rulings', 'offer'),
    );
    await theirs.getByText('Your place is reserved.').waitFor();
    await expectNoViolations(theirs);
    await look(theirs, 'offer');
    await theirs.getByRole('button', { name: 'Decline place' }).click();
    await theirs.getByRole('button', { name: 'Cancel' }).click();
    await theirs.getByRole('button', { name: 'Accept place' }).click();
    await theirs.getByText('Accepted: you’re enrolled.').waitFor();
    await expectNoViolations(theirs);
    await theirs.getByRole('banner').getByRole('link', { name: 'My course' }).waitFor();
  });
});
