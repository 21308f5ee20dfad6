import { linkMailedTo } from '../harness';
import type { Page } from 'playwright-core';

/** A person who comes for the first time and leaves with a credential. */
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

/** The newcomer asks for an account, opens it by the link of the mail and gives their details. */
export async function register(page: Page): Promise<void> {
  await page.goto('/register');
  await page.getByLabel('Given name').fill(newcomer.givenName);
  await page.getByLabel('Family name').fill(newcomer.familyName);
  await page.getByLabel('E-mail address').fill(newcomer.email);
  await page.getByRole('button', { name: 'Send link' }).click();
  await page.waitForURL('**/register/sent');

  await page.goto(await linkMailedTo(page, newcomer.email, 'Create your account'));
  await page.getByText(`${newcomer.email} is confirmed`).waitFor();
  await page.getByLabel('Password').fill(newcomer.password);
  await page.getByRole('button', { name: 'Create account' }).click();
  await page.getByRole('button', { name: newcomer.givenName }).waitFor();
  await page.goto('/account');
  await page.getByLabel('Date of birth').fill(newcomer.birthDate);
  await page.getByLabel('Institution').fill('Maremma');
  await page.getByRole('option', { name: newcomer.institution }).click();
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByText('Saved', { exact: true }).waitFor();
}

/** Somebody opens the account to which an invitation leads. */
export async function joinLibretto(
  page: Page,
  link: string,
  {
    givenName,
    familyName,
    password,
  }: { readonly givenName: string; readonly familyName: string; readonly password: string },
): Promise<void> {
  await page.goto(link);
  await page.getByLabel('Given name').fill(givenName);
  await page.getByLabel('Family name').fill(familyName);
  await page.getByLabel('Password').fill(password);
  await page.getByRole('button', { name: 'Create account' }).click();
  await page.getByRole('button', { name: givenName }).waitFor();
}
