import type { InputOf, openPlaces } from '@libretto/contracts';
import { type Actor, checkOpening } from '@libretto/domain';
import { Injectable } from '@nestjs/common';
import { orRefuse } from '../../../platform/refusals/refused';
import { OpenPlaces } from '../../places';
import { KnownPlaces } from './known-places';

/** Opens places to all; a refusal's numbers are those of the grid that the actor sees. */
@Injectable()
export class OpenKnownPlaces {
  constructor(
    private readonly known: KnownPlaces,
    private readonly opening: OpenPlaces,
  ) {}

  /** Refusals: places.no-quota, places.not-so-many-unused, places.cannot-be-opened. */
  async run(actor: Actor, editionId: string, opening: InputOf<typeof openPlaces>['body']): Promise<void> {
    const { places } = await this.known.of(actor, editionId);
    orRefuse(checkOpening(places, opening));
    await this.opening.run(actor, editionId, opening);
  }
}
