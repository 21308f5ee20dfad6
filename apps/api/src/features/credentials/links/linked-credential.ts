import type { LinkedCredential as View } from '@libretto/contracts';
import { type Actor, linkState } from '@libretto/domain';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock/clock';
import { Database } from '../../../platform/database/database';
import { Transaction } from '../../../platform/database/transaction';
import { notFound } from '../../../platform/refusals/refused';
import { SharedCredential } from '../sharing/shared-credential';
import { ShareLink } from './share-link.entity';

/** The credential behind a link of its holder. */
@Injectable()
export class LinkedCredential {
  constructor(
    private readonly database: Database,
    private readonly transaction: Transaction,
    private readonly clock: Clock,
    private readonly shared: SharedCredential,
  ) {}

  /**
   * What the link shows, as long as it is open: one that has ended is as unknown as one that never was. Each look of
   * somebody else counts.
   */
  async look(publicId: string, actor: Actor | null): Promise<View> {
    const link = await this.database.read.findOneBy(ShareLink, { publicId });
    const now = this.clock.now();
    if (!link || linkState(link, now) !== 'open') throw notFound();
    const { facts, record, award, own } = await this.shared.seenBy(actor, { id: link.awardId });
    if (!own)
      await this.transaction.run((tx) =>
        tx.manager.update(ShareLink, { id: link.id }, { looks: () => 'looks + 1', lastLookAt: now }),
      );
    return {
      ...facts,
      endsAt: link.endsAt.toISOString(),
      whole:
        link.shows === 'all'
          ? {
              publicId: award.publicId,
              birthDate: record.learner.dateOfBirth,
              grades: (record.grades ?? []).map(({ work, grade }) => ({ work, grade })),
            }
          : null,
    };
  }
}
