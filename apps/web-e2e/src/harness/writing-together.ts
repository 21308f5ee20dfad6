import type { Page, WebSocketRoute } from 'playwright-core';

const sheet = (page: Page) => page.getByRole('textbox', { name: /^Text of/ });

/** The paragraphs of a group's text, without the names at the others' cursors. */
export const writtenIn = (page: Page) =>
  sheet(page).evaluate((element) => {
    const copy = element.cloneNode(true) as HTMLElement;
    for (const caret of copy.querySelectorAll('[class*=caret]')) caret.remove();
    return [...copy.querySelectorAll('p')].map(({ textContent }) => textContent.replace(/\u2060/g, ''));
  });

/** Writes a paragraph of its own. */
export async function write(page: Page, words: string): Promise<void> {
  await sheet(page).press('ControlOrMeta+End');
  await page.keyboard.press('Enter');
  await page.keyboard.type(words);
}

/**
 * A page whose lines of a text can be cut: a browser that is said to be offline keeps its open ones. Call it before the page
 * is opened.
 */
export async function cuttable(page: Page): Promise<{ cut(): Promise<void>; mend(): Promise<void> }> {
  const lines: WebSocketRoute[] = [];
  let isCut = false;
  await page.routeWebSocket(/workspace/, (line) => {
    if (isCut) return void line.close();
    line.connectToServer();
    lines.push(line);
  });
  return {
    async cut() {
      isCut = true;
      await page.context().setOffline(true);
      for (const line of lines) await line.close();
      await page.getByText('No connection.').waitFor();
    },
    async mend() {
      isCut = false;
      await page.context().setOffline(false);
    },
  };
}
