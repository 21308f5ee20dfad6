import { Injectable } from '@nestjs/common';
import { Database } from '../database/database';
import { rowsOf } from '../database/read-together';
import { OutboxRow } from '../database/outbox-row.entity';
import { SentMail } from './sent-mail.entity';

/** The state of one mail: whether the mail server has taken it, and if not, the reason and the next attempt. */
export interface LoggedMail {
  /** The outbox id of the job that sends it. */
  readonly id: string;
  /** The id of its subject, from its job. */
  readonly about: string;
  readonly payload: unknown;
  readonly askedAt: Date;
  readonly state: 'waiting' | 'accepted' | 'stopped';
  /** The number of failed attempts. */
  readonly failures: number;
  /** The last error of the server or of the connection to it. */
  readonly error: string | null;
  /** The time of the next attempt, if there is one without a person. */
  readonly triesAt: Date | null;
  readonly accepted: {
    readonly recipient: string;
    readonly at: Date;
    readonly messageId: string | null;
    readonly answer: string | null;
  } | null;
}

/**
 * The states of mails, from two sources: the outbox row of the job that sends it, and the note of the server's
 * acceptance. The key of that note is the row's id. One statement, independent of the number of mails.
 */
@Injectable()
export class MailLog {
  constructor(private readonly database: Database) {}

  /** The mails that these jobs sent about these subjects, the latest first. */
  async about(jobs: readonly string[], things: readonly string[]): Promise<LoggedMail[]> {
    if (!things.length) return [];
    const { runs, sent } = await this.database.together({
      runs: rowsOf(
        OutboxRow,
        'WHERE it.job IN (:...jobs) AND it.about IN (:...things)',
        { jobs, things },
        { by: ['createdAt', 'id'] },
      ),
      sent: rowsOf(
        SentMail,
        'JOIN outbox run ON run.id = it.`key` WHERE run.job IN (:...jobs) AND run.about IN (:...things)',
        { jobs, things },
      ),
    });
    const taken = new Map(sent.map((mail) => [mail.key, mail]));
    return runs.toReversed().map((run) => entryOf(run, taken.get(run.id)));
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
    // An attempt that has begun is counted already, and a successful one is no failure.
    failures: Math.max(0, run.attempts - (run.attemptId || state === 'accepted' ? 1 : 0)),
    error: state === 'accepted' ? null : run.error,
    triesAt: state === 'waiting' ? run.dueAt : null,
    accepted: mail
      ? { recipient: mail.recipient, at: mail.sentAt, messageId: mail.messageId, answer: mail.answer }
      : null,
  };
}
