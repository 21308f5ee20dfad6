import type { Actor } from '@libretto/domain';
import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { Clock } from '../../platform/clock/clock';
import { Transaction } from '../../platform/database/transaction';
import { AnnouncementRecipient } from './announcement.entity';

/** Remembers when somebody opened what was sent to them. For others, and again, it changes nothing. */
@Injectable()
export class OpenAnnouncement {
  constructor(
    private readonly transaction: Transaction,
    private readonly clock: Clock,
  ) {}

  async run({ accountId }: Actor, announcementId: string): Promise<void> {
    const unopened = { announcementId, accountId, openedAt: IsNull() };
    await this.transaction.run((tx) =>
      tx.manager.update(AnnouncementRecipient, unopened, { openedAt: this.clock.now() }),
    );
  }
}
