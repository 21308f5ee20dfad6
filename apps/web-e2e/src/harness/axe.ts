import axe from 'axe-core';
import type { Page } from 'playwright-core';

/**
 * Axe finds nothing on the page in its present state, with one `h1`. A frame shows somebody else's document: axe does
 * not look into it.
 */
export async function expectNoViolations(page: Page): Promise<void> {
  // Waits until everything has loaded: nobody reads a page that is still loading.
  await page.waitForFunction(() => document.querySelector('main h1') && !document.querySelector('main lib-skeleton'));
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source);
  expect(await page.evaluate(findViolations)).toEqual([]);
  expect(await page.locator('h1').count()).toBe(1);
}

/** Runs in the page. Only violations leave it: axe's whole report takes longer to send than to find. */
async function findViolations(): Promise<string[]> {
  const { run } = (window as unknown as { axe: typeof axe }).axe;
  const { violations } = await run(document, { iframes: false, resultTypes: ['violations'] });
  return violations.map(
    ({ id, help, nodes }) => `${id}: ${help}\n    ${nodes.map(({ html }) => html.slice(0, 200)).join('\n    ')}`,
  );
}
