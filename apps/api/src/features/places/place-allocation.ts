import {
  type AdmissionForeseen,
  endOffer,
  foreseeAdmissions,
  handOn,
  hasPlaceFor,
  listOf,
  type OfferState,
  type Places,
  type Seat,
  sourcesOf,
} from '@libretto/domain';
import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { Clock } from '../../platform/clock/clock';
import { Database } from '../../platform/database/database';
import { type RowsRead } from '../../platform/database/read-together';
import { newId } from '../../platform/database/new-id';
import type { Tx } from '../../platform/database/transaction';
import { orRefuse } from '../../platform/refusals/refused';
import { InstitutionDirectory } from '../accounts';
import { type EditionCard, EditionDirectory } from '../editions';
import { expireOffer } from './jobs/expire-offer.job';
import { Offer } from './offer.entity';
import { PlaceOffered } from './places.events';
import { placeRows, placesIn, placesOf, resultRows, resultsIn } from './places-of';
import { WaitingListEntry, waitingRows } from './waiting-list-entry.entity';

/** An admitted person with their institution and country, which quotas count. */
export interface Admitted {
  readonly editionId: string;
  readonly applicationId: string;
  readonly accountId: string;
  readonly institutionId: string;
  readonly country: string;
  /** The time of application: it decides between people who wait since the same moment. */
  readonly appliedAt: Date;
}

type Ending = Exclude<OfferState, 'open' | 'accepted'>;
type Held = Omit<Admitted, 'appliedAt'>;

/**
 * Holds places, frees them and hands them on. Every count of places first locks the edition, so that simultaneous
 * changes go one after the other.
 */
@Injectable()
export class PlaceAllocation {
  constructor(
    private readonly database: Database,
    private readonly editions: EditionDirectory,
    private readonly institutions: InstitutionDirectory,
    private readonly clock: Clock,
  ) {}

  /** Whether people of this country wait on a list with those of other countries, and not on one of their own. */
  async waitsWithAll(edition: EditionCard, country: string | null): Promise<boolean> {
    return waitsWithAllIn(await placesOf(this.database.read, edition), country);
  }

  /** The results of earlier rulings on these applications: an offered place in any state, or a turn on the waiting list. */
  async had(applicationIds: readonly string[]): Promise<Map<string, 'offer' | 'turn'>> {
    return resultsIn(await this.database.together(resultRows(applicationIds)));
  }

  /**
   * Holds a place for an admitted person and answers the offer's deadline; or puts them on the waiting list of their
   * country and answers `null`. Somebody who is admitted once more, on appeal, keeps their place or turn.
   */
  async hold(tx: Tx, { appliedAt, ...before }: Admitted): Promise<Date | null> {
    const edition = await this.editions.lock(tx, before.editionId);
    const { applicationId } = before;
    const offered = await tx.manager.findOneBy(Offer, { applicationId });
    // An application is offered a place once: a second ruling keeps that offer, in its present state.
    if (offered) return offered.expiresAt;
    const { id: institutionId, country } = await this.institutions.lock(tx, before.institutionId);
    const admitted = { ...before, institutionId, country };
    if (await tx.manager.existsBy(WaitingListEntry, { applicationId, offeredAt: IsNull() })) return null;
    if (hasPlaceFor(await placesOf(tx.manager, edition), admitted)) return this.offer(tx, edition, admitted, 'ruling');
    await tx.insert(WaitingListEntry, {
      id: newId(),
      ...admitted,
      appliedAt,
      since: this.clock.now(),
      offeredAt: null,
    });
    return null;
  }

  /**
   * Ends an open offer of a locked edition, and offers its place to the next in line: of the same country if it counted
   * against that country's quota, of all countries if it was an opened one.
   */
  async free(tx: Tx, edition: EditionCard, offer: Offer, as: Ending): Promise<void> {
    const now = this.clock.now();
    const state = orRefuse(endOffer(offer, as, now));
    const places = await placesOf(tx.manager, edition);
    const source = sourcesOf(places)[places.held.findIndex(({ id }) => id === offer.id)];
    await tx.save(Object.assign(offer, { state, endedAt: now }));
    const held = places.held.filter(({ id }) => id !== offer.id);
    await this.offerTo(tx, edition, { ...places, held }, source === 'quota' ? offer.country : undefined);
  }

  /** Offers the free places of a locked edition, as long as one fits somebody on the waiting list. */
  async handOn(tx: Tx, edition: EditionCard): Promise<void> {
    await this.offerTo(tx, edition, await placesOf(tx.manager, edition));
  }

  private async offerTo(tx: Tx, edition: EditionCard, places: Places, country?: string): Promise<void> {
    // An offer that runs out after the end of an edition is not handed on.
    if (edition.state === 'closed') return;
    const waiting = await tx.manager.findBy(WaitingListEntry, { editionId: edition.id, offeredAt: IsNull() });
    for (const next of handOn(places, waiting, country)) {
      const { id, editionId, applicationId, accountId, institutionId } = next;
      await tx.manager.update(WaitingListEntry, { id }, { offeredAt: this.clock.now() });
      await this.offer(
        tx,
        edition,
        { editionId, applicationId, accountId, institutionId, country: next.country },
        'waiting-list',
      );
    }
  }

  private async offer(tx: Tx, edition: EditionCard, to: Held, origin: Offer['origin']): Promise<Date> {
    const id = newId();
    const offeredAt = this.clock.now();
    const expiresAt = offerEnd(edition, offeredAt);
    const open = {
      state: 'open' as const,
      offeredAt,
      expiresAt,
      endedAt: null,
      withdrawnBecause: null,
      withdrawnById: null,
    };
    await tx.insert(Offer, { id, ...to, origin, ...open });
    // An offer can be answered until its last moment.
    await tx.enqueue(expireOffer, { offerId: id }, { dueAt: new Date(expiresAt.getTime() + 1000) });
    await tx.publish(new PlaceOffered(id));
    return expiresAt;
  }
}

/** The rows that decide which of these applications would get a place now, for a statement that reads other rows too. */
export const fittingRows = (editionId: string, applicationIds: readonly string[]) => ({
  ...placeRows(editionId),
  ...resultRows(applicationIds),
});

/** Answers who would get a place now; it may be gone in the next moment. */
export function fittingIn(
  edition: EditionCard,
  rows: RowsRead<ReturnType<typeof fittingRows>>,
): (seat: Seat & { applicationId: string }) => boolean {
  const [places, had] = [placesIn(edition, rows), resultsIn(rows)];
  return ({ applicationId, ...seat }) =>
    had.has(applicationId) ? had.get(applicationId) === 'offer' : hasPlaceFor(places, seat);
}

/** The rows of what rulings on these applications would do to the places, for a statement that reads other rows too. */
export const foresightRows = (editionId: string, applicationIds: readonly string[]) => ({
  ...fittingRows(editionId, applicationIds),
  waiting: waitingRows(editionId),
});

/** What these rows say of places; the figures leave out unseen applications. */
export function foresightIn(
  edition: EditionCard,
  rows: RowsRead<ReturnType<typeof foresightRows>>,
  unseen: ReadonlySet<string>,
) {
  const [places, { waiting }] = [placesIn(edition, rows), rows];
  const isSeen = ({ applicationId }: { applicationId: string }) => !unseen.has(applicationId);
  const known = { places: { ...places, held: places.held.filter(isSeen) }, waiting: waiting.filter(isSeen) };
  return {
    /** The results of earlier rulings: an offered place in any state, or a turn on the waiting list. */
    had: resultsIn(rows),
    /** Whether people of this country wait on a list with those of other countries, and not on one of their own. */
    waitsWithAll: (country: string | null) => waitsWithAllIn(places, country),
    /** The effects on the places of admitting these people now, one after the other. */
    foresee: (admissions: readonly Seat[]): AdmissionForeseen[] =>
      foreseeAdmissions(places, waiting, admissions, known),
  };
}

const waitsWithAllIn = (places: Places, country: string | null): boolean =>
  country === null || listOf(places, country) === null;

/** The end of an offer that is made at `offeredAt`. */
export const offerEnd = ({ definition }: EditionCard, offeredAt: Date): Date =>
  new Date(offeredAt.getTime() + definition.admission.offerDays * 86_400_000);
