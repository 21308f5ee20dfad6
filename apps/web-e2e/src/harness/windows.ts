import { type Browser, type CDPSession, chromium, type Page } from 'playwright-core';
import { noteWhatGoesWrong, whatItShows } from './what-it-shows';

export type By = ReturnType<typeof browserWindows>['by'];

/** The path of the browser: Chromium without a screen, which needs half of the time of the one with a screen. */
const executablePath = process.env['CHROMIUM'] ?? '/usr/bin/chromium-headless-shell';

let launched: Promise<Browser> | undefined;

/** The browser of this process, for all files of journeys: it talks to this machine and to nobody else. */
async function theBrowser(): Promise<Browser> {
  if (!(await launched)?.isConnected())
    launched = chromium.launch({
      executablePath,
      // Only this machine's own names resolve.
      args: [
        '--no-sandbox',
        '--disable-background-networking',
        '--no-first-run',
        // A microphone that hums, which everybody may use.
        '--use-fake-device-for-media-stream',
        '--use-fake-ui-for-media-stream',
        '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost',
        // A page lives too short for the compilers of hot code to be worth their time.
        '--js-flags=--no-opt,--no-maglev,--min-semi-space-size=16',
      ],
    });
  return launched as Promise<Browser>;
}

/** Ends the browser: the last file of journeys is over. */
export const endBrowser = async (): Promise<void> => (await launched)?.close();

/** Windows that nobody uses now, of all files of journeys, by the address of their product and their language. */
const left = new Map<string, Page[]>();
/** For each window, what empties it, and whether something stays in it for good. */
const leaving = new WeakMap<Page, CDPSession>();
const isMarked = new WeakSet<Page>();

/**
 * The windows of one file of journeys on one address. Whoever is done leaves a window as if nobody had been there, and
 * the next one goes on with it: a new window costs as much processor time as two pages.
 */
export function browserWindows(url: () => string) {
  let browser: Browser | undefined;
  const inUse = new Map<Page, { language: string; isKept: boolean }>();
  const keyOf = (language: string) => `${url()} ${language}`;

  /** A window with an empty page. */
  async function take({ language = 'en', width = 1280 } = {}, isKept = false): Promise<Page> {
    if (!browser) throw new Error('The browser is not open yet.');
    const page = left.get(keyOf(language))?.pop() ?? (await newWindow(browser, url(), language));
    inUse.set(page, { language, isKept });
    page.context().setDefaultTimeout(30_000);
    if (page.viewportSize()?.width !== width) await page.setViewportSize({ width, height: 800 });
    return page;
  }

  /** Leaves a window to others, or closes it if something stays in it. */
  async function putAway(page: Page): Promise<void> {
    const { language } = inUse.get(page) ?? { language: 'en' };
    inUse.delete(page);
    if (hasFailed() || isMarked.has(page) || page.isClosed()) return page.context().close();
    await leave(page, url());
    left.set(keyOf(language), [...(left.get(keyOf(language)) ?? []), page]);
  }

  return {
    async open(): Promise<void> {
      browser = await theBrowser();
    },
    /** A window of nobody: at an address of the product, or with nothing open in it yet. */
    async visit(path?: string, how?: { language?: string; width?: number }): Promise<Page> {
      const page = await take(how);
      if (path) await page.goto(path);
      return page;
    },
    /** Gives somebody a window until they are done. */
    async by<T>(somebody: (page: Page) => Promise<T>, language = 'en'): Promise<T> {
      const page = await take({ language });
      page.context().setDefaultTimeout(45_000);
      try {
        const done = await somebody(page);
        await putAway(page);
        return done;
      } catch (error) {
        throw new Error(`${(error as Error).message}\n\n${await whatItShows(page)}`, { cause: error });
      }
    },
    /** A window that stays open when the others are put away. */
    keep: (): Promise<Page> => take({}, true),
    /** Puts the windows of a test away, except those that are kept; if it failed, all say what they show. */
    async closeAll(): Promise<void> {
      if (hasFailed())
        for (const window of inUse.keys())
          for (const page of window.context().pages()) console.error(await whatItShows(page));
      for (const [page, { isKept }] of inUse) if (!isKept) await putAway(page);
    },
    async end(): Promise<void> {
      for (const page of inUse.keys()) await putAway(page);
    },
  };
}

const hasFailed = () => Boolean((globalThis as { testHasFailed?: boolean }).testHasFailed);

async function newWindow(browser: Browser, baseURL: string, locale: string): Promise<Page> {
  const context = await browser.newContext({
    baseURL,
    locale,
    viewport: { width: 1280, height: 800 },
    reducedMotion: 'reduce',
    acceptDownloads: true,
  });
  const page = await context.newPage();
  leaving.set(page, await context.newCDPSession(page));
  markWhatStays(page);
  noteWhatGoesWrong(page);
  const goto = page.goto.bind(page);
  // The server's page has the same words: a journey begins once the application stands in its place.
  page.goto = async (...address) => {
    const answer = await goto(...address);
    await page.locator('#served').waitFor({ state: 'detached' });
    return answer;
  };
  return page;
}

/** What is done to a window, and not to the page in it, stays: nobody else gets this window. */
function markWhatStays(page: Page): void {
  const mark = <A extends unknown[], T>(work: (...how: A) => T) =>
    ((...how: A) => {
      isMarked.add(page);
      return work(...how);
    }) as typeof work;
  page.addInitScript = mark(page.addInitScript.bind(page));
  page.route = mark(page.route.bind(page));
  page.routeWebSocket = mark(page.routeWebSocket.bind(page));
  page.context().newCDPSession = mark(page.context().newCDPSession.bind(page.context()));
  page.context().setOffline = mark(page.context().setOffline.bind(page.context()));
}

/** Leaves a window as if nobody had been there, but for the files of the application that it has kept. */
async function leave(page: Page, origin: string): Promise<void> {
  for (const other of page.context().pages()) if (other !== page) await other.close();
  page.removeAllListeners();
  noteWhatGoesWrong(page);
  await page.goto('/health/live');
  await page.evaluate(() => sessionStorage.clear());
  await leaving.get(page)?.send('Storage.clearDataForOrigin', { origin, storageTypes: 'all' });
  await page.context().clearCookies();
  await page.context().clearPermissions();
  await page.emulateMedia({ colorScheme: null, forcedColors: null, media: null, reducedMotion: 'reduce' });
}
