import { type Actor } from '@libretto/domain';
import { Injectable } from '@nestjs/common';
import { orNotFound } from '../../../platform/refusals/refused';
import { EditionDirectory } from '../../editions';
import { PlaceQueries } from '../../places';
import { Recusals } from '../dossier/recusals';

/** The places of an edition, without the people with whom the reader is in conflict. */
@Injectable()
export class KnownPlaces {
  constructor(
    private readonly editions: EditionDirectory,
    private readonly book: PlaceQueries,
    private readonly recusals: Recusals,
  ) {}

  async of({ accountId }: Actor, editionId: string) {
    const edition = orNotFound(await this.editions.byId(editionId));
    const hidden = await this.recusals.of(accountId, editionId);
    const mayBeKnown = ({ applicationId }: { applicationId: string }) => !hidden.has(applicationId);
    const places = await this.book.places(edition);
    const waiting = await this.book.waiting(editionId);
    return {
      edition,
      mayBeKnown,
      places: { ...places, held: places.held.filter(mayBeKnown) },
      waiting: waiting.filter(mayBeKnown),
    };
  }
}
