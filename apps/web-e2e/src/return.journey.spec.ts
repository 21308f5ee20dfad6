import type { Page } from 'playwright-core';
import { expectNoViolations, journey, look, mails, paper, recipientOf, signInAs } from './harness';

const { as, visit } = journey();

/** Opens the dossier of this person from the desk. */
async function openDossier(page: Page, name: string): Promise<void> {
  await page.getByRole('banner').getByRole('link', { name: 'Applications to review' }).click();
  await page.getByRole('main').getByRole('row').filter({ hasText: name }).getByRole('link').first().click();
  await page.getByRole('heading', { level: 1, name }).waitFor();
}

/** The page records its view a moment after it shows. */
const shownAndLookedAt = (page: Page, open: () => Promise<void>): Promise<unknown> =>
  Promise.all([
    page.waitForResponse((answer) => answer.url().endsWith('/look') && answer.request().method() === 'PUT'),
    open(),
  ]);

describe('a dossier that the commission asks about', () => {
  it('goes to the applicant and comes back, and members see exactly what changed', async () => {
    // A member has viewed it and voted.
    const member = await as('member');
    await member.getByRole('banner').getByRole('link', { name: 'Applications to review' }).click();
    const voted = member
      .getByRole('main')
      .getByRole('row')
      .filter({ hasText: 'voted' })
      .first()
      .getByRole('link')
      .first();
    const name = (await voted.textContent()) ?? '';
    await shownAndLookedAt(member, () => voted.click());

    // The chair returns it with questions.
    const chair = await as('chair');
    await openDossier(chair, name);
    await chair.getByText('Ask for changes').click();
    await chair.getByRole('checkbox', { name: 'Motivation' }).check();
    await chair.getByRole('checkbox', { name: 'Evidence', exact: true }).check();
    await chair.getByLabel('Question: Evidence').fill('Why?');
    await chair.getByLabel('Question: Motivation').fill('What would you change first in your office?');
    const mail = chair.getByRole('region', { name: 'E-mail', exact: true });
    await mail.getByText('What would you change first in your office?').waitFor();
    await chair.getByRole('button', { name: 'Ask for changes (2 questions)' }).click();
    await chair.getByText('At least 10 characters').waitFor();
    await chair.getByLabel('Question: Evidence').fill('Could you add the statement of your employer?');
    await mail.getByText('Could you add the statement of your employer?').waitFor();
    await expectNoViolations(chair);
    await look(chair, 'return-form');
    const subject = (await mail.getByRole('article').getByRole('paragraph').first().textContent()) ?? '';
    const before = await mails(chair);
    await chair.getByRole('button', { name: 'Ask for changes (2 questions)' }).click();
    await chair.getByText('Answer due by').waitFor();
    await chair.getByText('changes requested', { exact: true }).waitFor();
    await expectNoViolations(chair);

    // The applicant reads the mail, changes, answers and submits.
    const email = await recipientOf(chair, subject, before);
    const applicant = await visit();
    await signInAs(
      applicant,
      email,
      new URL(chair.url()).pathname.replace('editions', 'applications').replace(/\/dossiers.*/, ''),
    );
    const asks = applicant.getByRole('region', { name: 'The commission asks for changes' }).first();
    await asks.getByText('Could you add the statement of your employer?').waitFor();
    await applicant.locator('[aria-current=step]', { hasText: 'Changes requested' }).waitFor();
    await expectNoViolations(applicant);
    await look(applicant, 'returned');
    await asks.getByRole('link', { name: 'Motivation' }).click();
    await applicant.waitForURL(/#asked-motivation$/);
    const question = applicant.locator('#asked-motivation');
    await question.getByLabel('Your answer').fill('The queue of diplomas from neighbouring countries.');
    const motivation = applicant.getByLabel('Why you’re applying, and how you’ll use the course');
    await motivation.fill((await motivation.inputValue()).replace('several hundred', 'nine hundred'));
    await question.getByText('Saved', { exact: true }).waitFor();
    const chosen = applicant.waitForEvent('filechooser');
    await applicant.getByRole('button', { name: /Choose file ?: Other documents/ }).click();
    await (await chosen).setFiles(paper('employer.pdf', 'Statement of the employer'));
    await applicant.getByRole('link', { name: 'employer.pdf' }).waitFor();

    // Until it is submitted, the member reads the earlier version.
    await member.reload();
    await member.getByText('changes requested', { exact: true }).waitFor();
    await member.getByText('several hundred').waitFor();
    expect(await member.getByText('employer.pdf').count()).toBe(0);

    await applicant.getByRole('button', { name: 'Submit application again' }).first().click();
    await applicant.getByRole('alertdialog').getByRole('button', { name: 'Submit application' }).click();
    await applicant.getByText('Under review by the commission.').waitFor();
    await expectNoViolations(applicant);

    // The desk offers it first; the member sees the changes, and nothing else.
    await member.getByRole('banner').getByRole('link', { name: 'Applications to review' }).click();
    await member
      .getByRole('main')
      .getByRole('row')
      .filter({ hasText: name })
      .getByText('changed since your last visit')
      .waitFor();
    await expectNoViolations(member);
    await look(member, 'desk-changed');
    const isViewed = member.waitForResponse((answer) => answer.url().endsWith('/look'));
    await openDossier(member, name);
    const changes = member.getByRole('region', { name: 'Changes since your last visit' });
    expect(await changes.getByRole('heading', { level: 3 }).allTextContents()).toEqual(['Motivation', 'Evidence']);
    expect((await changes.locator('del').allTextContents()).map((text) => text.replace('Removed:', '').trim())).toEqual(
      ['several'],
    );
    expect((await changes.locator('ins').allTextContents()).map((text) => text.replace('Added:', '').trim())).toEqual([
      'nine',
      'Other documents: employer.pdf',
    ]);
    await member.getByText('The queue of diplomas from neighbouring countries.').waitFor();
    await member.getByText('voted before the changes').first().waitFor();
    await expectNoViolations(member);
    await look(member, 'dossier-changed');

    // Once viewed, it is no longer new; its changes can still be read.
    expect((await isViewed).status()).toBe(204);
    await member.reload();
    await member.getByText(/^Changes since/).click();
    await member.getByText('Other documents: employer.pdf').first().waitFor();
    await member.getByRole('banner').getByRole('link', { name: 'Applications to review' }).click();
    await member.getByRole('heading', { name: 'Applications', exact: true }).waitFor();
    expect(
      await member.getByRole('row').filter({ hasText: name }).getByText('changed since your last visit').count(),
    ).toBe(0);
  });
});
