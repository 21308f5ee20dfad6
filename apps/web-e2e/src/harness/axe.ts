import { readFileSync } from 'node:fs';
import type axe from 'axe-core';
import type { BrowserContext, Page } from 'playwright-core';

/** Sending these 650 kB takes longer than running them, so each window gets them once; a page runs them when asked. */
const source = `window.bringAxe = () => {${readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8')}};`;
const given = new WeakSet<BrowserContext>();

interface Inspected {
  readonly axe?: typeof axe;
  readonly bringAxe?: () => void;
}

/**
 * Axe finds nothing on the page in its present state, with one `h1`. A frame shows somebody else's document: axe does
 * not look into it.
 */
export async function expectNoViolations(page: Page): Promise<void> {
  // Waits until everything has loaded: nobody reads a page that is still loading.
  await page.waitForFunction(() => document.querySelector('main h1') && !document.querySelector('main lib-skeleton'));
  if (!given.has(page.context())) {
    given.add(page.context());
    await page.context().addInitScript({ content: source });
  }
  if (!(await page.evaluate(() => 'bringAxe' in window))) await page.evaluate(`${source} 0`);
  const [violations, headings] = await page.evaluate(inspect);
  expect(violations).toEqual([]);
  expect(headings).toBe(1);
}

/** Runs in the page. Only violations leave it: axe's whole report takes longer to send than to find. */
async function inspect(): Promise<[violations: string[], headings: number]> {
  const here = window as unknown as Inspected;
  if (!here.axe) here.bringAxe?.();
  const { violations } = await (here.axe as typeof axe).run(document, { iframes: false, resultTypes: ['violations'] });
  return [
    violations.map(
      ({ id, help, nodes }) => `${id}: ${help}\n    ${nodes.map(({ html }) => html.slice(0, 200)).join('\n    ')}`,
    ),
    document.querySelectorAll('h1').length,
  ];
}
