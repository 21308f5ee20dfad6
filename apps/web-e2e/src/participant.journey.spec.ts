import { expectNoViolations, journey, look, signIn } from './harness';

const { visit } = journey();

describe('a participant', () => {
  it('sees how far, declares self-study, and opens the figure down to its entry', async () => {
    const page = await visit();
    await signIn(page, 'participant');
    await page.getByRole('heading', { name: 'My course', level: 1 }).waitFor();
    await page.getByRole('heading', { name: 'Next session' }).waitFor();
    // Module 1 has fewer hours than foreseen and is still done: the programme requires 80 % of them.
    await page.getByRole('heading', { name: '1 complete International and European policy context' }).waitFor();
    await page.getByText('Modules completed: 2 of 5').waitFor();
    expect(await page.locator('main').getByText('complete', { exact: true }).filter({ visible: true }).count()).toBe(2);
    await expectNoViolations(page);
    await look(page, 'booklet');

    await page.getByRole('link', { name: 'Tools and databases' }).first().click();
    await page.getByRole('heading', { name: 'Tools and databases', level: 1 }).waitFor();
    await expectNoViolations(page);
    await look(page, 'module');
    await page.getByLabel('Minutes').fill('2000');
    await page.getByRole('button', { name: 'Record self-study time' }).click();
    await page.getByText('Enter 720 or less.').waitFor();
    await page.getByLabel('Minutes').fill('75');
    await page.getByRole('button', { name: 'Record self-study time' }).click();
    await page.getByText('recorded.').last().waitFor();
    // A day takes twelve hours in all.
    await page.getByLabel('Minutes').fill('700');
    await page.getByRole('button', { name: 'Record self-study time' }).click();
    await page.getByText('already recorded. Enter less time').waitFor();
    await expectNoViolations(page);

    const figure = page.locator('dl').getByRole('link').last();
    await figure.click();
    await page.getByRole('heading', { name: 'My hours' }).waitFor();
    await page.getByText('Module 3, Self-study.').waitFor();
    await expectNoViolations(page);
    const entry = page.locator('.entries > li').first();
    expect((await entry.textContent())?.replaceAll('\u00a0', ' ')).toContain('1 h 15 min');
    await look(page, 'ledger');

    await entry.getByRole('button', { name: 'Reverse' }).click();
    await page.getByLabel('Reason').fill('That was module 2.');
    await expectNoViolations(page);
    await page.getByRole('button', { name: 'Reverse entry' }).click();
    await page.locator('main').getByText('reversed').waitFor();
    await page.getByText('That was module 2.').waitFor();
  });

  it('finds its way through modules and sessions, in Italian too, on a phone', async () => {
    const page = await visit(undefined, { width: 390 });
    await signIn(page, 'participant');
    await page.getByRole('button', { name: 'Language' }).click();
    await page.getByRole('button', { name: 'Italiano' }).click();
    await page.getByRole('heading', { name: 'Prossimo incontro' }).waitFor();
    await expectNoViolations(page);
    await look(page, 'booklet-it');
    const ways = page.getByRole('navigation', { name: 'Edizione', exact: true });
    await ways.locator('summary').click();
    await ways.getByRole('link', { name: 'Incontri' }).click();
    await page.getByRole('heading', { name: 'Incontri' }).waitFor();
    await expectNoViolations(page);
    await page.goBack();
    await page
      .getByRole('link', { name: /Workshop|Laboratorio/ })
      .first()
      .click();
    await page.getByText('Modulo 5 · in presenza').waitFor();
    await expectNoViolations(page);
    await look(page, 'module-it');
  });
});
