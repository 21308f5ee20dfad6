import type { PlaceStanding } from '@libretto/contracts';
import { Injectable } from '@nestjs/common';
import { In, IsNull } from 'typeorm';
import { Database } from '../../platform/database/database';
import { Offer } from './offer.entity';
import { WaitingListEntry } from './waiting-list-entry.entity';

/** The states of the places that admissions brought. Two statements, independent of the number of applications. */
@Injectable()
export class PlaceStandings {
  constructor(private readonly database: Database) {}

  /** By application; applications without a place are left out. */
  async of(applicationIds: readonly string[]): Promise<Map<string, PlaceStanding>> {
    if (!applicationIds.length) return new Map();
    const ofThese = { applicationId: In([...applicationIds]) };
    const offers = await this.database.read.findBy(Offer, ofThese);
    const waiting = await this.database.read.findBy(WaitingListEntry, { ...ofThese, offeredAt: IsNull() });
    return new Map<string, PlaceStanding>([
      ...waiting.map(({ applicationId }) => [applicationId, 'waiting'] as const),
      ...offers.map(({ applicationId, state }) => [applicationId, state] as const),
    ]);
  }
}
