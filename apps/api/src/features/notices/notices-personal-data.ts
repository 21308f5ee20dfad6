import { Injectable } from '@nestjs/common';
import { rowsOf } from '../../platform/database/read-together';
import { Database } from '../../platform/database/database';
import { NoticeKept } from './notice.entity';
import { NoticeChoice } from './notice-choice.entity';

/** The notices of a person and how they want to hear of them, for that person. */
@Injectable()
export class NoticesPersonalData {
  constructor(private readonly database: Database) {}

  /** One statement. */
  async about(accountId: string) {
    const { notices, choices } = await this.database.together({
      notices: rowsOf(NoticeKept, 'WHERE it.accountId = :accountId', { accountId }, { by: ['at', 'id'] }),
      choices: rowsOf(NoticeChoice, 'WHERE it.accountId = :accountId', { accountId }),
    });
    return {
      notices: notices.map(({ topic, subject, paragraphs, at, isUnread }) => ({
        topic,
        subject,
        paragraphs,
        at,
        isUnread,
      })),
      settings: choices[0]?.settings ?? null,
    };
  }
}
