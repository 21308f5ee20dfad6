import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { type Product, startProduct } from './product';
import { beSignedIn, editionCalled, type Person } from './sign-in';
import { browserWindows } from './windows';

/** The folder for pictures of the pages: none, unless `LOOKS` names one. */
const looks = process.env['LOOKS'];

/**
 * One journey: the seeded product for itself, and a browser that talks to nobody else. Call it once at the top of a
 * journey's file; `visit(path)` opens a fresh window of a visitor, `visit()` an empty one. `whereSeeded` starts the
 * product at the address at which the demo was seeded, so that the links and keys in its credentials lead to it: for
 * one journey of a run, since the address is free only once. `clock` is the time at which it starts, by default now.
 */
export function journey({ whereSeeded = false, clock }: { whereSeeded?: boolean; clock?: Date } = {}) {
  let product: Product;
  let folder: string;
  const windows = browserWindows(() => product.url);
  const own = new Map<Person, Promise<Page>>();

  /**
   * The window that somebody keeps for the whole file, in which they are signed in. It has most of a page already: a new
   * window costs three times as much.
   */
  function windowOf(person: Person): Promise<Page> {
    const window =
      own.get(person) ??
      windows.keep().then(async (page) => {
        await beSignedIn(page, person);
        return page;
      });
    own.set(person, window);
    return window;
  }

  /** Somebody at a page, in their window. */
  async function as(person: Person, path = '/', { width = 1280 } = {}): Promise<Page> {
    const page = await windowOf(person);
    await page.setViewportSize({ width, height: 800 });
    await page.goto(path);
    await page.locator('main h1').first().waitFor();
    return page;
  }

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'libretto-journey-'));
    cpSync(process.env['LIBRETTO_SEED'] ?? '', folder, { recursive: true });
    product = await startProduct(folder, {
      port: whereSeeded ? Number(process.env['LIBRETTO_SEED_PORT']) : undefined,
      clock,
    });
    await windows.open();
  }, 5 * 60_000);

  afterEach(() => windows.closeAll());

  afterAll(async () => {
    await windows.end();
    await product?.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  return {
    /** The address of the product, without a trailing slash. */
    url: () => product.url,
    /**
     * Stops the product and starts it at the same address on the same data, at another time (by default now). It goes
     * on with its stored data only.
     */
    async goOn(clock?: Date): Promise<void> {
      await product.stop();
      product = await startProduct(folder, { port: Number(new URL(product.url).port), clock });
    },
    visit: windows.visit,
    windowOf,
    as,
    /** Somebody at a page of an edition, by default of the running one, in their window. */
    inEdition: async (person: Person, path: string, edition?: string): Promise<Page> =>
      as(person, `/editions/${await editionCalled(await windowOf(person), edition)}/${path}`),
    by: windows.by,
  };
}

/**
 * No part of the page is wider than the window, wide or narrow. Pictures of both, light and dark, go where pictures are
 * kept.
 */
export async function look(page: Page, name: string): Promise<void> {
  const before = page.viewportSize();
  for (const width of [1280, 390]) {
    await page.setViewportSize({ width, height: 800 });
    const outside = await page.evaluate(() => Math.max(0, document.documentElement.scrollWidth - window.innerWidth));
    expect({ name, width, outside }).toEqual({ name, width, outside: 0 });
    for (const colorScheme of looks ? (['dark', 'light'] as const) : []) {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      await keepPicture(page, `${name}-${width}-${colorScheme}`);
    }
  }
  if (before) await page.setViewportSize(before);
}

async function keepPicture(page: Page, name: string): Promise<void> {
  if (looks) await page.screenshot({ path: join(looks, `${name}.png`), fullPage: true });
}

/** With forced colours, every piece that needs its colour is still visible: by an edge around it. Keeps a picture. */
export async function expectSeenInForcedColours(page: Page, name: string): Promise<void> {
  await page.emulateMedia({ forcedColors: 'active', reducedMotion: 'reduce' });
  await keepPicture(page, `${name}-forced-colours`);
  const pieces = await page
    .locator('.drawn:empty, .drawn > *')
    .evaluateAll((all) =>
      all
        .filter((piece) => piece.getClientRects().length > 0)
        .map((piece) => getComputedStyle(piece).outlineStyle + getComputedStyle(piece).outlineWidth),
    );
  expect(pieces.length).toBeGreaterThan(0);
  expect(new Set(pieces)).toEqual(new Set(['solid1px']));
  await page.emulateMedia({ forcedColors: 'none', reducedMotion: 'reduce' });
}
