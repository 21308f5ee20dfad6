import type { Page } from 'playwright-core';

export interface MailCard {
  readonly id: string;
  readonly to: string;
  readonly subject: string;
}

/** What the demo's mailbox holds, the newest first. */
export const mails = async (page: Page): Promise<MailCard[]> => (await (await page.request.get('/api/demo/mails')).json()) as MailCard[];

/** To whom a new mail of this subject has gone; it leaves a moment after the change that it tells. */
export async function recipientOf(page: Page, subject: string, before: readonly MailCard[]): Promise<string> {
  for (let tries = 0; tries < 40; tries++) {
    const found = (await mails(page)).find((mail) => mail.subject === subject && !before.some(({ id }) => id === mail.id));
    if (found) return found.to;
    await page.waitForTimeout(250);
  }
  throw new Error(`No mail “${subject}” has gone out.`);
}

/** Signs in with an address of which only a mail told, and goes on to a page. */
export async function signInAs(page: Page, email: string, then: string): Promise<void> {
  const { password } = (await (await page.request.get('/api/demo')).json()) as { password: string };
  await page.goto(`/sign-in?then=${encodeURIComponent(then)}`);
  await page.getByLabel('E-mail address').fill(email);
  await page.getByLabel('Password').fill(password);
  await page.getByRole('main').getByRole('button', { name: 'Sign in' }).click();
  await page.waitForURL((url) => url.pathname !== '/sign-in');
}
