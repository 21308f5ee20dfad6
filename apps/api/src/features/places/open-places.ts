import type { InputOf, openPlaces } from '@libretto/contracts';
import { type Actor, checkOpening, isRefusal, refuse } from '@libretto/domain';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock';
import { newId } from '../../platform/database/new-id';
import { Transaction } from '../../platform/database/transaction';
import { allow, Refused } from '../../platform/refusals/refused';
import { EditionDirectory } from '../editions';
import { OpenedPlaces } from './opened-places.entity';
import { PlaceAllocation } from './place-allocation';
import { mayOpenPlaces } from './places.policy';
import { placesOf } from './places-of';

/** Opens unused institutions of one country's quota to all countries: they go to the waiting lists at once. */
@Injectable()
export class OpenPlaces {
  constructor(
    private readonly transaction: Transaction,
    private readonly editions: EditionDirectory,
    private readonly allocation: PlaceAllocation,
    private readonly clock: Clock,
  ) {}

  /** Refusals: places.cannot-be-opened. */
  run(actor: Actor, editionId: string, opening: InputOf<typeof openPlaces>['body']): Promise<void> {
    return this.transaction.run(async (tx) => {
      allow(mayOpenPlaces(actor, { editionId }));
      const edition = await this.editions.lock(tx, editionId);
      // Without a figure: the coordinator may not know of everybody who holds a place.
      if (isRefusal(checkOpening(await placesOf(tx.manager, edition), opening)))
        throw new Refused(refuse('places.cannot-be-opened', { country: opening.country }));
      await tx.insert(OpenedPlaces, {
        id: newId(),
        editionId,
        ...opening,
        byId: actor.accountId,
        at: this.clock.now(),
      });
      await this.allocation.handOn(tx, edition);
    });
  }
}
