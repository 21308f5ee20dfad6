import { setTimeout as pause } from 'node:timers/promises';
import { chromium } from 'playwright-core';

/** A screen is complete when it has asked for nothing more for this many milliseconds. */
const quiet = 600;

/** A browser that opens screens of the product and notes what they ask the api for. */
export async function startRecorder() {
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium-headless-shell',
    args: ['--no-sandbox', '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost'],
  });

  /**
   * Opens a screen as somebody and answers what it asked for, `{ path, status }` each, in waves: those of a later wave were
   * asked after an answer of the one before. `from`: the page that is open before, inside of the app.
   */
  async function record(address, { path, cookie }, from) {
    const context = await browser.newContext({ baseURL: address, locale: 'en' });
    try {
      if (cookie) {
        const [name, value] = cookie.split('=');
        await context.addCookies([{ name, value, url: address }]);
      }
      const page = await context.newPage();
      const notes = notesOf(page);
      if (from) {
        await opened(page, () => page.goto(from), notes);
        notes.begin();
        // The way of a link: the router hears of the address, and nothing is loaded anew.
        await opened(page, () => page.evaluate(goTo, path), notes);
      } else {
        await opened(page, () => page.goto(path), notes);
      }
      return notes.waves();
    } finally {
      await context.close();
    }
  }
  return { record, close: () => browser.close() };
}

async function opened(page, open, notes) {
  await open();
  await page.locator('main h1').first().waitFor({ timeout: 30_000 });
  await notes.untilQuiet();
}

function goTo(path) {
  history.pushState({}, '', path);
  dispatchEvent(new PopStateEvent('popstate', { state: {} }));
}

/** The reads of the api by a page, with their answers. */
function notesOf(page) {
  const known = new Map();
  let waves = [];
  let underWay = 0;
  let answersOfWave = 0;
  let last = performance.now();
  // A stream that tells when to ask again is no question itself, and stays open.
  const isRead = (request) =>
    new URL(request.url()).pathname.startsWith('/api/') &&
    request.method() === 'GET' &&
    request.resourceType() !== 'eventsource';
  page.on('request', (request) => {
    if (!isRead(request)) return;
    if (!waves.length || answersOfWave) {
      waves.push([]);
      answersOfWave = 0;
    }
    const { pathname, search } = new URL(request.url());
    const asked = { path: pathname + search, status: undefined };
    waves.at(-1).push(asked);
    known.set(request, asked);
    underWay += 1;
  });
  page.on('response', (answer) => {
    const asked = known.get(answer.request());
    if (asked) asked.status = answer.status();
  });
  const done = (request) => {
    if (!isRead(request)) return;
    underWay -= 1;
    answersOfWave += 1;
    last = performance.now();
  };
  page.on('requestfinished', done);
  page.on('requestfailed', done);
  return {
    begin() {
      waves = [];
      answersOfWave = 0;
    },
    async untilQuiet() {
      last = performance.now();
      const patience = last + 30_000;
      while (underWay > 0 || performance.now() - last < quiet) {
        if (performance.now() > patience) throw new Error(`${page.url()} does not stop asking.`);
        await pause(50);
      }
    },
    waves() {
      // A visitor is told so, and a production has no demo; whoever else is refused has nothing on the screen.
      const refused = waves.flat().filter(({ status }) => ![200, 304, 401, 404].includes(status));
      if (refused.length) throw new Error(`${page.url()} was refused: ${JSON.stringify(refused)}`);
      return waves;
    },
  };
}
