import { deliveryOf, usualSettings } from '@libretto/domain';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Between, In } from 'typeorm';
import { Clock } from '../../platform/clock/clock';
import { Database } from '../../platform/database/database';
import { newId } from '../../platform/database/new-id';
import { Transaction, type Tx } from '../../platform/database/transaction';
import type { Inbox, Notice } from '../../platform/mail/inbox';
import { oneLine, Postman } from '../../platform/mail/postman';
import { PeopleDirectory } from '../accounts';
import { mailDaily } from './jobs/mail-daily.job';
import { NoticeKept } from './notice.entity';
import { NoticeChoice } from './notice-choice.entity';

/** The keys of which one statement finds the notices. */
const atOnce = 200;

/** The inbox of everybody: every notice is kept in it, however else it goes out. */
@Injectable()
export class KeptInbox implements Inbox, OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly transaction: Transaction,
    private readonly clock: Clock,
    private readonly people: PeopleDirectory,
    private readonly postman: Postman,
  ) {}

  onModuleInit(): void {
    this.postman.useInbox(this);
  }

  async take({ key, topic, accountId, matters, ...letter }: Notice): Promise<Date | null> {
    const now = this.clock.now();
    const [choice, people] = await Promise.all([
      this.database.read.findOneBy(NoticeChoice, { accountId }),
      this.people.byIds([accountId]),
    ]);
    const zone = people.get(accountId)?.timeZone ?? 'UTC';
    const delivery = deliveryOf(topic, choice?.settings ?? usualSettings, { now, zone, matters });
    await this.transaction.run(async (tx) => {
      const isNew = await tx.insertOnce(NoticeKept, {
        ...{ id: newId(), key, topic, accountId, at: now, isUnread: true, dailyMailId: null },
        subject: oneLine(letter.subject),
        paragraphs: letter.paragraphs,
        action: letter.action ?? null,
        isForDailyMail: delivery.by === 'daily-mail',
      });
      if (isNew && delivery.by === 'daily-mail') await tx.enqueue(mailDaily, { accountId }, { dueAt: delivery.at });
    });
    return delivery.by === 'mail' ? delivery.at : null;
  }

  async takeBack(tx: Tx, keys: readonly string[]): Promise<void> {
    for (let from = 0; from < keys.length; from += atOnce) {
      // No key goes on with a sign behind the tilde.
      const where = keys.slice(from, from + atOnce).map((key) => ({ key: Between(key, `${key}~`) }));
      const told = await tx.manager.find(NoticeKept, { select: { id: true }, where });
      if (told.length) await tx.manager.delete(NoticeKept, { id: In(told.map(({ id }) => id)) });
    }
  }
}
