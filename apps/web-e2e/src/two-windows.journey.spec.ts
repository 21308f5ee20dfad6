import type { Page } from 'playwright-core';
import {
  cuttable,
  does,
  editionCalled,
  expectNoViolations,
  journey,
  look,
  signIn,
  signInAs,
  write,
  writtenIn,
} from './harness';

const { visit } = journey();

const saved = (page: Page) => page.getByText('Saved', { exact: true }).first().waitFor();

/** A second window of the same person on the same page. */
async function secondWindow(page: Page): Promise<Page> {
  const other = await page.context().newPage();
  await other.goto(page.url());
  await other.locator('main h1').first().waitFor();
  return other;
}

const motivation = (page: Page) => page.getByLabel('Why you’re applying, and how you’ll use the course');
const conditions = (page: Page) => page.locator('#exceptionalConditions textarea').first();
const title = (page: Page) => page.locator('#degree input').first();

describe('one application in two windows', () => {
  it('keeps what both write, and asks where both wrote the same', async () => {
    const one = await visit();
    await signIn(one, 'applicant', '/applications');
    await one.getByRole('main').getByRole('table').getByRole('link').first().click();
    await motivation(one).waitFor();
    const other = await secondWindow(one);
    await motivation(other).waitFor();

    const long = 'We recognise many diplomas. '.repeat(25).trim();
    await motivation(one).fill(long);
    await title(one).fill('A corrected title');
    await conditions(other).pressSequentially('ab');
    await saved(one);
    await saved(other);
    for (const page of [one, other]) {
      await page.reload();
      await motivation(page).waitFor();
      expect([
        await motivation(page).inputValue(),
        await title(page).inputValue(),
        await conditions(page).inputValue(),
      ]).toEqual([long, 'A corrected title', 'ab']);
    }

    await motivation(one).fill('What the first window says.');
    await saved(one);
    await motivation(other).fill('What the second window says.');
    const question = other.getByRole('group', { name: 'was changed in another window too' });
    await question.waitFor();
    await question.getByText('What the first window says.').waitFor();
    await question.getByText('What the second window says.').waitFor();
    expect(await motivation(other).inputValue()).toBe('What the second window says.');
    await expectNoViolations(other);
    await look(other, 'two-values');
    await question.getByRole('button', { name: 'Keep mine' }).click();
    await saved(other);
    await one.reload();
    await motivation(one).waitFor();
    expect(await motivation(one).inputValue()).toBe('What the second window says.');

    await motivation(other).fill('The second again.');
    await saved(other);
    await motivation(one).fill('The first again.');
    await one.getByRole('button', { name: 'Use the other' }).click();
    await saved(one);
    expect(await motivation(one).inputValue()).toBe('The second again.');
  });

  it('loses nothing when a window closes within a word, nor without a connection', async () => {
    const page = await visit();
    await signIn(page, 'applicant', '/applications');
    await page.getByRole('main').getByRole('table').getByRole('link').first().click();
    await motivation(page).fill('Closed within a word.');
    await page.close();
    const [context, address] = [page.context(), page.url()];
    const next = await context.newPage();
    await next.goto(address);
    await motivation(next).waitFor();
    await next.waitForFunction(() =>
      [...document.querySelectorAll('textarea')].some(({ value }) => value === 'Closed within a word.'),
    );

    await context.setOffline(true);
    await motivation(next).fill('Written on a train.');
    await next.getByText('Not saved: no connection.').waitFor();
    await look(next, 'not-saved');
    await next.close();
    await context.setOffline(false);
    const later = await context.newPage();
    await later.goto(address);
    await motivation(later).waitFor();
    await saved(later);
    expect(await motivation(later).inputValue()).toBe('Written on a train.');

    await context.setOffline(true);
    await motivation(later).fill('Written in a tunnel.');
    await later.getByText('Not saved: no connection.').waitFor();
    await context.setOffline(false);
    await saved(later);
    await later.reload();
    await motivation(later).waitFor();
    expect(await motivation(later).inputValue()).toBe('Written in a tunnel.');
  });
});

describe('findings in two windows', () => {
  it('are all kept', async () => {
    const one = await visit();
    await signIn(one, 'member');
    await one.getByRole('banner').getByRole('link', { name: 'Applications to review' }).click();
    await one.getByRole('main').getByRole('row').filter({ hasText: 'to vote' }).first().getByRole('link').click();
    const notes = (page: Page) => page.getByRole('region', { name: 'Criteria', exact: true }).locator('textarea');
    await notes(one).first().waitFor();
    const other = await secondWindow(one);
    await notes(other).first().waitFor();
    const long = 'Page 2 of the diploma supplement says so. '.repeat(17).trim();
    await notes(one).nth(0).fill(long);
    await notes(other).nth(1).fill('ab');
    await saved(one);
    await saved(other);
    await notes(other).nth(0).fill('Something else.');
    await other.getByRole('button', { name: 'Keep mine' }).waitFor();
    await other.getByRole('button', { name: 'Use the other' }).click();
    await saved(other);
    await one.reload();
    await notes(one).first().waitFor();
    expect([await notes(one).nth(0).inputValue(), await notes(one).nth(1).inputValue()]).toEqual([long, 'ab']);
  });
});

describe('the text of a group in two browsers', () => {
  /** All that the browser keeps of the product, as somebody else who sits at it finds it. */
  const keptInBrowser = (page: Page) =>
    page.evaluate(async () => JSON.stringify([{ ...localStorage }, await indexedDB.databases()]));

  it('has what both wrote, also while one of them was offline', async () => {
    const [one, other] = [await visit(), await visit()];
    await signInAs(one, 'ines.carvalho.1@estrela.example', '/');
    await signInAs(other, 'joao.lopes.1@altodouro.example', '/');
    const work = `/editions/${await editionCalled(one)}/project-work`;
    const { group } = await does<{ group: { id: string } }>(one, 'GET', work);
    const line = await cuttable(other);
    for (const page of [one, other]) await page.goto(`${work}/workspace/${group.id}`);
    for (const page of [one, other]) await page.getByText('All changes saved').waitFor();
    await write(one, 'Each of five desks asks the same.');
    await other.getByText('Each of five desks').waitFor();
    await line.cut();
    await write(other, 'Written on a train.');
    await write(one, 'Written meanwhile.');
    await look(other, 'workspace-offline');
    expect(await one.getByText('Written on a train.').count()).toBe(0);
    await line.mend();
    await one.getByText('Written on a train.').waitFor();
    await other.getByText('Written meanwhile.').waitFor();
    await other.getByText('All changes saved').waitFor();
    const text = await writtenIn(one);
    expect(text).toEqual(expect.arrayContaining(['Each of five desks asks the same.', 'Written on a train.']));
    expect(await writtenIn(other)).toEqual(text);
    await expectNoViolations(other);

    // What has not arrived when a window goes is kept so that only its writer can read it, and sent by their next one.
    await line.cut();
    await write(other, 'Written in a tunnel.');
    await other.context().setOffline(false);
    await other.reload();
    await other.getByText('No connection.').waitFor();
    const kept = await keptInBrowser(other);
    expect(kept).toMatch(/workspace-text/);
    expect(kept).not.toMatch(/tunnel|train|desks/);
    expect(kept).not.toContain(Buffer.from('Written in a tunnel.').toString('hex').slice(8, 30));
    await line.mend();
    await one.getByText('Written in a tunnel.').waitFor();
    await other.getByText('All changes saved').waitFor();
    expect(await writtenIn(other)).toEqual(await writtenIn(one));
    expect(await keptInBrowser(other)).not.toMatch(/workspace-text/);
  });
});
