import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database';
import { Enrolment } from './enrolment.entity';
import { Offer } from './offer.entity';
import { WaitingListEntry } from './waiting-list-entry.entity';

/** The personal data in places, for its person. */
@Injectable()
export class PlacesPersonalData {
  constructor(private readonly database: Database) {}

  /** Three statements. */
  async about(accountId: string) {
    const { read } = this.database;
    const of = { where: { accountId }, order: { id: 'ASC' as const } };
    const offers = await read.find(Offer, of);
    const waiting = await read.find(WaitingListEntry, of);
    const enrolments = await read.find(Enrolment, of);
    return {
      offers: offers.map(({ editionId, country, origin, state, offeredAt, expiresAt, endedAt, withdrawnBecause }) => ({
        editionId,
        country,
        origin,
        state,
        offeredAt,
        expiresAt,
        endedAt,
        withdrawnBecause,
      })),
      waitingList: waiting.map(({ editionId, country, since, appliedAt, offeredAt }) => ({
        editionId,
        country,
        since,
        appliedAt,
        offeredAt,
      })),
      enrolments: enrolments.map(({ id, editionId, country, enrolledAt }) => ({ id, editionId, country, enrolledAt })),
    };
  }
}
