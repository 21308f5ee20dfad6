import { readFileSync } from 'node:fs';
import type { Locator, Page } from 'playwright-core';
import { beSignedIn, does, editionCalled, expectNoViolations, journey, look, notesInPdf, signIn } from './harness';

const { inEdition, visit, windowOf } = journey();

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
    await page.locator('.box:focus').waitFor();
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

describe('a comment that is spoken', () => {
  it('is recorded, and heard by the group with its result and its words', async () => {
    const tutor = await inEdition('tutor', 'project-work/marking');
    await tutor.getByRole('link', { name: 'France', exact: true }).click();
    await tutor.getByRole('button', { name: 'Record a comment' }).click();
    await tutor.getByText('Recording…').waitFor();
    await tutor.waitForTimeout(500);
    await tutor.getByRole('button', { name: 'Stop and save' }).click();
    await tutor.getByText('others can listen to it only once its words are there').waitFor();
    const words = tutor.getByLabel('What the recording says');
    await words.fill('Say who decides, <b>and when</b>.');
    // They stay in this browser until they are saved.
    await tutor.reload();
    await tutor.waitForFunction(() =>
      [...document.querySelectorAll('textarea')].some(({ value }) => value === 'Say who decides, <b>and when</b>.'),
    );
    await expectNoViolations(tutor);
    await look(tutor, 'recorded-comment');
    await tutor.getByRole('button', { name: 'Save words' }).click();
    await tutor.getByText('Participants get the recording and its words').waitFor();
    await hear(tutor);
    for (const row of ['Evidence', 'Comparison', 'Procedure'])
      await tutor.getByRole('group', { name: row }).getByLabel('met', { exact: true }).click();
    await comment(tutor).fill('Listen to the recording.');
    await tutor.getByRole('group', { name: 'Result' }).getByLabel('passed', { exact: true }).click();
    const address = new URL(tutor.url()).pathname;
    await tutor.getByRole('button', { name: /^Save/ }).first().click();
    await tutor.getByText('Your marking of “France” is saved.').waitFor();

    const member = await visit();
    await signIn(member, 'participant', address.replace(/\/marking.*/, ''));
    expect(await member.getByText('Annotations by the markers').count()).toBe(0);
    await does(await windowOf('coordinator'), 'POST', address.replace('/marking/', '/release/'), {
      reason: 'They need it for an application.',
      nextLastDay: null,
    });
    await member.reload();
    await member.getByText('Annotations by the markers').click();
    await member.getByText('Say who decides, <b>and when</b>.').waitFor();
    await hear(member);
    await expectNoViolations(member);
    await look(member, 'recorded-comment-heard');
  });
});

/** Plays what was recorded: it has a length, and goes on. */
async function hear(page: Page): Promise<void> {
  const at = await page.locator('audio').evaluate(async (element) => {
    const sound = element as HTMLAudioElement;
    sound.muted = true;
    await sound.play();
    await new Promise((resolve) => sound.addEventListener('timeupdate', () => sound.currentTime > 0.1 && resolve(0)));
    return sound.currentTime;
  });
  expect(at).toBeGreaterThan(0);
}
