import type { MyPlace } from '@libretto/contracts';
import type { Actor } from '@libretto/domain';
import { Injectable } from '@nestjs/common';
import { IsNull, LessThan } from 'typeorm';
import { Clock } from '../../platform/clock/clock';
import { Database } from '../../platform/database/database';
import { notFound } from '../../platform/http/refused';
import { EditionDirectory } from '../editions';
import { Offer } from './offer.entity';
import { WaitingListEntry } from './waiting-list-entry.entity';

/** What somebody's own offer or waiting is. */
@Injectable()
export class OwnPlace {
  constructor(
    private readonly database: Database,
    private readonly editions: EditionDirectory,
    private readonly clock: Clock,
  ) {}

  async of({ accountId }: Actor, editionId: string): Promise<MyPlace> {
    const edition = await this.editions.byId(editionId);
    if (!edition || edition.state === 'draft') throw notFound();
    const offer = await this.database.read.findOneBy(Offer, { editionId, accountId });
    const isOpen = offer?.state === 'open' && this.clock.now() <= offer.expiresAt;
    return {
      edition: edition.name,
      programme: edition.definition.title,
      offer: offer && {
        id: offer.id,
        // The job that expires it may be a moment late.
        state: offer.state === 'open' && !isOpen ? 'expired' : offer.state,
        offeredAt: offer.offeredAt.toISOString(),
        expiresAt: offer.expiresAt.toISOString(),
        endedAt: offer.endedAt?.toISOString() ?? null,
      },
      waiting: offer ? null : await this.waiting(editionId, accountId),
      can: { accept: isOpen, decline: isOpen },
    };
  }

  private async waiting(editionId: string, accountId: string): Promise<MyPlace['waiting']> {
    const stillWaits = { editionId, offeredAt: IsNull() };
    const entry = await this.database.read.findOneBy(WaitingListEntry, { ...stillWaits, accountId });
    if (!entry) return null;
    const { country, since, id } = entry;
    const ahead = await this.database.read.countBy(WaitingListEntry, [
      { ...stillWaits, country, since: LessThan(since) },
      { ...stillWaits, country, since, id: LessThan(id) },
    ]);
    return { country, ahead };
  }
}
