import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { Database } from '../database/database';
import { OutboxRow } from '../database/outbox-row.entity';
import { SentMail } from './sent-mail.entity';

/** Where one mail stands: whether the mail server has taken it, and if not, why and what happens next. */
export interface LoggedMail {
  /** The outbox id of the job that sends it. */
  readonly id: string;
  /** What it is about, as its job says. */
  readonly about: string;
  readonly payload: unknown;
  readonly askedAt: Date;
  readonly state: 'waiting' | 'accepted' | 'stopped';
  /** How often the server has been tried in vain. */
  readonly failures: number;
  /** What the server, or the way to it, said last. */
  readonly error: string | null;
  /** When it is tried next, where that happens by itself. */
  readonly triesAt: Date | null;
  readonly accepted: {
    readonly recipient: string;
    readonly at: Date;
    readonly messageId: string | null;
    readonly answer: string | null;
  } | null;
}

/**
 * What became of mails, from the two places that know: the outbox row of the job that sends it, and the note of what the
 * server took. The key of that note is the row’s id. Two statements, whatever the number of mails.
 */
@Injectable()
export class MailLog {
  constructor(private readonly database: Database) {}

  /** The mails that these jobs send about these things, the latest first. */
  async about(jobs: readonly string[], things: readonly string[]): Promise<LoggedMail[]> {
    if (!things.length) return [];
    const runs = await this.database.read.find(OutboxRow, {
      where: { job: In([...jobs]), about: In([...things]) },
      order: { createdAt: 'DESC', id: 'DESC' },
    });
    const sent = await this.database.read.findBy(SentMail, { key: In(runs.map(({ id }) => id)) });
    const taken = new Map(sent.map((mail) => [mail.key, mail]));
    return runs.map((run) => entryOf(run, taken.get(run.id)));
  }

  async byId(id: string): Promise<LoggedMail | null> {
    const run = await this.database.read.findOneBy(OutboxRow, { id });
    const mail = await this.database.read.findOneBy(SentMail, { key: id });
    return run ? entryOf(run, mail ?? undefined) : null;
  }
}

function entryOf(run: OutboxRow, mail: SentMail | undefined): LoggedMail {
  const state = mail || run.state === 'done' ? 'accepted' : run.state;
  return {
    id: run.id,
    about: run.about ?? '',
    payload: run.payload,
    askedAt: run.createdAt,
    state,
    // What has been begun counts as an attempt already, and the one that succeeded was none in vain.
    failures: Math.max(0, run.attempts - (run.attemptId || state === 'accepted' ? 1 : 0)),
    error: state === 'accepted' ? null : run.error,
    triesAt: state === 'waiting' ? run.dueAt : null,
    accepted: mail
      ? { recipient: mail.recipient, at: mail.sentAt, messageId: mail.messageId, answer: mail.answer }
      : null,
  };
}
