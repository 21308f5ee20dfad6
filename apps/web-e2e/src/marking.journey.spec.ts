import { readFileSync } from 'node:fs';
import type { Locator, Page } from 'playwright-core';
import { beSignedIn, editionCalled, expectNoViolations, journey, look, notesInPdf } from './harness';

const { visit } = journey();

const saved = (page: Page) => page.getByText('Saved', { exact: true }).first().waitFor();
const comment = (page: Page) => page.locator('form textarea').first();
const firstLevel = (page: Page) => page.locator('form fieldset').first().getByRole('radio').first();

/** The first work of the tutor's list, in a window of its own. */
async function aWork(): Promise<Page> {
  const page = await visit();
  await beSignedIn(page, 'tutor');
  await page.goto(`/editions/${await editionCalled(page)}/project-work/marking`);
  await page.getByRole('main').getByRole('rowheader').first().getByRole('link').first().click();
  await comment(page).waitFor();
  return page;
}

async function boxOf(part: Locator) {
  const box = await part.boundingBox();
  if (!box) throw new Error('It is not to be seen.');
  return box;
}

describe('a marking', () => {
  it('has the work beside its rubric, both in sight', async () => {
    const page = await aWork();
    const [work, rubric] = [
      await boxOf(page.locator('section.work')),
      await boxOf(page.locator('form fieldset').first()),
    ];
    expect(work.x + work.width).toBeLessThanOrEqual(rubric.x);
    expect(rubric.x + rubric.width).toBeLessThanOrEqual(1280);
    // Of 800 pixels each has at least half.
    expect(Math.max(work.y, rubric.y)).toBeLessThan(400);
  });

  it('is kept as it is written, from two windows', async () => {
    const one = await aWork();
    const other = await one.context().newPage();
    await other.goto(one.url());
    await comment(other).waitFor();
    await comment(one).fill('A comment of one window.');
    await firstLevel(other).check();
    await saved(one);
    await saved(other);
    await one.reload();
    await comment(one).waitFor();
    expect(await comment(one).inputValue()).toBe('A comment of one window.');
    expect(await firstLevel(one).isChecked()).toBe(true);
    await expectNoViolations(one);
    await look(one, 'marking-saved');
  });

  it('loses nothing without a connection, also where the window is closed meanwhile', async () => {
    const page = await aWork();
    const [context, address] = [page.context(), page.url()];
    await context.setOffline(true);
    await comment(page).fill('Written on a train.');
    await page.getByText('Not saved: no connection.').first().waitFor();
    await look(page, 'marking-offline');
    await page.close();
    await context.setOffline(false);
    const later = await context.newPage();
    await later.goto(address);
    await comment(later).waitFor();
    await saved(later);
    expect(await comment(later).inputValue()).toBe('Written on a train.');
  });
});

describe('a document that is marked', () => {
  it('takes a note on its words, a rectangle by keyboard and a drawing, and has all of them in its PDF', async () => {
    const page = await aWork();
    const sheet = page.getByRole('group', { name: 'Page 1' });
    await sheet.locator('.words span').first().selectText();
    await page.getByRole('button', { name: 'Add note' }).click();
    const note = page.getByLabel(/^Note of annotation/);
    await note.fill('Whose desk is this?');

    await page.getByRole('button', { name: 'Rectangle' }).click();
    for (const key of ['ArrowDown', 'ArrowDown', 'Shift+ArrowRight', 'Enter']) await page.keyboard.press(key);
    await page.getByRole('heading', { name: '2 annotations' }).waitFor();

    await page.getByRole('button', { name: 'Draw', exact: true }).click();
    const { x, y } = await boxOf(sheet);
    await page.mouse.move(x + 60, y + 120);
    await page.mouse.down();
    for (const [right, down] of [
      [90, 140],
      [130, 130],
      [170, 160],
    ] as const)
      await page.mouse.move(x + right, y + down);
    await page.mouse.up();
    await page.getByRole('heading', { name: '3 annotations' }).waitFor();
    await saved(page);
    await expectNoViolations(page);
    await look(page, 'annotations');

    await page.reload();
    await page.getByRole('heading', { name: '3 annotations' }).waitFor();
    expect(await note.evaluateAll((all) => all.map((one) => (one as HTMLTextAreaElement).value))).toContain(
      'Whose desk is this?',
    );
    const download = page.waitForEvent('download');
    await page.getByRole('link', { name: 'Download the PDF with annotations' }).click();
    const pdf = readFileSync(await (await download).path());
    const notes = await notesInPdf(pdf);
    expect(notes).toHaveLength(3);
    expect(notes.map(({ contents }) => contents).join()).toContain('Whose desk is this?');
  });
});
