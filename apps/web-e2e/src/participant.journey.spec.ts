import type { Page } from 'playwright-core';
import { beSignedIn, does, editionCalled, expectNoViolations, journey, look } from './harness';

const { as, goOn, inEdition, visit, windowOf } = journey();

describe('a participant', () => {
  it('sees how far, declares self-study, and opens the figure down to its entry', async () => {
    const page = await as('participant');
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
    const hours = page.getByLabel('Hours', { exact: true });
    await hours.fill('0');
    await page.getByRole('button', { name: 'Record self-study time' }).click();
    await page.getByText('Enter 1 or more.').waitFor();
    await hours.fill('1');
    await page.getByLabel('Minutes').fill('15');
    await page.getByLabel('Note').fill('The database of <b>ENIC-NARIC</b>');
    await page.getByRole('button', { name: 'Record self-study time' }).click();
    await page.getByText('1 h 15 min recorded.').waitFor();
    // A day takes twelve hours in all.
    await hours.fill('11');
    await page.getByRole('button', { name: 'Record self-study time' }).click();
    await page.getByText('already recorded for').waitFor();
    await expectNoViolations(page);

    const figure = page.locator('dl').getByRole('link').last();
    await figure.click();
    await page.getByRole('heading', { name: 'My hours' }).waitFor();
    await page.getByText('Module 3, Self-study.').waitFor();
    await expectNoViolations(page);
    const entry = page.locator('.entries > li').first();
    expect((await entry.textContent())?.replaceAll('\u00a0', ' ')).toContain('1 h 15 min');
    expect(await entry.textContent()).toContain('The database of <b>ENIC-NARIC</b>');
    await look(page, 'ledger');

    await entry.getByRole('button', { name: 'Reverse' }).click();
    await page.getByLabel('Reason').fill('That was module 2.');
    await expectNoViolations(page);
    await page.getByRole('button', { name: 'Reverse entry' }).click();
    await page.locator('main').getByText('reversed').waitFor();
    await page.getByText('That was module 2.').waitFor();
  });

  it('asks to be excused with a document and contests a mark on a phone, and a tutor answers both', async () => {
    const page = await as('participant', '/', { width: 390 });
    await page.getByRole('heading', { name: 'My course', level: 1 }).waitFor();
    const tutor = await windowOf('tutor');
    const { editionId, closed } = await closeRollOfYesterday(tutor);

    await page.goto(`/editions/${editionId}/sessions`);
    await page.getByRole('link', { name: 'My attendance' }).click();
    await page.getByRole('heading', { name: 'My attendance' }).waitFor();
    await expectNoViolations(page);
    await look(page, 'attendance-mine');
    const ahead = page.getByRole('listitem').filter({ hasText: 'Workshop' }).last();
    await ahead.getByRole('button', { name: 'Ask to be excused' }).click();
    await ahead.getByLabel('Reason', { exact: true }).selectOption('Other');
    await ahead.getByRole('button', { name: 'Send request' }).click();
    await ahead.getByText('Describe the reason.').waitFor();
    await expectNoViolations(page);
    await look(page, 'excuse-form');
    await ahead.getByLabel('Details').fill('Jury <b>duty</b>.');
    await ahead.getByRole('button', { name: 'Send request' }).click();
    await ahead.getByText('Asks to be excused: Other').waitFor();
    await ahead.locator('input[type=file]').setInputFiles({
      ...{ name: 'summons.txt', mimeType: 'text/plain', buffer: Buffer.from('You are called as a juror.') },
    });
    await ahead.getByRole('link', { name: 'summons.txt' }).waitFor();

    const contested = page.getByRole('listitem').filter({ hasText: closed });
    await contested.getByText('You can contest this until').waitFor();
    await contested.getByRole('button', { name: 'Contest attendance' }).click();
    await contested.getByLabel('What happened').fill('I sat in the last row.');
    await contested.getByRole('button', { name: 'Contest attendance' }).click();
    await contested.getByText('Contests “absent”, asks for “present”').waitFor();
    await expectNoViolations(page);
    await look(page, 'attendance-asked');

    await tutor.goto(`/editions/${editionId}/today`);
    await tutor.getByRole('link', { name: '2 open requests about attendance' }).click();
    await tutor.getByText('Jury <b>duty</b>.').waitFor();
    await expectNoViolations(tutor);
    await tutor.getByLabel('Select all on this page').check();
    await tutor.getByLabel('Reason for the answer').fill('Seen and agreed.');
    await expectNoViolations(tutor);
    await look(tutor, 'attendance-requests');
    await tutor.getByRole('button', { name: 'Answer 2 requests' }).click();
    await tutor.getByText('No requests.').waitFor();

    await page.reload();
    await contested.getByText('absent → present').waitFor();
    await ahead.getByText('excused', { exact: true }).waitFor();
    expect(await page.getByText('accepted', { exact: true }).count()).toBe(2);
    await expectNoViolations(page);
    await look(page, 'attendance-answered');
  });

  it('starts a timer on a phone, stops it on another device, and records what it measured', async () => {
    const page = await as('participant', '/', { width: 390 });
    await page.getByRole('link', { name: 'Tools and databases' }).first().click();
    await page.getByRole('button', { name: 'Start timer' }).click();
    await page.getByText('Timer running since').waitFor();
    await page.getByRole('button', { name: 'Stop timer' }).click();
    await page.getByText('The timer ran for less than a minute.').waitFor();
    await page.getByRole('button', { name: 'Start timer' }).click();
    await page.getByText('Timer running since').waitFor();
    await expectNoViolations(page);
    await look(page, 'timer-phone');

    const laptop = await visit();
    await beSignedIn(laptop, 'participant');
    await laptop.goto(page.url().replace(/modules\/\d+/, 'project-work'));
    await laptop.getByText('Your timer is running for other work.').waitFor();
    await expectNoViolations(laptop);
    await laptop.getByRole('link', { name: 'Go to timer' }).click();
    await laptop.getByText('Timer running since').waitFor();
    await goOn(new Date(Date.now() + 20 * 60_000));
    await laptop.getByRole('button', { name: 'Stop timer' }).click();
    await laptop.getByText('Check it below and record it.').waitFor();
    // Fewer where midnight was in between: the rest is for the next day.
    const minutes = Number(await laptop.getByLabel('Minutes', { exact: true }).inputValue());
    expect(minutes).toBeGreaterThan(0);
    expect(minutes).toBeLessThanOrEqual(30);
    await expectNoViolations(laptop);
    await look(laptop, 'timer-measured');
    await laptop.getByRole('button', { name: 'Record self-study time' }).click();
    await laptop.getByText(`${minutes} min recorded.`).waitFor();
  });

  it('reads what they were told, and chooses how to hear of it', async () => {
    const page = await as('participant', '/', { width: 390 });
    await page.getByRole('button', { name: /unread notices/ }).click();
    await page.getByRole('link', { name: /^Notices/ }).click();
    await page.getByRole('heading', { name: 'Notices', level: 1 }).waitFor();
    const reminder = page.getByRole('listitem').filter({ hasText: 'Tomorrow: Sources and databases' });
    await reminder.getByText('new', { exact: true }).waitFor();
    await expectNoViolations(page);
    await look(page, 'notices');
    await reminder.getByRole('link', { name: 'View sessions' }).click();
    await page.getByRole('heading', { name: 'Sessions', level: 1 }).waitFor();
    await page.goBack();
    await reminder.waitFor();
    expect(await reminder.getByText('new', { exact: true }).count()).toBe(0);

    await page.getByRole('link', { name: 'Open announcement' }).first().click();
    await page.getByRole('heading', { name: 'The workshop days in Naples: how to get there', level: 1 }).waitFor();
    expect(await page.getByRole('link', { name: 'https://www.anm.it' }).getAttribute('rel')).toContain('noopener');
    await expectNoViolations(page);
    await look(page, 'announcement');
    await page.getByRole('link', { name: 'All announcements' }).click();
    await page.getByRole('heading', { name: 'Announcements', level: 1 }).waitFor();
    await page.getByRole('link', { name: 'The workshop days in Naples: how to get there' }).waitFor();
    // What waits for its day is nobody's to read.
    expect(await page.getByText('What to bring to the workshop').count()).toBe(0);
    await expectNoViolations(page);
    await look(page, 'announcements');
    await page.goto('/account/notices');
    await page.getByRole('button', { name: 'Mark all as read' }).click();
    await page.getByText('All notices marked as read.').waitFor();
    await page.getByRole('button', { name: /unread notices/ }).waitFor({ state: 'detached' });

    await page.getByRole('link', { name: 'Notice settings' }).click();
    await page.getByLabel('Session reminders').selectOption('inbox');
    await page.getByLabel('Send no e-mails during quiet hours').check();
    await page.getByLabel('From').fill('21:30');
    await expectNoViolations(page);
    await look(page, 'notice-settings');
    await page.getByRole('button', { name: 'Save settings' }).click();
    await page.getByText('Settings saved.').waitFor();
    await page.reload();
    await page.getByLabel('From').waitFor();
    expect(await page.getByLabel('From').inputValue()).toBe('21:30');
    expect(await page.getByLabel('Session reminders').inputValue()).toBe('inbox');
  });

  it('asks the tutors on a phone, mentions one by keys, adds a file, and reads the answer', async () => {
    const page = await inEdition('participant', 'discussions');
    await page.setViewportSize({ width: 390, height: 800 });
    await page.getByRole('link', { name: 'Which date counts: the award or the diploma?' }).waitFor();
    await expectNoViolations(page);
    await look(page, 'discussions');
    await page.getByLabel('Search posts and announcements').fill('deqar naples');
    await page.getByText('Nothing found').waitFor();
    await page.getByLabel('Search posts and announcements').fill('naples');
    await page.getByRole('link', { name: 'The workshop days in Naples: how to get there' }).waitFor();
    await expectNoViolations(page);
    await page.getByLabel('Search posts and announcements').fill('');
    await page.getByRole('link', { name: 'Start discussion' }).click();
    await page.getByLabel('Type').selectOption('question');
    await page.getByRole('button', { name: 'Post', exact: true }).click();
    await page.getByText('Required', { exact: true }).first().waitFor();
    await expectNoViolations(page);
    await page.getByLabel('Title').fill('Is a <b>seal</b> needed?');
    await page.getByLabel('Text').fill('See https://example.org/seal and javascript:alert(1).');
    await page.getByRole('button', { name: 'Post', exact: true }).click();
    await page.getByRole('heading', { name: 'Is a <b>seal</b> needed?', level: 1 }).waitFor();
    expect(await page.getByRole('article').getByRole('link').count()).toBe(1);
    await page
      .getByRole('article')
      .locator('input[type=file]')
      .setInputFiles({
        ...{ name: 'seal.txt', mimeType: 'text/plain', buffer: Buffer.from('A seal.') },
      });
    await page.getByRole('link', { name: 'seal.txt' }).waitFor();
    const mention = page.getByRole('combobox', { name: 'Mention somebody' });
    await mention.fill('tavares');
    await page.getByRole('option', { name: 'Teresa Tavares' }).waitFor();
    await mention.press('Enter');
    await page.getByText('Mentioned: Teresa Tavares').waitFor();
    const text = page.getByLabel('Your post');
    await text.fill(`${await text.inputValue()}what do you say?`);
    await expectNoViolations(page);
    await look(page, 'thread');
    await page.getByRole('button', { name: 'Post reply' }).click();
    await page.getByRole('article').nth(1).getByText('@Teresa Tavares').waitFor();

    const tutor = await windowOf('tutor');
    await tutor.goto(page.url());
    await tutor.getByLabel('Your post').fill('No. It is not.');
    await tutor.getByRole('button', { name: 'Post reply' }).click();
    await tutor.getByRole('article').nth(2).getByRole('button', { name: 'Mark as answer' }).click();
    await tutor.getByText('Answer', { exact: true }).waitFor();
    await tutor.getByRole('article').nth(1).getByRole('button', { name: /^Hide/ }).click();
    await tutor.getByLabel('Reason').fill('Said twice.');
    await expectNoViolations(tutor);
    await tutor.getByRole('button', { name: 'Hide post' }).click();
    await tutor.getByText('This post was hidden by a moderator.').waitFor();

    await page.reload();
    await page.getByText('Reason: Said twice.').waitFor();
    await page
      .getByRole('article')
      .nth(2)
      .getByRole('button', { name: /^Report/ })
      .click();
    await page.getByLabel('Reason', { exact: true }).fill('Too short.');
    await page.getByRole('button', { name: 'Report post' }).click();
    await page.getByText('Post reported;').waitFor();
    await expectNoViolations(page);
    await tutor.getByRole('link', { name: 'All discussions' }).click();
    await tutor.getByRole('link', { name: '1 reported post' }).click();
    await tutor.getByText('Too short.').waitFor();
    await expectNoViolations(tutor);
    await look(tutor, 'reported-posts');
    await tutor.getByRole('button', { name: /^Keep post/ }).click();
    await tutor.getByText('No reported posts').waitFor();

    await page.goto(page.url().replace(/discussions.*/, 'messages'));
    await page.getByLabel('To', { exact: true }).fill('tavares');
    await page.getByRole('option', { name: /Teresa Tavares/ }).click();
    await page.getByLabel('Message').fill('Thank you.');
    await expectNoViolations(page);
    await page.getByRole('button', { name: 'Send message' }).click();
    await page.getByRole('heading', { name: 'Messages with Teresa Tavares', level: 1 }).waitFor();
    await expectNoViolations(page);
  });

  it('finds its way through modules and sessions, in Italian too, on a phone', async () => {
    const page = await as('participant', '/', { width: 390 });
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
    await look(page, 'sessions-it');
    await subscribe(page);
    await page.goBack();
    await page.goBack();
    await page
      .getByRole('link', { name: /Workshop|Laboratorio/ })
      .first()
      .click();
    await page.getByText('Modulo 5 · in presenza').waitFor();
    await expectNoViolations(page);
    // Three days at once: each of them is an entry.
    const days = [4, 3, 2].map((ago) => new Date(Date.now() - ago * 86_400_000).toISOString().slice(0, 10));
    await page.getByLabel('Data', { exact: true }).fill(days[0] as string);
    await page.getByLabel('Fino al').fill(days[2] as string);
    await page.getByLabel('Minuti').fill('30');
    await page.getByText('3 giorni, 30 min ciascuno.').waitFor();
    await look(page, 'module-it');
    await page.getByRole('button', { name: 'Registra studio individuale' }).click();
    await page.getByText('tempo registrato.').waitFor();
    await expectNoViolations(page);
  });
});

/** Closes the roll that the demo leaves open: everybody was absent. */
async function closeRollOfYesterday(tutor: Page): Promise<{ editionId: string; closed: string }> {
  const editionId = await editionCalled(tutor);
  const { rollsToClose } = await does<{ rollsToClose: { id: string; title: string }[] }>(
    tutor,
    'GET',
    `/editions/${editionId}/today`,
  );
  const [session] = rollsToClose;
  const roll = `/editions/${editionId}/sessions/${session?.id}/roll`;
  await does(tutor, 'PUT', roll, { mark: 'absent' });
  await does(tutor, 'POST', `${roll}/close`);
  return { editionId, closed: session?.title ?? '' };
}

/** From the sessions: makes a calendar link, which works without a sign-in until it is removed. */
async function subscribe(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Abbonati nel tuo calendario' }).click();
  await page.getByText('Nessun link del calendario').waitFor();
  await expectNoViolations(page);
  await page.getByRole('button', { name: 'Crea link del calendario' }).click();
  const link = page.getByLabel('Link del calendario');
  await link.waitFor();
  await expectNoViolations(page);
  await look(page, 'calendar-it');
  const address = await link.inputValue();
  const feed = await fetch(address);
  expect(feed.headers.get('content-type')).toBe('text/calendar; charset=utf-8');
  expect(await feed.text()).toContain('X-WR-CALNAME:Incontri di Libretto');
  await page.getByRole('button', { name: 'Rimuovi link' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Rimuovi link' }).click();
  await page.getByText('Nessun link del calendario').waitFor();
  expect((await fetch(address)).status).toBe(404);
}

describe('the course survey', () => {
  it('is answered once, without names, from My course on, by keyboard too', async () => {
    const page = await inEdition('holder', 'completion/mine', 'Shapes');
    await page.getByText('Survey: not answered yet').click();
    await page.getByRole('link', { name: 'Answer the survey' }).click();
    await page.getByRole('heading', { name: 'Course survey', level: 1 }).waitFor();
    await page.getByText('Your answers are anonymous').waitFor();
    await expectNoViolations(page);
    await page.getByRole('button', { name: 'Send answers' }).click();
    await page.getByText('One question needs your attention.').waitFor();
    const outcome = page.getByRole('group', { name: 'How much better do you see shape' });
    await outcome.getByText('Required').waitFor();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Space');
    await page.keyboard.press('ArrowRight');
    expect(await outcome.getByRole('radio').nth(1).isChecked()).toBe(true);
    await page.getByRole('radio', { name: 'right' }).check();
    await page.getByRole('textbox', { name: 'What should change?' }).fill('More <b>walks</b>.');
    await expectNoViolations(page);
    await look(page, 'survey');
    await page.getByRole('button', { name: 'Send answers' }).click();
    const dialog = page.getByRole('alertdialog');
    await dialog.getByText('can’t be changed or deleted afterwards').waitFor();
    await dialog.getByRole('button', { name: 'Send answers' }).click();
    await page.getByText('Thank you for your answers').waitFor();
    await page.reload();
    await page.getByText('Thank you for your answers').waitFor();
    await page.getByRole('link', { name: 'Back to my course' }).click();
    await page.getByText('Survey: answered').waitFor();
  });

  it('shows its results to a tutor once it has closed, and none while it is open', async () => {
    const page = await inEdition('tutor', 'survey/results', 'Pilot');
    await page.getByText('5 of 5 participants answered (100 %).').waitFor();
    const pace = page.getByRole('region', { name: 'How was the pace?' });
    await pace.getByRole('row', { name: 'right 3 60 %' }).waitFor();
    await page.getByText('Small groups, and a tutor who reads everything.').waitFor();
    await page.locator('lib-chart svg').first().waitFor();
    await expectNoViolations(page);
    await look(page, 'survey-results');
    const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: 'CSV' }).click()]);
    expect(file.suggestedFilename()).toContain('Survey Pilot');
    const open = await inEdition('tutor', 'survey/results', 'Shapes');
    await open.getByText('Results appear once the survey has closed').waitFor();
    await expectNoViolations(open);
  });
});
