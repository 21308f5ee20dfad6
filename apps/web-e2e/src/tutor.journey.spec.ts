import type { Page } from 'playwright-core';
import { drag, editionCalled, expectNoViolations, expectRings, journey, look, recipientOf } from './harness';

const { as, inEdition } = journey();

/** A tutor's today in the running edition: a session is in progress, and a roll of yesterday was left open. */
async function today(): Promise<{ page: Page; editionId: string }> {
  const page = await inEdition('tutor', 'today');
  await page.getByRole('heading', { name: 'Attendance to close' }).waitFor();
  return { page, editionId: await editionCalled(page) };
}

describe('a tutor', () => {
  it('takes a roll with one key per person and one to close it', async () => {
    const { page } = await today();
    await expectNoViolations(page);
    await look(page, 'today');
    const going = page.getByRole('listitem').filter({ hasText: 'Cases from our own desks' });
    await going.getByRole('link', { name: 'Take attendance' }).click();
    await page.getByRole('heading', { name: 'Cases from our own desks' }).waitFor();
    await page.getByRole('group').first().waitFor();
    await expectNoViolations(page);
    await look(page, 'roll-open');

    const rows = page.getByRole('list').getByRole('group');
    const people = await rows.count();
    expect(people).toBe(25);

    // Several at once, found by institution; then nobody is left out again.
    const first = rows.first();
    const institution = (await first.locator('.soft').textContent()) ?? '';
    await page.getByLabel('Search by name or institution').fill(institution);
    await page.getByText('One person found').waitFor();
    await page.getByLabel('Select all on this page').check();
    await page.getByText('1 selected').waitFor();
    await expectNoViolations(page);
    await look(page, 'roll-chosen');
    await expectRings(page, 30);
    await page.locator('lib-chosen').getByRole('button', { name: 'late' }).click();
    await page.getByText(`Not taken yet for 24 of ${people} people.`).waitFor();
    await first.getByRole('button', { name: 'late', pressed: true }).waitFor();
    await page.getByLabel('Attendance', { exact: true }).selectOption('not taken');
    await page.getByText('No one matches.').waitFor();
    await page.getByRole('link', { name: 'Show everyone' }).click();
    await rows.nth(people - 1).waitFor();
    await first.focus();

    expect(await pressToClose(page, [...`lea${'p'.repeat(people - 3)}`])).toBeLessThanOrEqual(people + 1);
    await page.getByText('Closed by Teresa Tavares.').waitFor();
    // The button is gone, the focus is not.
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('H1');
    await expectNoViolations(page);

    const row = page.getByRole('row').filter({ hasText: 'absent' }).first();
    const name = (await row.getByRole('link').textContent()) ?? '';
    await row.getByRole('button', { name: 'Correct' }).click();
    await page.getByRole('combobox', { name: 'Attendance', exact: true }).selectOption('present');
    await page.getByRole('button', { name: 'Correct attendance' }).click();
    await page.getByText('Required', { exact: true }).waitFor();
    await page.getByLabel('Reason for the correction').fill('<b>Came in by the other door.</b>');
    await expectNoViolations(page);
    await page.getByRole('button', { name: 'Correct attendance' }).click();
    await page.getByText('absent → present').waitFor();
    expect(await page.getByText('<b>Came in by the other door.</b>').count()).toBe(1);
    await look(page, 'roll-closed');

    await page.getByRole('link', { name }).click();
    await page.getByRole('heading', { name: `Attendance of ${name}` }).waitFor();
    await page.getByText('absent → present').waitFor();
    await expectNoViolations(page);
    await look(page, 'attendance-of-person');
    await page.getByRole('link', { name: 'View all entries' }).click();
    await page.getByRole('heading', { name: `Hours of ${name}` }).waitFor();
    await page.getByText('<b>Came in by the other door.</b>').waitFor();
    await expectNoViolations(page);
  });

  it('plans a session, is told when a room is taken, moves it and cancels it', async () => {
    const { page, editionId } = await today();
    await page.goto(`/editions/${editionId}/sessions`);
    await page.getByRole('link', { name: 'Plan a session' }).click();
    await page.getByLabel('Module').selectOption({ label: '5. Workshop' });
    await page.getByRole('button', { name: 'Plan session' }).click();
    await page.getByText('Required', { exact: true }).first().waitFor();
    await expectNoViolations(page);
    await look(page, 'session-plan-gaps');

    const workshop = await momentOf(page, editionId, 'Workshop');
    await page.getByLabel('Topic').fill('Closing <i>words</i>');
    await page.getByLabel('Date').fill(workshop.day);
    await page.getByLabel('Start time').fill('10:00');
    await page.getByLabel('End time').fill('11:00');
    await page
      .getByLabel('Room', { exact: true })
      .selectOption({ label: 'Aula Magna, Palazzo degli Studi (60 people)' });
    await page.getByLabel('Meeting link').fill('https://meet.example/closing');
    await page.getByRole('button', { name: 'Plan session' }).click();
    await page.getByText('The room is already booked at that time for “Workshop”.').waitFor();
    await page.getByLabel('Start time').fill('18:00');
    await page.getByLabel('End time').fill('19:30');
    await page.getByRole('button', { name: 'Plan session' }).click();
    const planned = page.getByRole('listitem').filter({ hasText: 'Closing <i>words</i>' });
    await planned.getByText('Aula Magna, Palazzo degli Studi').waitFor();
    await planned.getByText(/You can join from 17:45/).waitFor();
    await expectNoViolations(page);
    await look(page, 'sessions');

    await page.getByRole('link', { name: 'Move session Closing <i>words</i>' }).click();
    await page.getByRole('heading', { name: 'New', exact: true }).waitFor();
    expect(await page.getByLabel('Start time').inputValue()).toBe('18:00');
    await page.getByLabel('Start time').fill('18:30');
    await expectNoViolations(page);
    await look(page, 'session-move');
    await page.getByRole('button', { name: 'Move session and send e-mails' }).click();
    await page.getByText('18:30–19:30').waitFor();

    await page.getByRole('link', { name: 'Cancel session Closing <i>words</i>' }).click();
    await page.getByLabel('Reason for cancelling').fill('The house closes at six.');
    await expectNoViolations(page);
    await page.getByRole('button', { name: 'Cancel session and send e-mails' }).click();
    await page.getByText('Cancelled: The house closes at six.').waitFor();
    await recipientOf(page, 'Cancelled: Closing <i>words</i>');
  });

  it('plans a series, leaves out what does not fit, and is told of each fault of pasted rows', async () => {
    const { page, editionId } = await today();
    const { day } = await momentOf(page, editionId, 'Workshop');
    await page.goto(`/editions/${editionId}/sessions`);
    await page.getByRole('link', { name: 'Plan several sessions' }).click();
    await page.getByRole('heading', { name: 'Series' }).waitFor();
    await expectNoViolations(page);
    const series = page.getByRole('region', { name: 'Series', exact: true });
    await series.getByLabel('Topic').fill('Office <i>hour</i>');
    await series.getByLabel('First date').fill(day);
    await series.getByLabel('Start time').fill('20:00');
    await series.getByLabel('End time').fill('20:30');
    await series.getByLabel('Every how many weeks').fill('8');
    await series.getByLabel('Number of sessions').fill('2');
    await series.getByLabel('Meeting link').fill('https://meet.example/office');
    await series.getByRole('button', { name: 'Show preview' }).click();
    // Eight weeks later the edition is over.
    await page.getByText('Choose a date in this period.').waitFor();
    await page.getByText('2 sessions selected, 1 with an error').waitFor();
    await expectNoViolations(page);
    await look(page, 'plan-several');
    await page.getByLabel('Plan row 2').uncheck();
    await page.getByText('1 session selected, no errors').waitFor();
    await page.getByRole('button', { name: 'Plan 1 session' }).click();
    await page.getByText('Office <i>hour</i>').first().waitFor();

    await page.goto(`/editions/${editionId}/sessions/plan-several`);
    await page
      .getByLabel('Or paste rows')
      .fill(`Module\tTopic\tDate\tStart\tEnd\tRoom\n5\tLast words\t30/2/2026\t9:00\t10:00\tAula Magna`);
    await page.getByRole('region', { name: 'From a file' }).getByRole('button', { name: 'Show preview' }).click();
    await page.getByText('“30/2/2026” isn’t a date.').waitFor();
    expect(await page.getByRole('button', { name: 'Plan 1 session' }).isDisabled()).toBe(true);
  });

  it('sees the edition by month, week and module', async () => {
    const { page, editionId } = await today();
    await page.goto(`/editions/${editionId}/sessions`);
    await page.getByRole('link', { name: 'Month' }).click();
    const inCalendar = page.locator('lib-session-calendar').getByText('Workshop', { exact: true }).first();
    await inCalendar.waitFor();
    await expectNoViolations(page);
    await look(page, 'sessions-month');
    await page.getByRole('link', { name: 'Week' }).click();
    await page.waitForFunction(() => {
      const cells = [...document.querySelectorAll('lib-session-calendar [data-date]')];
      return new Set(cells.map((cell) => cell.getAttribute('data-date'))).size === 7;
    });
    await expectNoViolations(page);
    await look(page, 'sessions-week');

    await page.getByRole('link', { name: 'Modules', exact: true }).last().click();
    await page.getByRole('button', { name: /^Workshop, / }).waitFor();
    await expectNoViolations(page);
    await look(page, 'sessions-modules');
  });

  it('moves a session by mouse or keys only once it has said yes', async () => {
    const { page, editionId } = await today();
    const sessions = `/editions/${editionId}/sessions`;
    const { day } = await momentOf(page, editionId, 'Workshop');
    const nextDay = new Date(Date.parse(day) + 24 * 3_600_000).toISOString().slice(0, 10);
    const at = async () => (await momentOf(page, editionId, 'Workshop')).day;
    const question = page.getByRole('dialog', { name: 'Move “Workshop”?' });
    const cell = (of: string) => page.locator(`lib-session-calendar [data-date="${of}"]`);
    const inCell = (of: string) => cell(of).getByText('Workshop', { exact: true });

    await page.goto(`${sessions}?view=month`);
    await drag(page, inCell(day), cell(nextDay));
    await question.getByText(/people get an e-mail with the new time/).waitFor();
    await expectNoViolations(page);
    await look(page, 'session-move-asked');
    await question.getByRole('button', { name: 'Cancel' }).click();
    await question.waitFor({ state: 'detached' });
    await inCell(day).waitFor();
    expect(await at()).toBe(day);

    await drag(page, inCell(day), cell(nextDay));
    await question.getByRole('button', { name: 'Move session and send e-mails' }).click();
    await inCell(nextDay).waitFor();
    expect(await at()).toBe(nextDay);
    await recipientOf(page, 'Moved: Workshop');

    // Back again with keys alone: in the calendar by its question, along the modules by arrows.
    await inCell(nextDay).locator('xpath=ancestor::*[@role="button"]').focus();
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Move session Workshop' }).press('Enter');
    await question.getByLabel('Date').fill(day);
    await question.getByLabel('Date').press('Enter');
    await inCell(day).waitFor();
    expect(await at()).toBe(day);

    await page.goto(`${sessions}?view=modules`);
    const mark = page.getByRole('button', { name: /^Workshop, / });
    await mark.press('ArrowRight');
    await question.getByText(/people get an e-mail with the new time/).waitFor();
    expect(await question.getByLabel('Date').inputValue()).toBe(nextDay);
    await page.keyboard.press('Escape');
    await question.waitFor({ state: 'detached' });
    expect(await at()).toBe(day);
  });

  it('assigns tutors, shows where a session is, and opens its meeting', async () => {
    const { page, editionId } = await today();
    await page.goto(`/editions/${editionId}/sessions`);
    await page.getByRole('button', { name: 'Assign tutors Workshop' }).click();
    const tutors = page.getByRole('dialog', { name: 'Tutors of “Workshop”' });
    await tutors.getByLabel('Teresa Tavares').waitFor();
    await expectNoViolations(page);
    await look(page, 'session-tutors');
    await tutors.getByLabel('Teresa Tavares').check();
    await tutors.getByRole('button', { name: 'Assign tutors' }).click();
    const workshop = page.getByRole('listitem').filter({ hasText: 'Tutor: Teresa Tavares' });
    await workshop.getByText('Workshop', { exact: true }).first().waitFor();

    const { id } = (await sessionsOf(page, editionId)).find(({ title }) => title === 'Workshop') ?? { id: '' };
    await page.goto(`/editions/${editionId}/sessions/${id}/meeting`);
    await page.getByRole('alert').getByText('This session has no meeting to join here.').waitFor();
    expect(await page.getByRole('button', { name: 'Join meeting' }).count()).toBe(0);
    await expectNoViolations(page);
    await look(page, 'session-meeting');

    const coordinator = await as('coordinator', `/editions/${editionId}/sessions/rooms`);
    await coordinator.getByRole('button', { name: 'Edit Aula Magna' }).click();
    await coordinator.getByLabel('Coordinates').fill('41.9098, 12.5153');
    await expectNoViolations(coordinator);
    await look(coordinator, 'rooms');
    await coordinator.getByRole('button', { name: 'Save room' }).click();
    await coordinator.getByLabel('Coordinates').waitFor({ state: 'detached' });

    await page.goto(`/editions/${editionId}/sessions`);
    await workshop.getByRole('button', { name: /^Show map/ }).click();
    await workshop.locator('iframe').waitFor();
    await expectNoViolations(page);
    await look(page, 'session-map');
  });

  it('lays out forty sessions in at most twelve actions', async () => {
    const { page, editionId } = await today();
    const { day } = await momentOf(page, editionId, 'Workshop');
    const rows = Array.from({ length: 40 }, (_, at) => {
      const on = new Date(Date.parse(day) + (1 + Math.floor(at / 5)) * 24 * 3_600_000).toISOString().slice(0, 10);
      return [1 + (at % 3), `Part ${at + 1}`, on, `${9 + (at % 5)}:00`, `${9 + (at % 5)}:45`, 'https://meet.example/a'];
    });
    await page.goto(`/editions/${editionId}/sessions`);
    const before = (await sessionsOf(page, editionId)).length;

    let actions = 0;
    const act = async (action: Promise<void>) => {
      actions += 1;
      await action;
    };
    await act(page.getByRole('link', { name: 'Plan several sessions' }).click());
    const file = page.getByRole('region', { name: 'From a file' });
    const pasted = [['Module', 'Topic', 'Date', 'Start', 'End', 'Link'], ...rows].map((row) => row.join('\t'));
    await act(file.getByLabel('Or paste rows').fill(pasted.join('\n')));
    await act(file.getByRole('button', { name: 'Show preview' }).click());
    await act(page.getByRole('button', { name: 'Plan 40 sessions' }).click());
    await page.getByText('Part 40', { exact: true }).first().waitFor();
    expect((await sessionsOf(page, editionId)).length - before).toBe(40);
    expect(actions).toBeLessThanOrEqual(12);
  });

  it('puts a link on a module’s page and takes it off again', async () => {
    const { page, editionId } = await today();
    await page.goto(`/editions/${editionId}/modules`);
    await expectNoViolations(page);
    await look(page, 'modules');
    await page.getByRole('link', { name: '2. National policy contexts' }).click();
    await page.getByText('Add material').first().click();
    await page.getByLabel('Title').fill('Country pages');
    await page.getByLabel('Link (https://…)').fill('javascript:alert(1)');
    await page.getByRole('button', { name: 'Add material' }).click();
    await page.getByText('Enter a web address, like https://example.org.').waitFor();
    await expectNoViolations(page);
    await look(page, 'module-tutor');
    await page.getByLabel('Link (https://…)').fill('https://www.enic-naric.net/');
    await page.getByRole('button', { name: 'Add material' }).click();
    await page.getByRole('link', { name: 'Country pages' }).waitFor();
    await page.getByRole('button', { name: 'Remove Country pages' }).click();
    await page.getByRole('alertdialog').getByRole('button', { name: 'Remove' }).click();
    await page.getByRole('link', { name: 'Country pages' }).waitFor({ state: 'detached' });
  });

  it('writes a page, publishes it, and sees who has read it to its end', async () => {
    const { page, editionId } = await today();
    await page.goto(`/editions/${editionId}/modules/2`);
    await page.getByText('Add material').first().click();
    await page.getByLabel('Type').selectOption('page');
    await page.getByLabel('Title').fill('How to present your country');
    await page.getByRole('button', { name: 'Add material' }).click();
    await page.waitForURL(/\/edit$/);
    const text = page.getByRole('textbox', { name: /^Text/ });
    await text.click();
    await page.keyboard.type('Ten minutes, one case.');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Alt+F10');
    await page.getByRole('button', { name: 'Heading', exact: true }).waitFor();
    await expectNoViolations(page);
    await look(page, 'page-editor');
    await page.getByRole('button', { name: 'Publish page' }).click();
    await page.getByText('Participants read version 1, published by').waitFor();

    const reader = await as('participant');
    await reader.setViewportSize({ width: 390, height: 800 });
    await reader.goto(`/editions/${editionId}/modules/2`);
    await reader.getByRole('link', { name: 'Continue: How to present your country' }).click();
    await reader.getByText('Ten minutes, one case.').waitFor();
    await reader.getByText('You’ve finished this material.').waitFor();
    await expectNoViolations(reader);
    await look(reader, 'page-read');

    await page.goto(`/editions/${editionId}/modules/2/progress`);
    await page.getByText('1 of 25 finished · 1 started').waitFor();
  });

  it('writes a self-test, which a participant takes on a phone and passes, and sees how it was answered', async () => {
    const { page, editionId } = await today();
    await page.goto(`/editions/${editionId}/modules/2`);
    await page.getByText('Add material').first().click();
    await page.getByLabel('Type').selectOption('self-test');
    await page.getByLabel('Title').fill('Who decides?');
    await page.getByRole('button', { name: 'Add material' }).click();
    await page.waitForURL(/\/self-test$/);
    await page.getByRole('button', { name: 'Add question' }).click();
    await page.getByLabel('Question', { exact: true }).fill('Who assesses a qualification?');
    await page.getByLabel('Answer 1', { exact: true }).fill('The competent authority');
    await page.getByLabel('Answer 2', { exact: true }).fill('The embassy');
    await page.getByRole('button', { name: 'Publish self-test' }).click();
    await page.getByText('1 problem keeps participants from answering this test.').waitFor();
    await page.getByRole('button', { name: 'Question 1: no answer is right.' }).click();
    await page.getByLabel('Answer 1 is right').check();
    await expectNoViolations(page);
    await look(page, 'self-test-editor');
    await page.getByRole('button', { name: 'Publish self-test' }).click();
    await page.getByText('Participants take version 1, published by').waitFor();

    const taker = await as('participant');
    await taker.setViewportSize({ width: 390, height: 800 });
    await taker.goto(`/editions/${editionId}/modules/2`);
    await taker.getByRole('link', { name: 'Who decides?', exact: true }).click();
    await taker.getByRole('button', { name: 'Start test' }).click();
    await taker.getByLabel('The embassy').check();
    await taker.getByText('Saved').waitFor();
    // What was answered is still there when the window comes back.
    await taker.reload();
    expect(await taker.getByLabel('The embassy').isChecked()).toBe(true);
    await taker.getByLabel('The competent authority').check();
    await taker.getByRole('button', { name: 'Check answer' }).click();
    await taker.getByText('1 of 1 point').waitFor();
    await expectNoViolations(taker);
    await look(taker, 'self-test-taken');
    await taker.getByRole('button', { name: 'Hand in' }).click();
    await taker.getByRole('heading', { name: 'Passed with 100 %.' }).waitFor();
    await taker.getByText('You’ve passed this self-test.').waitFor();

    await page.getByRole('link', { name: 'Statistics' }).click();
    await page.getByText('One participant has handed it in; one has passed.').waitFor();
    await expectNoViolations(page);
  });

  it('takes a roll of 25 of whom any two are absent with six keys', async () => {
    const { page } = await today();
    await page.getByRole('link', { name: 'Take attendance' }).last().click();
    const rows = page.getByRole('list').getByRole('group');
    await rows.nth(24).waitFor();
    const keys = await rows.evaluateAll((all) => all.map((row) => row.getAttribute('aria-keyshortcuts')));
    expect(new Set(keys).size).toBe(25);
    const absent = await Promise.all([11, 24].map((n) => rows.nth(n).getAttribute('aria-label')));
    expect(await pressToClose(page, [keys[11] ?? '', 'a', keys[24] ?? '', 'a', 'o'])).toBeLessThanOrEqual(6);
    await page.getByText('Closed by Teresa Tavares.').waitFor();
    const marks = page.getByRole('table').getByRole('row');
    expect(await marks.filter({ hasText: 'present' }).count()).toBe(23);
    for (const name of absent)
      await marks
        .filter({ hasText: 'absent' })
        .filter({ hasText: name ?? '' })
        .waitFor();
  });

  it('announces something to those who are behind, sees whom it reaches, and cancels what waits', async () => {
    const page = await inEdition('tutor', 'announcements');
    await page.getByRole('link', { name: 'Write announcement' }).click();
    await page.getByRole('button', { name: 'Send announcement' }).click();
    await page.getByText('Required', { exact: true }).first().waitFor();
    await expectNoViolations(page);
    await page.getByLabel('Recipients').selectOption({ index: 1 });
    await page.getByText('A participant is behind with too few recorded hours').waitFor();
    await page.getByText(/It would reach \d+ people now/).waitFor();
    await page.getByLabel('Title').fill('One hour <b>together</b>');
    await page.getByLabel('Text').fill('Tomorrow at six I read with you.\njavascript:alert(1)');
    await expectNoViolations(page);
    await look(page, 'announcement-write');
    await page.getByRole('button', { name: 'Send announcement' }).click();
    await page.getByRole('heading', { name: 'One hour <b>together</b>', level: 1 }).waitFor();
    await page.getByText('To participants who are behind').waitFor();
    expect(await page.getByRole('link', { name: /javascript/ }).count()).toBe(0);
    await page.getByRole('link', { name: 'All announcements' }).click();
    await page.getByRole('link', { name: 'What to bring to the workshop' }).click();
    await page.getByText('Scheduled', { exact: true }).waitFor();
    await page.getByRole('button', { name: 'Cancel announcement' }).click();
    await page.getByRole('alertdialog').getByRole('button', { name: 'Cancel announcement' }).click();
    await page.getByText('Cancelled', { exact: true }).waitFor();
    await expectNoViolations(page);
  });
});

interface Planned {
  readonly id: string;
  readonly title: string;
  readonly startsAt: string;
}

async function sessionsOf(page: Page, editionId: string): Promise<Planned[]> {
  const reply = await page.request.get(`/api/editions/${editionId}/sessions`);
  return ((await reply.json()) as { sessions: Planned[] }).sessions;
}

async function momentOf(page: Page, editionId: string, title: string): Promise<{ day: string }> {
  const session = (await sessionsOf(page, editionId)).find((one) => one.title === title);
  return { day: session?.startsAt.slice(0, 10) ?? '' };
}

/** Takes a roll by these keys and closes it by one more. How often a key was pressed. */
async function pressToClose(page: Page, keys: readonly string[]): Promise<number> {
  for (const key of keys) await page.keyboard.press(key);
  await page.getByText('Attendance taken for all').waitFor();
  await page.waitForFunction(() => document.activeElement?.textContent?.includes('Close attendance'));
  await page.keyboard.press('Enter');
  return keys.length + 1;
}
