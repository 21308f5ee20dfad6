import type { Page } from 'playwright-core';
import { expectNoViolations, journey, look } from './harness';

const { as } = journey();

/** The shift of the page's layout since it was opened, as browsers count it. */
const layoutShift = (page: Page) =>
  page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        let sum = 0;
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries() as (PerformanceEntry & { value: number; hadRecentInput: boolean })[])
            if (!entry.hadRecentInput) sum += entry.value;
        }).observe({ type: 'layout-shift', buffered: true });
        setTimeout(() => resolve(sum), 300);
      }),
  );

describe('a member of the commission', () => {
  it('votes in three actions once the findings are there, and is at the next dossier in one', async () => {
    const page = await as('member');
    await page.getByRole('banner').getByRole('link', { name: 'Applications to review' }).click();
    await page.getByRole('heading', { name: 'Applications to review' }).waitFor();
    await expectNoViolations(page);
    await look(page, 'desk');
    await page.reload();
    await page.getByRole('main').getByRole('row').first().waitFor();
    expect(await layoutShift(page)).toBeLessThan(0.1);
    await page.getByRole('main').getByRole('row').filter({ hasText: 'to vote' }).first().getByRole('link').click();
    await page.getByRole('region', { name: 'Criteria', exact: true }).waitFor();
    await look(page, 'dossier');
    await expectNoViolations(page);
    const name = await page.getByRole('heading', { level: 1 }).textContent();

    await page.getByRole('radio', { name: 'admit', exact: true }).check();
    await page.getByRole('textbox', { name: 'Reason' }).fill('Everything that is asked for is shown.');
    await page.getByRole('button', { name: 'Vote', exact: true }).click();

    await page.getByText('Your vote: admit').waitFor();
    await expectNoViolations(page);
    await look(page, 'dossier-voted');
    await page.getByRole('heading', { level: 1 }).focus();
    await page.keyboard.press('j');
    await page.waitForFunction((before) => document.querySelector('h1')?.textContent !== before, name);
  });

  it('declares that there is no conflict, and sets findings by keys that can be switched off', async () => {
    const page = await as('member');
    await page.getByRole('banner').getByRole('link', { name: 'Applications to review' }).click();
    await page.getByRole('heading', { name: 'Applications to review' }).waitFor();
    await page.getByRole('main').locator('section').getByRole('link').first().click();
    await page.getByRole('heading', { name: 'Do you have a conflict of interest with this applicant?' }).waitFor();
    await expectNoViolations(page);
    await look(page, 'conflict-question');
    await page.getByRole('button', { name: 'No conflict: open application' }).click();
    const findings = page.getByRole('region', { name: 'Criteria', exact: true });
    await findings.waitFor();

    await page.keyboard.press('1');
    await page.getByText('Saved', { exact: true }).waitFor();
    await page.keyboard.press('5');
    await findings.getByRole('radio', { name: 'not met' }).nth(1).and(page.locator(':checked')).waitFor();
    await page.getByRole('checkbox').uncheck();
    await page.keyboard.press('2');
    expect(await findings.getByRole('radio', { name: /^met/ }).first().isChecked()).toBe(true);
    await page.reload();
    await findings.getByRole('radio', { name: 'not met' }).nth(1).and(page.locator(':checked')).waitFor();
    expect(await findings.getByRole('radio', { name: /^met/ }).first().isChecked()).toBe(true);

    await page.getByRole('checkbox').check();
    const saved: string[] = [];
    page.on('request', (request) => request.url().includes('/findings/') && saved.push(request.url()));
    const name = await page.getByRole('heading', { level: 1 }).textContent();
    await page.keyboard.press('3');
    await page.getByText('Saved', { exact: true }).waitFor();
    await page.keyboard.press('k');
    await page.waitForFunction((before) => document.querySelector('h1')?.textContent !== before, name);
    await page
      .getByRole('region', { name: 'Criteria', exact: true })
      .or(page.getByRole('heading', { name: 'Do you have a conflict of interest with this applicant?' }))
      .first()
      .waitFor();
    expect(saved).toHaveLength(1);
  });

  it('is done with an applicant after declaring a conflict', async () => {
    const page = await as('member');
    await page.getByRole('banner').getByRole('link', { name: 'Applications to review' }).click();
    await page.getByRole('main').locator('section').getByRole('link').first().click();
    await page.getByRole('heading', { name: 'Do you have a conflict of interest with this applicant?' }).waitFor();
    const closed = page.url();
    await page.getByLabel('Description of the conflict').fill('We are cousins.');
    await page.getByRole('button', { name: 'Declare conflict' }).click();
    await page.waitForURL((url) => url.href !== closed);
    // The focus goes on to the heading of the next part.
    await page.waitForFunction(() => document.activeElement?.tagName === 'H1');
    await page.goto(closed);
    await page.getByText('Not found.').waitFor();
  });
});
