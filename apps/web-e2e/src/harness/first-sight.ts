import type { Page } from 'playwright-core';

/** "Slow 3G" of Chrome's developer tools: 400 ms until anything comes, then 400 kbit/s. */
export const slow3G = { offline: false, latency: 400, downloadThroughput: 50_000, uploadThroughput: 50_000 };
/** A line on which a page waits for its data long enough to be seen waiting. */
export const steadyLine = { offline: false, latency: 150, downloadThroughput: -1, uploadThroughput: -1 };

/** How a page comes into sight; times are milliseconds after it was asked for. */
export interface FirstSight {
  /** Its first words can be read. */
  readonly words: number;
  /** The application has taken the place of what the server said. */
  readonly application: number;
  /** What had come over the line until then. */
  readonly kilobytes: number;
}

/** Lets a page be as if on this line, until it is closed. */
export async function onLine(page: Page, line: typeof slow3G): Promise<void> {
  const network = await page.context().newCDPSession(page);
  await network.send('Network.enable');
  await network.send('Network.emulateNetworkConditions', line);
}

/** Adds up, from the next address on, how much of a page moves without anybody’s doing; `movedIn` reads it. */
export const watchMoves = (page: Page) =>
  page.addInitScript(() => {
    const moved = { by: 0 };
    Object.assign(window, { moved });
    new PerformanceObserver((list) => {
      for (const one of list.getEntries() as (PerformanceEntry & { value: number; hadRecentInput: boolean })[])
        if (!one.hadRecentInput) moved.by += one.value;
    }).observe({ type: 'layout-shift', buffered: true });
  });

export const movedIn = (page: Page): Promise<number> =>
  page.evaluate(() => (window as unknown as { moved: { by: number } }).moved.by);

/** Opens an address over a slow line as if for the first time: nothing of it is kept. */
export async function firstSight(page: Page, address: string): Promise<FirstSight> {
  const network = await page.context().newCDPSession(page);
  await network.send('Network.enable');
  await network.send('Network.setCacheDisabled', { cacheDisabled: true });
  await network.send('Network.emulateNetworkConditions', slow3G);
  let bytes = 0;
  network.on('Network.loadingFinished', ({ encodedDataLength }) => (bytes += encodedDataLength));
  await page.goto(address);
  await page.locator('#served').waitFor({ state: 'detached' });
  const application = await page.evaluate(() => performance.now());
  const kilobytes = bytes / 1000;
  const words = await page.evaluate(
    () => performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? Infinity,
  );
  await network.detach();
  return { words, application, kilobytes };
}
