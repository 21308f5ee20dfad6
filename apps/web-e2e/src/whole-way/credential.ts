import type { Page } from 'playwright-core';
import { signIn } from '../harness';
import { newcomer } from './person';
import { demoPlay } from './play';

/** The documents that the participant takes home. */
export interface TakenHome {
  /** The address for sharing. */
  readonly address: string;
  /** The certificate with its supplement. */
  readonly certificate: Buffer;
}

/**
 * The participant reads in the booklet that every requirement is met, confirms the names, waits for the credential and
 * downloads the certificate.
 */
export async function receiveCredential(page: Page, editionId: string, play = demoPlay): Promise<TakenHome> {
  await play.as(page, 'newcomer', '/booklet');
  await page.getByRole('link', { name: 'View credential' }).click();
  await page.waitForURL(`**/editions/${editionId}/credential`);
  await page.getByText('Confirm your details').waitFor();
  await play.inspect(page);
  expect(await page.getByLabel('Family name').inputValue()).toBe(play.newcomer.familyName);
  await page.getByRole('button', { name: 'Confirm details', exact: true }).click();
  const download = page.getByRole('link', { name: 'Download certificate' });
  await download.waitFor({ timeout: 120_000 });
  await play.inspect(page);

  const certificate = await page.request.get((await download.getAttribute('href')) ?? '');
  expect(certificate.headers()['content-type']).toContain('application/pdf');
  await page.goto(await play.linkMailedTo(page, play.newcomer.email, `Your credential: ${play.credentialTitle}`));
  await page.getByRole('heading', { name: play.credentialTitle, level: 1 }).waitFor();
  await page.getByText('Your credential').waitFor();
  await play.inspect(page);
  return { address: page.url(), certificate: await certificate.body() };
}

/** A person with the address reads the page and fetches the signed credential from it. */
export async function fetchSigned(page: Page, address: string, play = demoPlay): Promise<string> {
  await page.goto(address);
  await page.getByText('This credential is valid, according to its issuer.').waitFor();
  await page.getByText(play.newcomer.name).first().waitFor();
  expect(await page.getByText('Your credential').count()).toBe(0);
  const signed = page.getByRole('link', { name: 'Signed credential (JSON)' });
  return (await page.request.get((await signed.getAttribute('href')) ?? '')).text();
}

/** The registrar finds the award and revokes its credential. */
export async function revoke(page: Page): Promise<void> {
  await signIn(page, 'registrar', '/awards');
  await page.getByRole('link', { name: newcomer.name }).waitFor();
  await page.getByRole('link', { name: newcomer.name }).click();
  await page.locator('summary', { hasText: 'Revoke credential' }).click();
  await page.locator('lib-revoke-credential').getByLabel('Reason').fill('The degree certificate was not genuine.');
  await page.getByRole('button', { name: 'Revoke credential' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Revoke credential' }).click();
  await page.locator('main').getByText('Revoked').first().waitFor();
}
