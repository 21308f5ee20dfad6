import type { Places } from '@libretto/domain';
import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { Database } from '../../platform/database/database';
import { Offer } from './offer.entity';
import { OpenedPlaces } from './opened-places.entity';
import { type HeldPlace, type PlacesAsked, placesOf } from './places-of';
import { WaitingListEntry } from './waiting-list-entry.entity';

/** The facts about a waiting-list entry for other features. */
export interface WaitingCard {
  readonly id: string;
  readonly applicationId: string;
  readonly accountId: string;
  readonly institutionId: string;
  readonly country: string;
  readonly since: Date;
  readonly appliedAt: Date;
}

/** The facts about an offer for other features. */
export interface OfferCard extends HeldPlace {
  readonly origin: 'ruling' | 'waiting-list';
  readonly offeredAt: Date;
  readonly expiresAt: Date;
  readonly endedAt: Date | null;
  readonly withdrawnBecause: string | null;
  readonly withdrawnById: string | null;
}

/** An opening of places, with its reason. */
export interface OpeningCard {
  readonly id: string;
  readonly country: string;
  readonly institutions: number;
  readonly reason: string;
  readonly byId: string;
  readonly at: Date;
}

/** The places of an edition and their holders, for features that know the reader's conflicts. */
@Injectable()
export class PlaceQueries {
  constructor(private readonly database: Database) {}

  places(edition: PlacesAsked): Promise<Places<HeldPlace>> {
    return placesOf(this.database.read, edition);
  }

  /** The waiting list; its order is `inOrderOfTheList`. */
  waiting(editionId: string): Promise<WaitingCard[]> {
    return this.database.read.findBy(WaitingListEntry, { editionId, offeredAt: IsNull() });
  }

  /** One offer of an edition. */
  offer(editionId: string, id: string): Promise<OfferCard | null> {
    return this.database.read.findOneBy(Offer, { id, editionId });
  }

  /** Every offer of an edition, in no particular order. */
  offers(editionId: string): Promise<OfferCard[]> {
    return this.database.read.find(Offer, { where: { editionId }, order: { id: 'ASC' } });
  }

  openings(editionId: string): Promise<OpeningCard[]> {
    return this.database.read.find(OpenedPlaces, { where: { editionId }, order: { at: 'DESC', id: 'DESC' } });
  }
}
