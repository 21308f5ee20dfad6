import type { Page, Request } from 'playwright-core';

/** One request of a screen to the api, and the statements that it took. */
export interface Asked {
  readonly address: string;
  readonly statements: number;
  /** It changes something, and is no question. */
  readonly isChange: boolean;
}

const isAsked = (url: string) => new URL(url).pathname.startsWith('/api/');

const isOfFrame = (request: Request) => request.frame().parentFrame() !== null;

/** A screen has asked all when this long nothing was under way. */
const quietFor = 250;

/**
 * Opens a screen and records what it asks, until nothing more is under way: neither a question nor code that may ask one.
 * Every page asks something, if only whether this is a demo.
 */
export async function whatIsAsked(page: Page, open: () => Promise<unknown>): Promise<Asked[]> {
  const asked: Request[] = [];
  const underWay = new Set<Request>();
  let lastAt = 0;
  // A stream that tells when to ask again is no question itself, and stays open; a file in a frame is none either, and
  // may be that of the page before.
  const begun = (request: Request) =>
    void (request.resourceType() === 'eventsource' || isOfFrame(request) || underWay.add(request));
  const ended = (request: Request) => {
    // What the page before had begun ends with it.
    if (!underWay.delete(request)) return;
    lastAt = Date.now();
    if (isAsked(request.url())) asked.push(request);
  };
  page.on('request', begun).on('requestfinished', ended).on('requestfailed', ended);
  try {
    await open();
    await page.locator('main h1').first().waitFor();
    while (asked.length === 0 || underWay.size > 0 || Date.now() - lastAt < quietFor) await idle(page);
  } finally {
    page.off('request', begun).off('requestfinished', ended).off('requestfailed', ended);
  }
  return Promise.all(
    asked.map(async (request) => ({
      address: pathOf(request.url()),
      statements: await statementsOf(request),
      isChange: request.method() !== 'GET',
    })),
  );
}

async function statementsOf(request: Request): Promise<number> {
  const timing = await (await request.response())?.headerValue('server-timing');
  const [, statements] = /dur=(\d+)/.exec(timing ?? '') ?? [];
  if (statements === undefined) throw new Error(`${request.url()} does not say what it cost`);
  return Number(statements);
}

/** Waits until the page has nothing to do: on a busy machine that takes longer than any fixed time. */
const idle = (page: Page) =>
  page.evaluate(() => new Promise<void>((resolve) => setTimeout(() => requestIdleCallback(() => resolve()), 50)));

function pathOf(url: string): string {
  const { pathname, search } = new URL(url);
  return decodeURIComponent(`${pathname}${search}`);
}
