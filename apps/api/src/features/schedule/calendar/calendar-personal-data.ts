import { Injectable } from '@nestjs/common';
import { Database } from '../../../platform/database/database';
import { CalendarFeed } from './calendar-feed.entity';

/** The personal data about calendars, for its person: whether there is a feed. */
@Injectable()
export class CalendarPersonalData {
  constructor(private readonly database: Database) {}

  /** One statement. The link itself is no part of a copy that may lie about. */
  async about(accountId: string) {
    const feed = await this.database.read.findOneBy(CalendarFeed, { accountId });
    return { linkMadeAt: feed?.madeAt ?? null };
  }
}
