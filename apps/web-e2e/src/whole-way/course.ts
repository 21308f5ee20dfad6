import type { Page } from 'playwright-core';
import { expectNoViolations, look, paper } from '../harness';
import { choose } from './file';
import { demoPlay } from './play';
import { daysAgo, edition } from './programme';

const dayBefore = daysAgo(19);
/** Contact and self-study fill most of the day of the session. */
const dayAfter = daysAgo(17);
/** The brief that asks for a text. */
const doubt = {
  title: 'A doubt',
  text: 'The second diploma has no supplement. Is it <b>recognised</b> at home?',
  note: 'Ask its university.',
};

/** The tutor takes the roll that was left open, by keys, and closes it. */
export async function takeRoll(page: Page, editionId: string): Promise<void> {
  await demoPlay.as(page, 'tutor', `/editions/${editionId}/today`);
  await page.getByRole('heading', { name: 'Attendance to close' }).waitFor();
  await page.getByRole('link', { name: 'Take attendance' }).first().click();
  await markPresentAndClose(page);
}

/** On the page of a roll with one person: marks them by a key, and closes it. */
export async function markPresentAndClose(page: Page, play = demoPlay): Promise<void> {
  await page.getByRole('group', { name: play.newcomer.name }).waitFor();
  await page.keyboard.press('p');
  await page.getByText('Attendance taken for 1 person.').waitFor();
  await page.getByRole('button', { name: 'Close attendance' }).click();
  await page.getByText(`Closed by ${play.tutor}.`).waitFor();
}

/** The participant declares self-study on two days, writes down the time on the project and hands it in. */
export async function studyAndHandIn(page: Page, editionId: string): Promise<void> {
  await demoPlay.as(page, 'newcomer', '/booklet');
  await page.getByRole('heading', { name: 'My course', level: 1 }).waitFor();
  await page.getByRole('link', { name: 'Ten diplomas' }).first().click();
  await page.getByRole('button', { name: 'Record self-study time' }).waitFor();
  await declare(page, dayBefore, '600', 'Record self-study time', '10 h recorded.');
  await declare(
    page,
    edition.meetsOn,
    '300',
    'Record self-study time',
    'All self-study time of this module is recorded.',
  );

  await page.goto(`/editions/${editionId}/project-work`);
  await page.getByRole('heading', { name: 'Three diplomas', level: 1 }).waitFor();
  await declare(page, dayAfter, '300', 'Record time', 'recorded.');
  await handIn(page, 'three-diplomas.pdf');

  await page
    .getByRole('navigation', { name: 'Choose the assignment' })
    .getByRole('link', { name: doubt.title })
    .click();
  await page.getByRole('heading', { name: doubt.title, level: 1 }).waitFor();
  await page.getByText('30 % of all project work').waitFor();
  // What was said of the other brief is not said of this one.
  expect(await page.getByText('Version 1 submitted.').count()).toBe(0);
  await page.getByRole('button', { name: 'Join The doubtful' }).click();
  await page.getByText('Your group', { exact: true }).waitFor();
  await expectNoViolations(page);
  await look(page, 'group-chosen');
  await page.getByRole('textbox', { name: 'Text' }).fill(doubt.text);
  await page.getByRole('button', { name: 'Submit version 1' }).click();
  await page.getByText('Version 1 submitted.').waitFor();
}

/** On the page of the project work: hands in the first version. */
export async function handIn(page: Page, name: string): Promise<void> {
  await choose(page.locator('main'), 'File', paper(name, name));
  await page.getByRole('button', { name: 'Submit version 1' }).click();
  await page.getByText('Version 1 submitted.').waitFor();
}

/** Records time of one day, on a page that has one form for it. */
export async function declare(page: Page, day: string, minutes: string, verb: string, answer: string): Promise<void> {
  await page.getByLabel('Date', { exact: true }).fill(day);
  await page.getByLabel('Hours', { exact: true }).fill('0');
  await page.getByLabel('Minutes', { exact: true }).fill(minutes);
  await page.getByRole('button', { name: verb }).click();
  await page.getByText(answer).waitFor();
}

/** The tutor marks the text that was typed, with a note on one of its sentences that is chosen by keys. */
export async function markText(page: Page, editionId: string): Promise<void> {
  await demoPlay.as(page, 'tutor', `/editions/${editionId}/project-work/marking`);
  await page
    .getByRole('navigation', { name: 'Choose the assignment' })
    .getByRole('link', { name: doubt.title })
    .click();
  await page.getByRole('link', { name: 'Mark oldest submission' }).click();
  const text = page.getByRole('region', { name: 'Document: Text' });
  await text.focus();
  await page.keyboard.press('ArrowRight');
  await page.getByText('Highlight it, add a note').waitFor();
  for (const key of ['ArrowRight', 'Shift+ArrowLeft', 'Shift+ArrowLeft', 'Shift+ArrowLeft', 'n'])
    await page.keyboard.press(key);
  const note = page.getByLabel('Note of annotation 1');
  await note.fill(doubt.note);
  expect(await page.locator('blockquote').textContent()).toBe('Is it <b>recognised');
  expect(await text.locator('mark').textContent()).toBe('Is it <b>recognised');
  await page.getByText('Saved', { exact: true }).first().waitFor();
  await expectNoViolations(page);
  await look(page, 'annotated-text');
  await page.getByRole('radio', { name: 'met', exact: true }).check();
  await page.getByLabel('Comment', { exact: true }).fill('A good doubt.');
  await page.getByRole('radio', { name: 'passed', exact: true }).check();
  await page.getByRole('button', { name: /^Save/ }).first().click();
  await page.getByText('is saved.').waitFor();
}

/** The participant finds the note at its place, and in the PDF to download. */
export async function readNote(page: Page, editionId: string): Promise<void> {
  await demoPlay.as(page, 'newcomer', `/editions/${editionId}/project-work?brief=doubts`);
  await page.getByText('Annotations by the markers').click();
  await page.getByText(doubt.note).waitFor();
  expect(await page.locator('mark').textContent()).toBe('Is it <b>recognised');
  await expectNoViolations(page);
  const address = await page.getByRole('link', { name: 'Download the PDF with annotations' }).getAttribute('href');
  const pdf = await (await page.request.get(address ?? '')).body();
  expect(pdf.subarray(0, 4).toString()).toBe('%PDF');
}

/** The tutor reads the work beside the rubric and marks it. */
export async function markWork(page: Page, editionId: string, play = demoPlay): Promise<void> {
  await play.as(page, 'tutor', `/editions/${editionId}/project-work/marking`);
  await page.getByRole('link', { name: play.newcomer.name }).waitFor();
  await page.getByRole('link', { name: 'Mark oldest submission' }).click();
  await page.getByRole('heading', { name: play.newcomer.name, level: 1 }).waitFor();
  const met = page.getByRole('radio', { name: 'met', exact: true });
  await met.first().waitFor();
  for (const one of await met.all()) await one.check();
  await page
    .getByLabel('Comment', { exact: true })
    .fill('Each diploma is placed where it belongs, and the source is named.');
  await page.getByRole('radio', { name: 'passed', exact: true }).check();
  await page.getByRole('button', { name: 'Save marking' }).click();
  await page.getByText('No submissions to mark').first().waitFor();
}
