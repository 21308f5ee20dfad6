import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Injectable } from '@nestjs/common';
import { createTransport } from 'nodemailer';
import MailComposer from 'nodemailer/lib/mail-composer/index.js';
import { Clock } from '../clock/clock';
import { Config } from '../config/config';
import { Database } from '../database/database';
import { isUniqueViolation } from '../database/errors';
import { newId } from '../database/new-id';
import { Transaction, type Tx } from '../database/transaction';
import { NotWorthRetrying } from '../jobs/not-worth-retrying';
import { NotYet } from '../jobs/not-yet';
import { Languages } from '../language/languages';
import type { Inbox } from './inbox';
import { htmlOf, textOf } from './layout';
import type { Letter, Mail } from './mail';
import { isNobodys } from './nobodys-address';
import { SentMail } from './sent-mail.entity';

interface Parcel<Data> {
  /** The outbox id of the job that sends it, with a suffix if one job sends several mails. */
  key: string;
  to: Addressee;
  data: Data;
  calendar?: CalendarPart;
  /** The moment that it is about: quiet hours hold it back no longer. */
  matters?: Date;
}

/** What a mail asks the calendar of its reader to do: RFC 5546, beside the words. */
interface CalendarPart {
  readonly method: 'REQUEST' | 'CANCEL';
  readonly content: string;
}

interface Posting extends Omit<Parcel<unknown>, 'data'> {
  mail: Pick<Mail<never>, 'name' | 'topic'>;
}

interface Addressee {
  /** The account, of somebody who has one. */
  id?: string;
  email: string;
  language: string;
}

/** The mail server's error for a refused mail. */
interface ServerRefusal extends Error {
  responseCode?: number;
  code?: string;
}

/**
 * Sends mails from jobs, never from requests. A repetition sends nothing if the log has the key; after a crash between
 * sending and logging the same Message-ID goes out again, which mail servers show once.
 */
@Injectable()
export class Postman {
  private readonly smtp;
  private inbox: Inbox | undefined;

  constructor(
    private readonly config: Config,
    private readonly database: Database,
    private readonly transaction: Transaction,
    private readonly languages: Languages,
    private readonly clock: Clock,
  ) {
    this.smtp = config.smtpUrl ? createTransport(config.smtpUrl) : undefined;
  }

  /** Notices go through this inbox. */
  useInbox(inbox: Inbox): void {
    this.inbox = inbox;
  }

  /** Words and sends one mail. Throws if the mail server does not take it: the job tries again. */
  async send<Data>(mail: Mail<Data>, { data, ...parcel }: Parcel<Data>): Promise<void> {
    await this.post(mail.compose(this.languages.in(parcel.to.language), data), { ...parcel, mail });
  }

  /**
   * Takes back what was told in mails whose keys begin with one of these: it goes from inboxes, and from daily mails that have not gone
   * out. What has been mailed is at its reader's.
   */
  async takeBack(tx: Tx, keys: readonly string[]): Promise<void> {
    await this.inbox?.takeBack(tx, keys);
  }

  /** Sends one mail that is already worded. */
  async post(letter: Letter, { key, to, mail: { name, topic }, calendar, matters }: Posting): Promise<void> {
    if (isNobodys(to.email) || (await this.database.read.existsBy(SentMail, { key }))) return;
    if (topic && to.id && this.inbox) {
      const at = await this.inbox.take({ ...letter, key, topic, accountId: to.id, matters });
      if (!at) return;
      if (at > this.clock.now()) throw new NotYet(at);
    }
    const subject = oneLine(letter.subject);
    const message = {
      messageId: `<${key.replace(/[^\w.-]/g, '.')}@${new URL(this.config.publicUrl).hostname}>`,
      date: this.clock.now(),
      from: this.config.mailFrom,
      to: { name: '', address: to.email },
      subject,
      text: textOf(letter, this.config.publicUrl),
      html: htmlOf(letter, this.config.publicUrl, to.language),
      ...(calendar ? { icalEvent: { ...calendar, filename: 'session.ics' } } : {}),
    };
    const answer = this.smtp
      ? await this.smtp.sendMail(message).then(({ response }) => response.slice(0, 500), throwRefusal)
      : null;
    if (!this.smtp) await this.putInMailbox(key, await new MailComposer(message).compile().build());
    const { messageId } = message;
    const row = {
      id: newId(),
      key,
      mail: name,
      recipient: to.email,
      subject,
      sentAt: this.clock.now(),
      messageId,
      answer,
    };
    await this.transaction
      .run((tx) => tx.insert(SentMail, row))
      .catch((error: unknown) => {
        if (!isUniqueViolation(error)) throw error;
      });
  }

  private async putInMailbox(key: string, eml: Buffer): Promise<void> {
    const folder = mailboxFolder(this.config);
    await mkdir(folder, { recursive: true });
    const name = key.replace(/[^\w.-]/g, '.');
    await writeFile(join(folder, `${name}.arriving`), eml);
    await rename(join(folder, `${name}.arriving`), join(folder, `${name}.eml`));
  }
}

/** A subject for sending: one line that a mail server takes. */
export const oneLine = (subject: string): string => subject.replace(/\s+/g, ' ').slice(0, 400);

/** A server's refusal of the recipient or the mail with a 5xx is final; every other error may pass. */
function throwRefusal(error: ServerRefusal): never {
  const isForGood = (error.responseCode ?? 0) >= 500 && (error.code === 'EENVELOPE' || error.code === 'EMESSAGE');
  if (isForGood) throw new NotWorthRetrying(error.message, { cause: error });
  throw error;
}

/** The folder of a demo's unsent mails. */
export const mailboxFolder = (config: Config): string => join(config.dataFolder, 'mailbox');
