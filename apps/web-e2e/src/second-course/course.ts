import { randomUUID } from 'node:crypto';
import type { Page } from 'playwright-core';
import { does } from '../harness';
import { declare, handIn, markPresentAndClose } from '../whole-way/course';
import { fillDates, planEdition } from '../whole-way/edition';
import type { Play } from '../whole-way/play';
import { daysAgo } from '../whole-way/programme';

/** A zone in which a session that begins now still ends on the same day. */
const timeZone =
  Number(new Date().toLocaleString('en', { timeZone: 'Europe/Rome', hour: 'numeric', hourCycle: 'h23' })) < 21
    ? 'Europe/Rome'
    : 'America/New_York';

const inZone = (at: Date, parts: Intl.DateTimeFormatOptions) =>
  new Intl.DateTimeFormat('sv', { timeZone, ...parts }).format(at);
const clock = (at: Date) => inZone(at, { hour: '2-digit', minute: '2-digit' });

export const editionName = 'Edition of the journey';
const endsOn = daysAgo(-70);

/** The coordinator plans an edition that begins in two weeks. */
export const planFromTheCatalogue = async (page: Page, play: Play): Promise<void> => {
  await page.goto('/programmes');
  await page.getByRole('link', { name: play.programmeTitle }).click();
  await page.getByRole('link', { name: 'Create edition' }).click();
  await planEdition(page, { name: editionName, startsOn: daysAgo(-14), endsOn, applyUntil: daysAgo(-7), timeZone });
  await page.getByText('No quotas:').waitFor();
};

/**
 * 300 hours are at least 25 days, and the clock of a production is the real one: once everybody is admitted, the
 * coordinator moves the edition to the dates of one that began six weeks ago, so that hours learnt since then can be
 * recorded.
 */
export async function moveIntoThePast(page: Page): Promise<void> {
  await fillDates(page, { startsOn: daysAgo(42), endsOn, applyUntil: daysAgo(44) });
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await page.getByText('Saved', { exact: true }).first().waitFor();
}

const topic = 'Which case to choose';

/**
 * Plans an online session of one hour that begins as soon as possible, since a planned one must lie ahead. Answers its
 * start.
 */
export async function planOnlineSession(page: Page, editionId: string): Promise<Date> {
  await page.goto(`/editions/${editionId}/sessions/plan`);
  await page.getByLabel('Module', { exact: true }).selectOption('6');
  // The next full minute that leaves time to fill in the form.
  const startsAt = new Date(Math.ceil(Date.now() / 60_000 + 0.4) * 60_000);
  await page.getByLabel('Topic').fill(topic);
  await page.getByLabel('Date').fill(inZone(startsAt, { dateStyle: 'short' }));
  await page.getByLabel('Start time').fill(clock(startsAt));
  await page.getByLabel('End time').fill(clock(new Date(startsAt.getTime() + 60 * 60_000)));
  await page.getByLabel('Meeting link').fill('https://meet.example/second-course');
  await page.getByRole('button', { name: 'Plan session' }).click();
  await page.getByText(topic).first().waitFor();
  return startsAt;
}

/** The tutor takes the roll of the session, which has to have begun before it can be closed. */
export async function takeRollOnceBegun(page: Page, editionId: string, startsAt: Date, play: Play): Promise<void> {
  await page.waitForTimeout(Math.max(0, startsAt.getTime() - Date.now()));
  await play.as(page, 'tutor', `/editions/${editionId}/sessions`);
  await page.getByRole('link', { name: `Attendance ${topic}` }).click();
  await markPresentAndClose(page, play);
}

/**
 * 2,400 minutes of self-study in each module and the project's, at most 720 a day: three weeks with hardly a day off;
 * the page records the first module's.
 */
export async function studyAndHandIn(page: Page, editionId: string, play: Play): Promise<void> {
  await play.as(page, 'newcomer', '/booklet');
  let day = 40;
  await openModule(page, 'The rules of recognition');
  for (const left of ['28 h', '16 h', '4 h'])
    await declare(page, daysAgo(day--), '720', 'Record self-study time', `You can record ${left} more`);
  await declare(page, daysAgo(9), '240', 'Record self-study time', 'All self-study time of this module is recorded.');
  for (const module of [2, 3, 4, 5]) {
    const days = [
      [day--, 720],
      [day--, 720],
      [day--, 720],
      [module < 4 ? 9 : 8, 240],
    ] as const;
    for (const [ago, minutes] of days)
      await does(page, 'POST', `/editions/${editionId}/modules/${module}/self-study`, {
        entryId: randomUUID(),
        from: daysAgo(ago),
        minutes,
      });
  }
  await openModule(page, 'Project work');
  await declare(page, daysAgo(7), '300', 'Record self-study time', 'All self-study time of this module is recorded.');

  // With the hour of the session these are 80 % of the module’s minutes, and no minute more.
  await page.goto(`/editions/${editionId}/project-work`);
  await page.getByRole('heading', { name: play.projectWork, level: 1 }).waitFor();
  await declare(page, daysAgo(6), '720', 'Record time', '12 h recorded.');
  await declare(page, daysAgo(5), '660', 'Record time', '11 h recorded.');
  await declare(page, daysAgo(4), '660', 'Record time', '11 h recorded.');
  await handIn(page, 'evaluation.pdf');
}

/** The module’s page, from the list of modules: other links of the page may have the same name. */
async function openModule(page: Page, name: string): Promise<void> {
  await page.goto('/booklet');
  await page.getByRole('heading', { level: 2, name }).getByRole('link', { name }).click();
}
