import type { Actor } from '@libretto/domain';
import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database';
import { wordsIn } from '../../platform/database/literally';
import { countOf, rowsOf } from '../../platform/database/read-together';
import type { EditionCard } from '../editions';
import { Announcement } from './announcement.entity';
import { ReadableAnnouncements } from './readable-announcements';

/** The number of found announcements that are shown. */
const mostFound = 10;

/** SQL, on the row `it` of an announcement for the reader `:accountId`: how many of it were sent to them and not opened. */
export const unopened = `(SELECT COUNT(*) FROM announcement_recipient recipient
  WHERE recipient.announcementId = it.id AND recipient.accountId = :accountId AND recipient.openedAt IS NULL)`;

/** The announcements that somebody has not opened, and those that they find, for other features. */
@Injectable()
export class AnnouncementsForReader {
  constructor(
    private readonly database: Database,
    private readonly readable: ReadableAnnouncements,
  ) {}

  async unread(actor: Actor, edition: EditionCard): Promise<number> {
    const { where, values } = await this.readable.by(actor, edition);
    const [unread] = await this.database.rows(
      countOf(`FROM announcement it WHERE ${where} AND ${unopened} > 0`, values),
    );
    return unread ?? 0;
  }

  /** The newest with all of these folded words. */
  async found(actor: Actor, edition: EditionCard, words: string) {
    const { where, values } = await this.readable.by(actor, edition);
    const { conditions, values: sought } = wordsIn(['it.foundBy'], words);
    const all = ["it.state = 'sent'", where, ...conditions].join(' AND ');
    const rows = await this.database.rows(
      rowsOf(
        Announcement,
        `WHERE ${all} ORDER BY it.sendAt DESC, it.id DESC LIMIT ${mostFound}`,
        { ...values, ...sought },
        { columns: ['id', 'title', 'sendAt'] },
      ),
    );
    return rows.map(({ id, title, sendAt }) => ({ id, title, at: sendAt.toISOString() }));
  }
}
