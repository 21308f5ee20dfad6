import type { Page } from 'playwright-core';
import { expectNoViolations, expectRings, journey, look, recipientOf, signIn } from './harness';

const { visit } = journey();

/** A tutor's today in the running edition: a session is in progress, and a roll of yesterday was left open. */
async function today(page: Page): Promise<string> {
  await signIn(page, 'tutor');
  const { items } = (await (await page.request.get('/api/editions')).json()) as {
    items: { id: string; name: string }[];
  };
  const editionId = items.find(({ name }) => name === 'Autumn 2026')?.id ?? '';
  await page.goto(`/editions/${editionId}/today`);
  await page.getByRole('heading', { name: 'Attendance to close' }).waitFor();
  return editionId;
}

describe('a tutor', () => {
  it('takes a roll with one key per person and one to close it', async () => {
    const page = await visit();
    await today(page);
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

    let presses = 0;
    for (const key of `lea${'p'.repeat(people - 3)}`) {
      await page.keyboard.press(key);
      presses += 1;
    }
    await page.getByText(`Attendance taken for all ${people} people.`).waitFor();
    await page.waitForFunction(() => document.activeElement?.textContent?.includes('Close attendance'));
    await page.keyboard.press('Enter');
    presses += 1;
    await page.getByText('Closed by Teresa Tavares.').waitFor();
    // The button is gone, the focus is not.
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('H1');
    expect(presses).toBeLessThanOrEqual(people + 1);
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
    await page.getByRole('heading', { name: `Hours of ${name}` }).waitFor();
    await page.getByText('<b>Came in by the other door.</b>').waitFor();
    await expectNoViolations(page);
  });

  it('plans a session, is told when a room is taken, moves it and cancels it', async () => {
    const page = await visit();
    const editionId = await today(page);
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
    await page.getByRole('button', { name: 'Plan session' }).click();
    await page.getByText('The room is already booked at that time for “Workshop”.').waitFor();
    await page.getByLabel('Start time').fill('18:00');
    await page.getByLabel('End time').fill('19:30');
    await page.getByRole('button', { name: 'Plan session' }).click();
    await page.getByText('Closing <i>words</i>').first().waitFor();
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

  it('puts a link on a module’s page and takes it off again', async () => {
    const page = await visit();
    const editionId = await today(page);
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
});

async function momentOf(page: Page, editionId: string, title: string): Promise<{ day: string }> {
  const reply = await page.request.get(`/api/editions/${editionId}/sessions`);
  const { sessions } = (await reply.json()) as { sessions: { title: string; startsAt: string }[] };
  return { day: sessions.find((session) => session.title === title)?.startsAt.slice(0, 10) ?? '' };
}
