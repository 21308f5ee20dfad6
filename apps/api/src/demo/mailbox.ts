import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { listMails, readMail, ReplyOf } from '@libretto/contracts';
import { Injectable } from '@nestjs/common';
import PostalMime, { type Email } from 'postal-mime';
import { Config } from '../platform/config/config';
import { notFound } from '../platform/refusals/refused';
import { mailboxFolder } from '../platform/mail/postman';

const ending = '.eml';
const shown = 200;

/** Reads the mails that the demo would have sent. */
@Injectable()
export class Mailbox {
  constructor(private readonly config: Config) {}

  /** The newest 200: files are named after their job, whose id sorts by time. */
  async newest(): Promise<ReplyOf<typeof listMails>> {
    const names = await readdir(mailboxFolder(this.config)).catch(() => []);
    const newest = names
      .filter((name) => name.endsWith(ending))
      .sort()
      .reverse()
      .slice(0, shown);
    return Promise.all(newest.map((name) => this.card(name.slice(0, -ending.length))));
  }

  /** One whole mail. Refuses with `common.not-found`. */
  async open(fileName: string): Promise<ReplyOf<typeof readMail>> {
    const mail = await this.parse(fileName);
    return { ...cardOf(fileName, mail), text: mail.text ?? '', html: mail.html ?? '' };
  }

  private async card(fileName: string) {
    return cardOf(fileName, await this.parse(fileName));
  }

  private async parse(fileName: string): Promise<Email> {
    const eml = await readFile(join(mailboxFolder(this.config), fileName + ending)).catch(() => {
      throw notFound();
    });
    return PostalMime.parse(eml);
  }
}

const cardOf = (id: string, mail: Email) => ({
  id,
  to: mail.to?.[0]?.address ?? '',
  subject: mail.subject ?? '',
  at: new Date(mail.date ?? 0).toISOString(),
});
