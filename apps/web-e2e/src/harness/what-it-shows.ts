import type { Page } from 'playwright-core';

const wentWrong = new WeakMap<Page, string[]>();

/** Writes down what goes wrong in a page, for `whatItShows`. */
export function noteWhatGoesWrong(page: Page): void {
  const notes: string[] = [];
  wentWrong.set(page, notes);
  page.on('pageerror', ({ message }) => notes.push(`error: ${message}`));
  page.on('console', (line) => line.type() === 'error' && notes.push(`console: ${line.text()}`));
  page.on('requestfailed', (request) =>
    notes.push(`${request.method()} ${request.url()}: ${request.failure()?.errorText}`),
  );
  page.on('response', (answer) => {
    if (answer.status() >= 400) notes.push(`${answer.request().method()} ${answer.url()}: ${answer.status()}`);
  });
}

/** The address and the text of a page, and what went wrong in it: this explains more than the text that was waited for. */
export async function whatItShows(page: Page): Promise<string> {
  const text = await page.locator('body').innerText({ timeout: 5000 }).catch(String);
  return [`The page ${page.url()} says:`, text, 'Went wrong there:', ...(wentWrong.get(page) ?? [])].join('\n');
}
