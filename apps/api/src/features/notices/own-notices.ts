import type {
  changeNoticeSettings,
  InputOf,
  markRead,
  readNotices,
  readNoticeSettings,
  readUnread,
  ReplyOf,
} from '@libretto/contracts';
import { type Actor, channelOf, chosenTopics, usualSettings } from '@libretto/domain';
import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database';
import { type Order, pageOf, rowsInOrder } from '../../platform/database/in-order';
import { newId } from '../../platform/database/new-id';
import { countOf } from '../../platform/database/read-together';
import { Transaction } from '../../platform/database/transaction';
import { NoticeKept } from './notice.entity';
import { NoticeChoice } from './notice-choice.entity';

const pageSize = 30;
const newestFirst: Order<NoticeKept> = { columns: ['at', 'id'], isDown: true };

/** The notices of the signed-in person, and their settings. */
@Injectable()
export class OwnNotices {
  constructor(
    private readonly database: Database,
    private readonly transaction: Transaction,
  ) {}

  async read(
    { accountId }: Actor,
    { after }: InputOf<typeof readNotices>['query'],
  ): Promise<ReplyOf<typeof readNotices>> {
    const found = await this.database.rows(
      rowsInOrder(this.database.read, NoticeKept, ['WHERE it.accountId = :accountId', { accountId }], {
        order: newestFirst,
        after,
        size: pageSize,
      }),
    );
    const { rows, next } = pageOf(found, newestFirst, pageSize);
    return {
      items: rows.map(({ id, topic, subject, paragraphs, action, at, isUnread }) => ({
        ...{ id, topic, subject, paragraphs, action, isUnread },
        at: at.toISOString(),
      })),
      next,
    };
  }

  async unread({ accountId }: Actor): Promise<ReplyOf<typeof readUnread>> {
    const [unread] = await this.database.rows(
      countOf('FROM notice WHERE accountId = :accountId AND isUnread = :yes', { accountId, yes: true }),
    );
    return { unread: unread ?? 0 };
  }

  /** Marks one of the person's notices as read, or all. One that is not theirs stays as it is. */
  async mark({ accountId }: Actor, { noticeId }: InputOf<typeof markRead>['body']): Promise<void> {
    const which = { accountId, isUnread: true, ...(noticeId && { id: noticeId }) };
    await this.transaction.run((tx) => tx.manager.update(NoticeKept, which, { isUnread: false }));
  }

  async settings({ accountId }: Actor): Promise<ReplyOf<typeof readNoticeSettings>> {
    const choice = await this.database.read.findOneBy(NoticeChoice, { accountId });
    const settings = choice?.settings ?? usualSettings;
    const channels = Object.fromEntries(chosenTopics.map((topic) => [topic, channelOf(topic, settings)]));
    return { channels: channels as ReplyOf<typeof readNoticeSettings>['channels'], quietHours: settings.quietHours };
  }

  async choose({ accountId }: Actor, settings: InputOf<typeof changeNoticeSettings>['body']): Promise<void> {
    await this.transaction.run((tx) => tx.put(NoticeChoice, ['accountId'], { id: newId(), accountId, settings }));
  }
}
