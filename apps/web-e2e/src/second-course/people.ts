import type { Page } from 'playwright-core';
import { colleagues } from './cast';

/** The coordinator invites everybody by mail, each to a role in the edition. */
export async function inviteColleagues(page: Page, edition: string): Promise<void> {
  await page.getByRole('link', { name: 'Invite people' }).first().click();
  await page.getByRole('heading', { name: 'Invite people', level: 1 }).waitFor();
  for (const { role, email } of Object.values(colleagues)) {
    await page.getByLabel('Role', { exact: true }).selectOption({ label: role });
    await page.getByLabel('Edition', { exact: true }).selectOption({ label: edition });
    await page.getByLabel('E-mail address').fill(email);
    const invited = page.waitForResponse((response) => response.request().method() === 'POST');
    await page.getByRole('button', { name: 'Invite person' }).click();
    await invited;
    await page.getByText('1 person invited').last().waitFor();
  }
}
