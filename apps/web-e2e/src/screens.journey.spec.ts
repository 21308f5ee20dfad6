import type { Page } from 'playwright-core';
import { does, journey, movedIn, onLine, sideBySide, signIn, steadyLine, watchMoves } from './harness';
import { pagesOfRoutes } from './screens/pages-of-routes';
import { whatIsAsked } from './screens/recorder';
import { type Screen, screens } from './screens/screens';

/**
 * Opens every page of the application from nothing, as somebody who has it, counts what it asks and adds up how much of
 * it moves. A page may cost two requests and eight statements, and stays where it is while its data come. One change of its own may
 * follow: that its reader has opened it.
 *
 * After a build: `npx jest -c apps/web-e2e/jest.config.cjs screens`. With `PAGES='desk|rulings'` only the pages that fit,
 * and with `SHOW=yes` it prints what each asks.
 */
const budget = { requests: 2, statements: 8, changes: 1, moves: 0.1 };
const wanted = new RegExp(process.env['PAGES'] ?? '');

type Cost = typeof budget;

const { visit } = journey();

/** A window for each person, in which they are signed in. */
const windows = new Map<Screen['by'], Promise<Page>>();
function windowOf(by: Screen['by']): Promise<Page> {
  const window = windows.get(by) ?? open(by);
  windows.set(by, window);
  return window;
}
async function open(by: Screen['by']): Promise<Page> {
  const page = await visit('/not-yours');
  // Until the browser knows who is signed in.
  if (by !== 'visitor') await whatIsAsked(page, () => signIn(page, by, '/not-yours'));
  await watchMoves(page);
  await onLine(page, steadyLine);
  return page;
}

/** The values of this name in an answer. */
function valuesIn(answer: unknown, name: string): string[] {
  if (typeof answer !== 'object' || answer === null) return [];
  return Object.entries(answer).flatMap(([key, part]) => (key === name ? [String(part)] : valuesIn(part, name)));
}

interface Edition {
  readonly id: string;
  readonly name: string;
}

/** The editions in which somebody has a part, and those to which they apply. */
async function editionsOf(page: Page): Promise<Edition[]> {
  const { items } = await does<{ items: Edition[] }>(page, 'GET', '/editions');
  const applications = await does<{ items: { editionId: string; edition: string }[] }>(page, 'GET', '/my-applications');
  return [...items, ...applications.items.map(({ editionId, edition }) => ({ id: editionId, name: edition }))];
}

async function addressOf(page: Page, { page: path, edition = 'Autumn 2026', from = {}, query }: Screen) {
  const inEdition = [path, ...Object.values(from).flat()].some((part) => String(part).includes(':editionId'));
  const id = inEdition ? (await editionsOf(page)).find(({ name }) => name === edition)?.id : '';
  if (id === undefined) throw new Error(`no edition ${edition}`);
  let address = `/${path}`.replace(':editionId', id);
  for (const [part, [question, name, at = 0]] of Object.entries(from)) {
    const value = valuesIn(await does(page, 'GET', question.replace(':editionId', id)), name)[at];
    if (value === undefined) throw new Error(`${question} has no ${name}`);
    address = address.replace(`:${part}`, value);
  }
  return query ? `${address}?${query}` : address;
}

async function costOf(screen: Screen): Promise<Cost> {
  const page = await windowOf(screen.by);
  const address = await addressOf(page, screen);
  // What the page before still asks is not this one's. An empty page of elsewhere would take a new process of the browser.
  await page.goto('/health/live');
  const asked = await whatIsAsked(page, () => page.goto(address));
  if (process.env['SHOW']) process.stdout.write(`${JSON.stringify({ page: screen.page, asked })}\n`);
  // A list of one goes on to the one.
  if (!page.url().includes(address)) throw new Error(`${address} leads to ${page.url()}`);
  const questions = asked.filter(({ isChange }) => !isChange);
  return {
    requests: questions.length,
    statements: questions.reduce((sum, { statements }) => sum + statements, 0),
    changes: asked.length - questions.length,
    moves: await movedIn(page),
  };
}

/** Nothing, or that this page costs more than a page may. */
const complaintsOf = (page: string, cost: Cost): string[] =>
  (['requests', 'statements', 'changes', 'moves'] as const)
    .filter((what) => cost[what] > budget[what])
    .map((what) => `${page} costs ${cost[what]} ${what}, more than ${budget[what]}: make it leaner`);

describe('the pages of the application', () => {
  it('are all opened here', () => {
    expect(screens.map(({ page }) => page).sort()).toEqual(pagesOfRoutes());
  });

  it('cost two requests and eight statements at most, and stay where they are', async () => {
    const complaints: string[] = [];
    const ofPerson = Map.groupBy(
      screens.filter(({ page }) => wanted.test(page)),
      ({ by }) => by,
    );
    // Most of the time a page waits for its data: meanwhile another person's page comes.
    await sideBySide([...ofPerson.values()], async (theirs) => {
      for (const screen of theirs)
        try {
          complaints.push(...complaintsOf(screen.page, await costOf(screen)));
        } catch (error) {
          complaints.push(`${screen.page} does not open for the ${screen.by}: ${(error as Error).message}`);
        }
    });
    expect(complaints).toEqual([]);
  }, 600_000);
});

describe('a person whom the browser knows', () => {
  it('is led to the sign-in where their session is over, and to nothing of theirs after it', async () => {
    const page = await visit('/not-yours');
    await signIn(page, 'applicant', '/account');
    await page.context().clearCookies();
    await page.goto('/account');
    await page.waitForURL('**/sign-in?then=%2Faccount');
    expect(await page.evaluate(() => Object.keys(localStorage).filter((key) => key.includes('person')))).toEqual([]);
  });
});
