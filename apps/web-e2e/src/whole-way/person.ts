import { expectNoViolations } from '../harness';
import type { Page } from 'playwright-core';

/** Whoever comes for the first time and leaves with a credential. */
export interface Newcomer {
  readonly givenName: string;
  readonly familyName: string;
  readonly name: string;
  readonly email: string;
  readonly password: string;
  readonly birthDate: string;
  readonly institution: string;
}

export const newcomer: Newcomer = {
  givenName: 'Željka',
  familyName: 'D’Angiò',
  name: 'Željka D’Angiò',
  email: 'zeljka@maremma.example',
  password: 'a sentence to remember',
  birthDate: '1990-05-17',
  institution: 'Università della Maremma',
};

/** The newcomer asks for an account, opens it by the link of the mail and says who they are. */
export async function register(page: Page): Promise<void> {
  await page.goto('/register');
  await page.getByLabel('Given name').fill(newcomer.givenName);
  await page.getByLabel('Family name').fill(newcomer.familyName);
  await page.getByLabel('E-mail address').fill(newcomer.email);
  await expectNoViolations(page);
  await page.getByRole('button', { name: 'Send link' }).click();
  await page.waitForURL('**/register/sent');
  await expectNoViolations(page);

  await page.goto(await linkMailedTo(page, newcomer.email, 'Create your account'));
  await page.getByText(`${newcomer.email} is confirmed`).waitFor();
  await expectNoViolations(page);
  await page.getByLabel('Password').fill(newcomer.password);
  await page.getByRole('button', { name: 'Create account' }).click();
  await page.getByRole('button', { name: newcomer.givenName }).waitFor();
  await page.goto('/account');
  await page.getByLabel('Date of birth').fill(newcomer.birthDate);
  await page.getByLabel('Institution').fill('Maremma');
  await page.getByRole('option', { name: newcomer.institution }).click();
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByText('Saved', { exact: true }).waitFor();
  await expectNoViolations(page);
}

/** Somebody opens the account to which an invitation leads. */
export async function joinLibretto(
  page: Page,
  link: string,
  { givenName, familyName, password }: { readonly givenName: string; readonly familyName: string; readonly password: string },
): Promise<void> {
  await page.goto(link);
  await page.getByLabel('Given name').fill(givenName);
  await page.getByLabel('Family name').fill(familyName);
  await page.getByLabel('Password').fill(password);
  await page.getByRole('button', { name: 'Create account' }).click();
  await page.getByRole('button', { name: givenName }).waitFor();
}

/** Somebody signs in with address and password, on the way to a page. */
export async function enter(page: Page, who: { readonly email: string; readonly password: string }, path: string): Promise<void> {
  await page.goto(`/sign-in?then=${encodeURIComponent(path)}`);
  await page.getByLabel('E-mail address').fill(who.email);
  await page.getByLabel('Password').fill(who.password);
  await page.getByRole('main').getByRole('button', { name: 'Sign in' }).click();
  await page.waitForURL((url) => url.pathname !== '/sign-in');
  await page.locator('main h1').first().waitFor();
}

/** The link in a mail that the mailbox shows: it may still be on its way. */
export async function linkMailedTo(page: Page, email: string, subject: string): Promise<string> {
  for (let tries = 0; tries < 60; tries++) {
    await page.goto('/mailbox');
    await page.getByRole('heading', { name: 'Mailbox' }).waitFor();
    const mail = page.getByRole('row').filter({ hasText: email }).getByRole('link', { name: subject });
    await page.getByRole('row').or(page.getByText('No e-mails yet')).first().waitFor();
    if (await mail.count()) {
      await mail.first().click();
      const link = page.frameLocator('iframe').getByRole('link').first();
      return (await link.getAttribute('href')) ?? '';
    }
    await page.waitForTimeout(500);
  }
  throw new Error(`No mail “${subject}” has arrived for ${email}.`);
}
