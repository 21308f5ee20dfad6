import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
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

/** The windows of one file of journeys on one address. */
export function browserWindows(url: () => string) {
  let browser: Browser | undefined;
  const contexts: BrowserContext[] = [];
  const kept = new Set<BrowserContext>();
  const left = new Map<string, Page[]>();

  /** A window of its own with an empty page. */
  async function newWindow({ language = 'en', width = 1280 } = {}): Promise<Page> {
    if (!browser) throw new Error('The browser is not open yet.');
    const context = await browser.newContext({
      baseURL: url(),
      locale: language,
      viewport: { width, height: 800 },
      reducedMotion: 'reduce',
      acceptDownloads: true,
    });
    contexts.push(context);
    context.setDefaultTimeout(30_000);
    const page = await context.newPage();
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

  return {
    async open(): Promise<void> {
      browser = await theBrowser();
    },
    /** A new window: at an address of the product, or with nothing open in it yet. */
    async visit(path?: string, how?: { language?: string; width?: number }): Promise<Page> {
      const page = await newWindow(how);
      if (path) await page.goto(path);
      return page;
    },
    /**
     * Gives somebody a window, and takes everything of theirs out of it when they are done: the next one goes on with it,
     * since a new window costs as much processor time as two pages.
     */
    async by<T>(somebody: (page: Page) => Promise<T>, language = 'en'): Promise<T> {
      const page = left.get(language)?.pop() ?? (await newWindow({ language }));
      page.context().setDefaultTimeout(45_000);
      try {
        const done = await somebody(page);
        await leave(page, url());
        left.set(language, [...(left.get(language) ?? []), page]);
        return done;
      } catch (error) {
        throw new Error(`${(error as Error).message}\n\n${await whatItShows(page)}`, { cause: error });
      }
    },
    /** A new window that stays open when the others are closed. */
    async keep(): Promise<Page> {
      const page = await newWindow();
      kept.add(page.context());
      return page;
    },
    /** Closes the windows of a test, except those that are kept; if it failed, all say what they show. */
    async closeAll(): Promise<void> {
      if ((globalThis as { testHasFailed?: boolean }).testHasFailed)
        for (const context of browser?.contexts() ?? [])
          for (const page of context.pages()) console.error(await whatItShows(page));
      left.clear();
      for (const context of contexts.splice(0)) if (!kept.has(context)) await context.close();
    },
    async end(): Promise<void> {
      for (const context of [...contexts.splice(0), ...kept]) await context.close();
    },
  };
}

/** Leaves a window as if nobody had been there, but for the files of the application that it has kept. */
async function leave(page: Page, origin: string): Promise<void> {
  await page.goto('/health/live');
  await page.evaluate(() => sessionStorage.clear());
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Storage.clearDataForOrigin', { origin, storageTypes: 'all' });
  await devtools.detach();
  await page.context().clearCookies();
  await page.context().clearPermissions();
  for (const other of page.context().pages()) if (other !== page) await other.close();
}
