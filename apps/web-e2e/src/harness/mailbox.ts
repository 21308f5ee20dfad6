import type { Page } from 'playwright-core';

export interface MailCard {
  readonly id: string;
  readonly to: string;
  readonly subject: string;
}

/** The mails in the demo's mailbox, the newest first. */
export const mails = async (page: Page): Promise<MailCard[]> =>
  (await (await page.request.get('/api/demo/mails')).json()) as MailCard[];

/** A mail leaves a moment after its change. */
async function arrived(page: Page, subject: string, isMeant: (mail: MailCard) => boolean): Promise<MailCard> {
  for (let tries = 0; tries < 120; tries++) {
    const mail = (await mails(page)).find((one) => one.subject === subject && isMeant(one));
    if (mail) return mail;
    await page.waitForTimeout(250);
  }
  throw new Error(
    `No mail “${subject}” has gone out; there are: ${(await mails(page)).map((mail) => `${mail.to} ${mail.subject}`).join('; ')}`,
  );
}

/** The recipient of a mail with this subject that was not there before. */
export const recipientOf = async (page: Page, subject: string, before: readonly MailCard[] = []): Promise<string> =>
  (await arrived(page, subject, ({ id }) => !before.some((mail) => mail.id === id))).to;

/** The first link of the newest mail of this subject to this address. */
export async function linkMailedTo(page: Page, email: string, subject: string): Promise<string> {
  const { id } = await arrived(page, subject, ({ to }) => to === email);
  const { text } = (await (await page.request.get(`/api/demo/mails/${id}`)).json()) as { text: string };
  const link = /https?:\/\/\S+/.exec(text)?.[0];
  if (!link) throw new Error(`The mail “${subject}” to ${email} holds no link: ${text}`);
  return link;
}
