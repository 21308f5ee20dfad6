import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { expectNoViolations, journey, look, wordsOfPdf } from './harness';

const { as } = journey();

/** The bytes that a press downloads. */
async function downloaded(page: Page, link: string | RegExp): Promise<{ name: string; bytes: Buffer }> {
  const row = page.getByRole('row', { name: link }).first();
  await row.getByText('ready', { exact: true }).waitFor();
  const [download] = await Promise.all([page.waitForEvent('download'), row.getByRole('link').click()]);
  return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) };
}

const toReports = async (page: Page) => {
  await page.getByRole('link', { name: 'Spring 2027' }).click();
  await page.getByRole('link', { name: /^Admissions/ }).click();
  await page.getByRole('link', { name: 'Reports', exact: true }).click();
  await page.getByRole('heading', { name: 'Reports' }).waitFor();
};

describe('reports and files of an edition’s admissions', () => {
  it('lead a coordinator from a bar to the applications behind it, and to a list for a spreadsheet', async () => {
    const page = await as('coordinator', '/editions');
    await toReports(page);
    const drawing = page.getByRole('img', { name: /^Bar chart of the submitted applications by country/ });
    await drawing.locator('.bar rect').first().waitFor();
    await expectNoViolations(page);
    await look(page, 'reports');

    // The figure of the table, then the bar that draws it: both open the same list.
    const row = page.getByRole('region', { name: 'By country' }).getByRole('row', { name: /^Croatia/ });
    const figure = Number((await row.getByRole('link').first().innerText()).split(':')[0]);
    await row.getByRole('link').first().click();
    await page.getByRole('heading', { name: 'Applications' }).waitFor();
    await page.getByText(`${figure} applications.`).waitFor();
    await page.getByRole('columnheader', { name: 'Name' }).getByRole('link').click();
    await page.waitForURL(/sort=name/);
    await page.locator('th[aria-sort=ascending]').waitFor();
    await page.goBack();
    await page.goBack();
    await drawing.locator('.bar rect').first().click();
    await page.waitForURL(/country=HR/);
    await page.getByRole('link', { name: 'Clear filters' }).first().waitFor();
    expect(await page.getByRole('row').filter({ hasText: 'Croatia' }).count()).toBeGreaterThan(0);
    expect(await page.getByRole('row').filter({ hasText: 'France' }).count()).toBe(0);
    await expectNoViolations(page);

    await page.getByRole('link', { name: 'Clear filters' }).first().click();
    await page.getByRole('searchbox', { name: 'Name' }).fill('simic');
    await page.getByRole('searchbox', { name: 'Name' }).press('Enter');
    await page.waitForURL(/name=simic/);
    await page.getByText(/^(One application|\d+ applications)\.$/).waitFor();

    await page.getByRole('button', { name: 'Export list as CSV' }).click();
    const csv = await downloaded(page, /List as CSV/);
    expect(csv.name).toBe('Applications Spring 2027.csv');
    const [head, ...people] = csv.bytes.toString('utf8').trimEnd().split('\r\n');
    expect(head).toMatch(/^\ufeffName,Institution,Country,/);
    expect(people.filter((one) => !one.includes('Šimić'))).toEqual([]);
    expect(people.length).toBeGreaterThan(0);
    await page.getByRole('button', { name: 'Export list as XLSX' }).click();
    const xlsx = await downloaded(page, /List as XLSX/);
    expect([xlsx.name, xlsx.bytes.subarray(0, 2).toString()]).toEqual(['Applications Spring 2027.xlsx', 'PK']);
    await expectNoViolations(page);
    await look(page, 'applications');
  });

  it('bind a dossier for the archive, whose index tells the page of each piece of evidence', async () => {
    const page = await as('registrar', '/editions');
    await page.getByRole('link', { name: 'Spring 2027' }).click();
    await page.getByRole('link', { name: 'All applications' }).click();
    await page.getByRole('combobox', { name: 'Outcome' }).selectOption('admitted');
    await page.waitForURL(/outcome=admitted/);
    const admitted = page
      .getByRole('row')
      .filter({ has: page.getByText('admitted', { exact: true }) })
      .first();
    const name = await admitted.getByRole('rowheader').innerText();
    await admitted.getByRole('button', { name: /Application as PDF/ }).click();
    const pdf = await downloaded(page, /Application of/);
    const pages = await wordsOfPdf(pdf.bytes);
    const all = pages.join('\n');
    for (const words of [
      `Application of ${name}`,
      'Contents',
      'SHA-256',
      'Decision 1',
      'votes cast; quorum',
      'Annex: votes and assessments by member',
      'You are admitted',
    ])
      expect(all).toContain(words);
    const evidence = pages.findIndex((page) => page.startsWith('Degree certificate')) + 1;
    expect(evidence).toBeGreaterThan(1);
    expect(pages[0]).toMatch(new RegExp(`degree\\.pdf .* kB ${evidence} `));
  });

  it('bind all dossiers of an edition into one zip', async () => {
    const page = await as('coordinator', '/editions');
    await toReports(page);
    await page.getByRole('link', { name: 'All applications' }).click();
    await page.getByRole('button', { name: 'Export all applications (PDFs in a ZIP)' }).click();
    await page.getByText(/\d+ of \d+/).waitFor();
    const zip = await downloaded(page, /All applications/);
    expect([zip.name, zip.bytes.subarray(0, 2).toString()]).toEqual(['Applications Spring 2027.zip', 'PK']);
    expect(zip.bytes.toString('latin1').match(/\.pdf/g)?.length).toBeGreaterThanOrEqual(24);
  });
});
