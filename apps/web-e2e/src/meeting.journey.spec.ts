import type { Page } from 'playwright-core';
import { expectNoViolations, journey, look, wordsOfPdf } from './harness';

const { as } = journey();

async function close(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Close meeting' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Close meeting' }).click();
  await page.getByRole('heading', { level: 1, name: 'Minutes of the evaluation commission' }).waitFor();
}

describe('a meeting of the commission', () => {
  it('is opened by the chair, rules on three with one reason, and leaves minutes as a document', async () => {
    const page = await as('chair');
    await page.getByRole('banner').getByRole('link', { name: 'Decisions' }).click();
    await page.getByRole('main').getByRole('link', { name: 'Meetings' }).click();
    await page.getByRole('link', { name: 'Go to open meeting' }).click();
    await page.getByRole('heading', { name: 'Agenda' }).waitFor();
    await close(page);
    await page.getByText('No decisions were taken in this meeting.').waitFor();
    await page.getByRole('link', { name: 'All meetings' }).click();
    await expectNoViolations(page);
    await look(page, 'meetings');

    await page.getByLabel('Place').fill('Sala Rossa');
    await page.getByRole('button', { name: 'Open meeting' }).click();
    const agenda = page.locator('lib-agenda-item');
    await page.getByRole('checkbox', { name: /member/ }).check();
    await page.getByRole('heading', { name: '3 ready for a decision' }).waitFor();
    await page.getByRole('heading', { level: 1 }).focus();
    for (const key of ['j', 'x', 'j', 'x', 'j', 'x']) await page.keyboard.press(key);
    await page.getByRole('heading', { name: 'Decide on 3 applicants' }).waitFor();
    const names = (await agenda.locator('h4').allTextContents()).slice(0, 3);
    await page.getByLabel('The commission’s reason').fill('Every required criterion is met.');
    await page.getByRole('button', { name: 'Preview decisions and letters' }).click();
    await page.getByRole('heading', { name: 'Preview of the decisions' }).waitFor();
    await page.locator('lib-rule-on-several summary').first().click();
    await page.getByRole('article').getByText('Every required criterion is met.').first().waitFor();
    await expectNoViolations(page);
    await look(page, 'meeting');
    await page.getByRole('button', { name: 'Record 3 decisions' }).click();
    await page.getByRole('alertdialog').getByRole('button', { name: 'Record decision' }).click();
    await page.getByText('3 decisions were recorded.').waitFor();
    await page.getByRole('heading', { name: '3 decided in this meeting' }).waitFor();

    await close(page);
    for (const [at, name] of names.entries()) await page.getByRole('heading', { name: `${at + 1}. ${name}` }).waitFor();
    await page.getByRole('button', { name: 'Create documents' }).click();
    const link = page.getByRole('link', { name: /^PDF ?, English/ });
    await link.waitFor();
    await expectNoViolations(page);
    await look(page, 'minutes');
    const pdf = await page.request.get((await link.getAttribute('href')) ?? '');
    expect(pdf.headers()['content-type']).toBe('application/pdf');
    const text = (await wordsOfPdf(await pdf.body())).join(' ');
    for (const words of ['Sala Rossa', ...names, 'Every required criterion is met.', 'Marko Marić'])
      expect(text).toContain(words);
  });

  it('lets members who have voted discuss a dossier, and take back what they said', async () => {
    const page = await as('member');
    await page.getByRole('banner').getByRole('link', { name: 'Applications to review' }).click();
    await page
      .getByRole('main')
      .getByRole('row')
      .filter({ hasText: 'to vote' })
      .first()
      .getByRole('link')
      .first()
      .click();
    await page.getByText('Vote to see the discussion').waitFor();
    await page.getByRole('radio', { name: 'admit', exact: true }).check();
    await page.getByRole('textbox', { name: 'Reason' }).fill('Everything that is asked for is shown.');
    await page.getByRole('button', { name: 'Vote', exact: true }).click();

    await page.getByLabel('Comment').fill('The level is in the <b>supplement</b>.\nPage two.');
    await page.getByRole('button', { name: 'Add comment' }).click();
    const said = page.locator('lib-discussion li').filter({ hasText: 'The level is in the <b>supplement</b>.' });
    await said.waitFor();
    await expectNoViolations(page);
    await look(page, 'discussion');
    await said.getByRole('button', { name: 'Delete' }).click();
    await page.getByText(/Deleted by Marko Marić on/).waitFor();
    expect(await said.count()).toBe(0);
  });
});
