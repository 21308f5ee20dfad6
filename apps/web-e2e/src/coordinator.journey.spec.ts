import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Download, Page } from 'playwright-core';
import { crowdTheGrid, expectNoViolations, expectSeenInForcedColours, journey, look, signIn } from './harness';

const { as, visit } = journey();
const programmes = join(__dirname, '../../../programmes');
const demo = readFileSync(join(programmes, 'automatic-recognition.yaml'), 'utf8');
const evaluators = readFileSync(join(programmes, 'credential-evaluators.yaml'), 'utf8');

/** Gives the page a programme file, as if it were chosen from a folder. */
const choose = (page: Page, name: string, text: string) =>
  page.locator('input[type=file]').setInputFiles({ name, mimeType: 'application/yaml', buffer: Buffer.from(text) });

async function assign(page: Page, role: string, search: string, name: RegExp): Promise<void> {
  await page.getByLabel('Role', { exact: true }).selectOption({ label: role });
  await page.getByLabel('Search for a person').fill(search);
  await page.getByRole('option', { name }).click();
  await page.getByRole('row', { name: new RegExp(`${role}.*${name.source}`) }).waitFor();
}

describe('a coordinator', () => {
  it('publishes a programme once its file is sound, and plans, staffs and opens an edition of it', async () => {
    const page = await as('coordinator', '/programmes/publish');
    await choose(page, 'broken.yaml', demo.replace('hours: 125', 'hours: 12').replace('mode: online', 'mode: remote'));
    await page.getByText('3 errors').waitFor();
    await page.getByRole('row', { name: /workload\.hours.*Enter 125 to 150 hours/ }).waitFor();
    await page.getByText('Choose one of: online, in-presence.').waitFor();
    expect(await page.getByRole('button', { name: 'Publish' }).count()).toBe(0);
    await expectNoViolations(page);
    await look(page, 'publish-faults');

    await choose(
      page,
      'sound.yaml',
      demo
        .replace('slug: automatic-recognition', 'slug: recognition-again')
        .replace('en: Professional course', 'en: <i>Second</i> course'),
    );
    await page.getByText('It will be version 1').waitFor();
    const sample = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Download sample certificate' }).click();
    expect((await sample).suggestedFilename()).toBe('recognition-again-certificate.pdf');
    await page.getByRole('button', { name: 'Publish' }).click();
    await page.getByRole('heading', { name: '<i>Second</i> course on Automatic Recognition' }).waitFor();

    await page.getByRole('link', { name: 'Create edition' }).click();
    await page.getByLabel('Edition name').fill('Winter <b>2099</b>');
    await page.getByLabel('Start date').fill('2099-02-01');
    await page.getByLabel('End date', { exact: true }).fill('2099-01-01');
    await page.getByLabel('Application deadline').fill('2099-01-10');
    await page.getByRole('combobox', { name: 'Time zone' }).selectOption('Europe/Rome');
    await page.getByRole('button', { name: 'Create edition' }).click();
    await page.getByText('The end date is before the start date').waitFor();
    await expectNoViolations(page);
    await page.getByLabel('End date', { exact: true }).fill('2099-02-28');
    await page.getByRole('button', { name: 'Create edition' }).click();

    await page.getByRole('heading', { name: 'Set up Winter <b>2099</b>' }).waitFor();
    await page.getByText('4 items are missing before you can open it.').waitFor();
    await assign(page, 'Commission chair', 'carmen@', /Carmen Castro/);
    await assign(page, 'Deputy chair', 'Romano', /Rocco Romano/);
    await assign(page, 'Commission member', 'Marko', /Marko Marić/);
    await assign(page, 'Tutor', 'Teresa', /Teresa Tavares/);
    await page.getByText('Ready to open').waitFor();
    await assign(page, 'Deputy chair', 'chiara@', /Chiara Conti/);
    expect(await page.getByText('Rocco Romano').count()).toBe(0);

    await page.getByLabel('Country to add').fill('ital');
    await page.getByRole('button', { name: 'Add', exact: true }).click();
    await page.getByRole('button', { name: 'Save quotas' }).click();
    await page.getByText('Saved', { exact: true }).waitFor();
    await expectNoViolations(page);
    await look(page, 'set-up');

    await page.getByRole('button', { name: 'Open edition' }).click();
    await page.getByRole('alertdialog').getByRole('button', { name: 'Open edition' }).click();
    await page.getByText('shown in the catalogue').waitFor();
    await page.goto('/programmes/recognition-again');
    await page.getByRole('link', { name: 'Apply', exact: true }).waitFor();
  });

  it('sees at a glance what is off course', async () => {
    const page = await as('coordinator', '/editions');
    await page.getByRole('heading', { name: 'Editions' }).waitFor();
    await expectNoViolations(page);
    await look(page, 'editions');
    await page.getByRole('link', { name: 'Autumn 2026' }).click();
    await page.getByRole('heading', { name: 'Overview' }).waitFor();
    await page.getByText(/25 participants/).waitFor();
    await page
      .getByText(/5 of 5 institutions/)
      .first()
      .waitFor();
    await expectNoViolations(page);
    await look(page, 'glance');
    await expectSeenInForcedColours(page, 'glance');
    // Only the rows in sight are in the page; their number is said.
    const grid = page.getByRole('region', { name: 'Attendance and hours by participant' });
    expect(await grid.getByRole('table').getAttribute('aria-rowcount')).toBe('26');
    expect(await grid.getByRole('row').count()).toBeLessThan(26);
    await grid.focus();
    await page.keyboard.press('End');
    await grid.locator('tr[aria-rowindex="26"]').waitFor();
    await page.keyboard.press('Home');
    await grid.locator('tr[aria-rowindex="2"]').waitFor();
    await page.getByRole('img', { name: /Hours recorded on average per participant/ }).waitFor();
    await page.getByText(/View all \d+ sessions/).click();
    await grid.locator('tbody').getByRole('link').first().click();
    await page.waitForURL('**/completion/**');
    await page.goBack();
    await page.getByRole('link', { name: 'People and set-up' }).click();
    await page.getByRole('heading', { name: 'Set up Autumn 2026' }).waitFor();
    await page.getByRole('button', { name: /Remove.*Teresa Tavares/ }).click();
    await page.getByText('An open edition needs a tutor').waitFor();
  });

  it.each([1280, 390])('reads the attendance of 300 people at 40 sessions by keys, %s pixels wide', async (width) => {
    const page = await visit(undefined, { width });
    await signIn(page, 'coordinator', '/editions');
    await crowdTheGrid(page, { people: 300, sessions: 40 });
    await page.getByRole('link', { name: 'Autumn 2026' }).click();
    const grid = page.getByRole('region', { name: 'Attendance and hours by participant' });
    await grid.locator('tr[aria-rowindex="2"]').waitFor();
    expect(await grid.getByRole('table').getAttribute('aria-rowcount')).toBe('301');
    expect(await grid.getByRole('columnheader').count()).toBe(43);
    await grid.focus();
    for (const key of [...Array(12).fill('ArrowRight'), 'PageDown', 'PageDown']) await page.keyboard.press(key);
    await grid.locator('tr[aria-rowindex="30"]').waitFor();
    // Only the rows in sight are in the page; names and numbers stay where they are, and leave room for the marks.
    expect(await grid.getByRole('row').count()).toBeLessThan(40);
    const stands = await grid.evaluate((view) => {
      const { left, top, width, height } = view.getBoundingClientRect();
      const at = (x: number, y: number) => document.elementFromPoint(left + x, top + y)?.closest('th, td')?.className;
      const name = view.querySelector('tbody th')?.getBoundingClientRect();
      return {
        scrolled: view.scrollLeft > 300 && view.scrollTop > 1000,
        corners: [at(10, 20), at(width - 20, 20), at(10, height / 2), at(width - 60, height / 2)],
        name: (name?.left ?? 0) - left,
        forMarks: 1 - (name?.width ?? 0) / width,
      };
    });
    expect(stands).toMatchObject({ scrolled: true, name: 0 });
    expect(stands.corners[0]).toBe('who');
    expect(stands.corners[2]).toBe('who');
    expect(stands.corners[1]).not.toBe('who');
    expect(stands.forMarks).toBeGreaterThan(0.5);
    await expectNoViolations(page);
    await look(page, `glance-crowded-${width}`);
    await grid.focus();
    await page.keyboard.press('End');
    await grid.locator('tr[aria-rowindex="301"]').waitFor();
  });

  it('sees the hours of all, and lets several record more at once', async () => {
    const page = await visit(undefined, { width: 390 });
    await signIn(page, 'coordinator', '/editions');
    await page.getByRole('link', { name: 'Autumn 2026' }).click();
    await page.getByRole('heading', { name: 'Overview' }).waitFor();
    await expectNoViolations(page);
    await look(page, 'glance-390');
    await page.goto(`${new URL(page.url()).pathname}/hours`);
    await page.getByRole('heading', { name: 'Hours of participants' }).waitFor();
    await expectNoViolations(page);
    await look(page, 'hours-390');
    const file = page.waitForEvent('download');
    await page.getByRole('link', { name: 'Export CSV' }).click();
    expect((await file).suggestedFilename()).toBe('Hours Autumn 2026.csv');
    const ticks = page.getByRole('checkbox', { name: /^Select / });
    await ticks.nth(1).check();
    await ticks.nth(2).check();
    await page.getByRole('checkbox', { name: '2. National policy contexts' }).check();
    await page.getByLabel('Reason').fill('They compared more countries than the module asks for.');
    await expectNoViolations(page);
    await page.getByRole('button', { name: 'Approve time for 2 participants' }).click();
    await page.getByText('Self-study time approved for 2 participants').waitFor();
    await page.locator('tbody').getByRole('link').first().click();
    await page.getByText('They compared more countries').waitFor();
    await page.getByRole('img', { name: /Hours recorded by/ }).waitFor();
    await expectNoViolations(page);
    await look(page, 'ledger-of-participant-390');
  });

  it('gives a rubric another criterion with levels and points, in a next version', async () => {
    const page = await as('coordinator', '/programmes/street-photography-shape-and-content');
    await page.getByRole('link', { name: 'Change rubric' }).click();
    await page.getByRole('button', { name: 'Add criterion' }).click();
    const added = page.getByRole('group', { name: /Criterion/ }).last();
    await added.getByRole('button', { name: 'Use own levels' }).click();
    await page.getByRole('button', { name: 'Publish as new version' }).click();
    await added.getByText('Required').first().waitFor();
    await expectNoViolations(page);

    await added.getByLabel('Title (English)').fill('Use of <i>light</i>');
    await added.getByLabel('Title (Italian)').fill('Uso della luce');
    await added.getByLabel('Description (English)').fill('It carries the series.');
    await added.getByLabel('Description (Italian)').fill('Porta la serie.');
    for (const [number, english, italian, points] of [
      [1, 'Chosen', 'Scelta', '4'],
      [2, 'Accidental', 'Casuale', '0'],
    ] as const) {
      await added.getByLabel(`Level ${number} (English)`).fill(english);
      await added.getByLabel(`Level ${number} (Italian)`).fill(italian);
      await added
        .getByLabel('Points')
        .nth(number - 1)
        .fill(points);
    }
    await page.getByText('At most 4 points.').waitFor();
    await added.getByRole('button', { name: /^Move criterion \d up$/ }).click();
    await expectNoViolations(page);
    await look(page, 'rubric');
    await page.getByRole('button', { name: 'Publish as new version' }).click();
    await page.getByText('Version 2, published on').waitFor();

    const file = page.waitForEvent('download');
    await page.getByRole('link', { name: 'Download programme file' }).click();
    expect(readFileSync(await (await file).path(), 'utf8')).toContain('id: use-of-i-light-i');
  });

  it('edits a programme by fields, with errors at them and a certificate beside, and publishes the same file', async () => {
    const page = await as('coordinator', '/programmes/edit');
    await choose(page, 'evaluators.yaml', `${evaluators}\n# A note of ours.\n`);
    await page.getByText('It will be version 2').waitFor();
    await page.getByLabel('Months', { exact: true }).fill('40');
    await page.getByLabel('Months', { exact: true }).press('Tab');
    await page.getByText('This number is too large. At most 36.').first().waitFor();
    expect(await page.getByRole('button', { name: 'Publish programme' }).isDisabled()).toBe(true);
    await expectNoViolations(page);
    await page.locator('summary', { hasText: '1 error to correct' }).click();
    await page.getByRole('button', { name: /^months:/ }).press('Enter');
    await page.keyboard.press('Control+a');
    await page.keyboard.type('5');
    await page.keyboard.press('Tab');
    await page.getByText('It will be version 2').waitFor();

    const logo = '<svg xmlns="http://www.w3.org/2000/svg" width="90" height="30"><rect width="90" height="30"/></svg>';
    await page
      .locator('lib-picture-fields input[type=file]')
      .setInputFiles({ name: 'Our logo.svg', mimeType: 'image/svg+xml', buffer: Buffer.from(logo) });
    await page.locator('lib-picture-fields').getByText('our-logo').first().waitFor();
    const certificate = page.getByRole('group', { name: 'Certificate', exact: true });
    await certificate.getByLabel('Logo').selectOption('our-logo');
    await certificate.getByLabel('Design').selectOption('Landscape: across the page');
    await page.locator('summary', { hasText: 'Modules 1' }).click();
    await page.getByRole('button', { name: 'Move down: Modules 1' }).click();
    await page.locator('summary', { hasText: 'Modules 1 Education systems of the world' }).waitFor();
    await page.getByText('It will be version 2').waitFor();
    await page.locator('iframe[title="Sample certificate"]').waitFor();
    await expectNoViolations(page);
    await look(page, 'programme-editor');

    // A browser without a viewer also downloads the certificate of the frame.
    const isFile = (download: Download) => download.suggestedFilename().endsWith('.yaml');
    const file = page.waitForEvent('download', isFile);
    await page.getByRole('button', { name: 'Download file' }).click();
    const text = readFileSync(await (await file).path(), 'utf8');
    for (const part of ['# A note of ours.', 'months: 5', 'design: landscape', 'our-logo: data:image/png;base64,'])
      expect(text).toContain(part);
    await page.getByRole('button', { name: 'Publish programme' }).click();
    await page.getByText('Version 2, published on').waitFor();
    await page.getByText('12 ECTS · 300 hours · 5 months').waitFor();
  });

  it('moves an edition to a newer version that asks less, and participants become complete', async () => {
    const page = await as('coordinator', '/programmes/publish');
    const asksLess = demo
      .replace('{ numbers: [1, 2, 3, 4, 5], percentOfMinutes: 80 }', '{ numbers: [1], percentOfMinutes: 1 }')
      .replace('inPresencePercent: 80', 'inPresencePercent: 0')
      .replace('ledgerMinutes: 6000', 'ledgerMinutes: 60')
      .replace('projectWorkPassed: true', 'projectWorkPassed: false');
    await choose(page, 'asks-less.yaml', asksLess);
    await page.getByText('It will be version 2').waitFor();
    await page.getByRole('button', { name: 'Publish' }).click();
    await page.getByText('Version 2, published on').waitFor();

    await page.goto('/editions');
    await page.getByRole('link', { name: 'Autumn 2026' }).click();
    await page.getByRole('link', { name: 'People and set-up' }).click();
    await page.getByText('A newer version is published: version 2.').waitFor();
    await page.getByRole('link', { name: 'Preview the move' }).click();
    await page.getByRole('heading', { name: 'Move to version 2' }).waitFor();
    await page
      .getByRole('row', { name: /Requirement: In presence.*80 % of the in-presence sessions.*not required/ })
      .waitFor();
    await page.getByText(/All requirements met: 0 now, [1-9]\d* after the move/).waitFor();
    await expectNoViolations(page);
    await look(page, 'move');

    await page.getByRole('button', { name: 'Move to version 2' }).click();
    await page.getByText('Required', { exact: true }).waitFor();
    await page.getByLabel('Reason').fill('The <b>sessions</b> in presence could not take place.');
    await page.getByRole('button', { name: 'Move to version 2' }).click();
    await page.getByRole('alertdialog').getByText('Credentials already issued stay valid').waitFor();
    await page.getByRole('alertdialog').getByRole('button', { name: 'Move to version 2' }).click();
    await page.getByText('Edition moved to version 2').waitFor();
    await page.getByRole('row', { name: /1 to 2.*The <b>sessions<\/b> in presence/ }).waitFor();
    await expectNoViolations(page);
    await look(page, 'moved');

    await page.goto(page.url().replace('/set-up', '/completion'));
    // The job that checks everybody again may be a moment later than the page.
    while (await page.getByText(/^0 of \d+ have met/).count()) await page.reload({ waitUntil: 'networkidle' });
    await page.getByText(/^[1-9]\d* of \d+ have met all requirements/).waitFor();
  });
});
