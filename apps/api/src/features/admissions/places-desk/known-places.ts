import { type Actor } from '@libretto/domain';
import { Injectable } from '@nestjs/common';
import { PlaceQueries } from '../../places';
import { Recusals } from '../dossier/recusals';

/** The places of an edition, without the people with whom the reader is in conflict. */
@Injectable()
export class KnownPlaces {
  constructor(
    private readonly book: PlaceQueries,
    private readonly recusals: Recusals,
  ) {}

  async of({ accountId }: Actor, editionId: string) {
    const [{ edition, places, waiting, openings }, hidden] = await Promise.all([
      this.book.all(editionId),
      this.recusals.of(accountId, editionId),
    ]);
    const mayBeKnown = ({ applicationId }: { applicationId: string }) => !hidden.has(applicationId);
    return {
      edition,
      mayBeKnown,
      places: { ...places, held: places.held.filter(mayBeKnown) },
      waiting: waiting.filter(mayBeKnown),
      openings,
    };
  }
}
