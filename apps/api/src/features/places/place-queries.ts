import type { Places } from '@libretto/domain';
import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database';
import { rowsOf } from '../../platform/database/read-together';
import { orNotFound } from '../../platform/refusals/refused';
import { type EditionCard, EditionDirectory } from '../editions';
import { Offer } from './offer.entity';
import { waitingRows } from './waiting-list-entry.entity';
import { type HeldPlace, placeRows, placesIn } from './places-of';

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
  constructor(
    private readonly database: Database,
    private readonly editions: EditionDirectory,
  ) {}

  /** The places, those who wait (their order is `inOrderOfTheList`) and what was opened, the latest first: one statement. */
  async all(editionId: string): Promise<{
    edition: EditionCard;
    places: Places<HeldPlace>;
    waiting: WaitingCard[];
    openings: OpeningCard[];
  }> {
    const [card, rows] = await Promise.all([
      this.editions.byId(editionId),
      this.database.together({ ...placeRows(editionId), waiting: waitingRows(editionId) }),
    ]);
    const edition = orNotFound(card);
    return { edition, places: placesIn(edition, rows), waiting: rows.waiting, openings: rows.opened.toReversed() };
  }

  /** One offer of an edition. */
  offer(editionId: string, id: string): Promise<OfferCard | null> {
    return this.database.read.findOneBy(Offer, { id, editionId });
  }

  /** Every offer of an edition, in no particular order. */
  offers(editionId: string): Promise<OfferCard[]> {
    return this.database.rows(rowsOf(Offer, 'WHERE it.editionId = :editionId', { editionId }, { by: ['id'] }));
  }
}
