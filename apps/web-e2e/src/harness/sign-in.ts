import type { Page } from 'playwright-core';
import { does } from './api';

/** The demo's people, by their roles. */
export type Person =
  'coordinator' | 'registrar' | 'chair' | 'member' | 'tutor' | 'participant' | 'holder' | 'applicant';

interface Demo {
  readonly password: string;
  readonly people: readonly { readonly email: string; readonly comesTo: string }[];
}

/** Comes to a page as somebody with an account. The visitor's journey covers the sign-in page itself. */
export async function enter(
  page: Page,
  { email, password }: { readonly email: string; readonly password: string },
  then: string,
): Promise<void> {
  await does(page, 'POST', '/sign-in', { email, password });
  await page.goto(then);
  await page.locator('main h1').first().waitFor();
}

/** Comes to a page as a person of the demo, by their address. */
export async function signInAs(page: Page, email: string, then: string): Promise<void> {
  const { password } = await does<Demo>(page, 'GET', '/demo');
  await enter(page, { email, password }, then);
}

/** Comes to a page, or to their start page, as one of the demo's people. */
export async function signIn(page: Page, person: Person, then = '/'): Promise<void> {
  await beSignedIn(page, person);
  await page.goto(then);
  await page.locator('main h1').first().waitFor();
}

/** As `signIn`, with no page open yet: for whoever goes on through the api, or to an address that it tells. */
export async function beSignedIn(page: Page, person: Person): Promise<void> {
  const { people, password } = await does<Demo>(page, 'GET', '/demo');
  const who = people.find(({ comesTo }) => comesTo === person);
  if (!who) throw new Error(`The demo has no ${person}.`);
  await does(page, 'POST', '/sign-in', { email: who.email, password });
}

/** The id of an edition of somebody who is signed in; by default of the running one. */
export async function editionCalled(page: Page, name = 'Autumn 2026'): Promise<string> {
  const { items } = await does<{ items: { id: string; name: string }[] }>(page, 'GET', '/editions');
  const found = items.find((one) => one.name === name);
  if (!found) throw new Error(`no edition ${name}`);
  return found.id;
}
