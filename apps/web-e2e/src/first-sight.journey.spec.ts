import type { Page } from 'playwright-core';
import {
  firstSight,
  journey,
  movedIn,
  onLine,
  type Person,
  sideBySide,
  signIn,
  steadyLine,
  watchMoves,
} from './harness';
import { whatIsAsked } from './screens/recorder';

const { goOn, url, visit } = journey();

const forVisitors = [
  '/programmes',
  '/programmes/automatic-recognition',
  '/sign-in',
  '/register',
  '/verify',
  '/privacy',
];
const people: readonly Person[] = ['coordinator', 'registrar', 'chair', 'member', 'tutor', 'participant', 'applicant'];

/** Where a person's work begins, and what the navigation there leads to. */
async function pagesOf(page: Page, person: Person): Promise<string[]> {
  await signIn(page, person);
  const links = await page
    .locator('lib-root nav a[href]')
    .evaluateAll((all) => all.map((link) => (link as HTMLAnchorElement).pathname));
  return [new URL(page.url()).pathname, ...links];
}

describe('a page at first sight', () => {
  it.each(['/programmes', '/programmes/automatic-recognition', '/sign-in', '/account'])(
    '%s says its first words within a second on a slow line',
    async (address) => {
      // The server has answered before.
      await fetch(url() + address);
      const { words } = await firstSight(await visit(), address);
      // A second on a machine that does nothing else.
      expect(words).toBeLessThan(2000);
    },
  );

  it('says them within two seconds where the server has just started', async () => {
    await goOn();
    const { words } = await firstSight(await visit(), '/programmes');
    expect(words).toBeLessThan(4000);
  });

  it('stays where it is while it comes to a phone', async () => {
    const jumped: Record<string, number> = {};
    const seen = new Set<string>();
    const see = async (page: Page, addresses: readonly string[]) => {
      for (const address of new Set(addresses).difference(seen)) {
        seen.add(address);
        await whatIsAsked(page, () => page.goto(address));
        const moved = await movedIn(page);
        if (moved >= 0.1) jumped[address] = moved;
      }
    };
    const onPhone = async () => {
      const page = await visit(undefined, { width: 390 });
      await watchMoves(page);
      await onLine(page, steadyLine);
      return page;
    };
    await see(await onPhone(), forVisitors);
    await sideBySide(people, async (person) => {
      const page = await onPhone();
      await see(page, await pagesOf(page, person));
    });
    expect(seen.size).toBeGreaterThan(12);
    expect(jumped).toEqual({});
  });

  it('has the code of a page before somebody follows the link to it', async () => {
    const page = await visit('/programmes');
    await page.getByRole('heading', { name: 'Programmes', level: 1 }).waitFor();
    await page.waitForLoadState('networkidle');
    const scripts: string[] = [];
    page.on('request', (request) => request.resourceType() === 'script' && scripts.push(request.url()));
    const asked = page.waitForRequest((request) => request.resourceType() === 'script');
    await page.getByRole('link', { name: 'Privacy' }).hover();
    await asked;
    await page.waitForLoadState('networkidle');
    const ahead = scripts.length;
    expect(ahead).toBeGreaterThan(0);
    await page.getByRole('link', { name: 'Privacy' }).click();
    await page.getByRole('heading', { name: 'Privacy', level: 1 }).waitFor();
    expect(scripts.length).toBe(ahead);
  });
});
