import type { PlacesView } from '@libretto/contracts';
import { type Actor, agree, changeIn, placesByCountry, restLeft, sharesTheRest } from '@libretto/domain';
import { Injectable } from '@nestjs/common';
import { InstitutionDirectory } from '../../accounts';
import { maySetQuotas } from '../../places';
import { mayReadHolders } from '../dossier/admissions.policy';
import { KnownPlaces } from './known-places';

/** The places of an edition, country by country: quota, held places and waiting people. */
@Injectable()
export class PlacesByCountry {
  constructor(
    private readonly known: KnownPlaces,
    private readonly institutions: InstitutionDirectory,
  ) {}

  async of(actor: Actor, editionId: string): Promise<PlacesView> {
    const { edition, places, waiting } = await this.known.of(actor, editionId);
    const shares = ({ country }: { country: string }) => sharesTheRest(places, country);
    const names = mayReadHolders(actor, { editionId })
      ? await this.institutions.byIds(places.held.map(({ institutionId }) => institutionId))
      : null;
    return {
      capacity: places.capacity,
      held: places.held.length,
      countries: placesByCountry(places).map((country) => ({
        ...country,
        waiting: waiting.filter((entry) => entry.country === country.country).length,
        holders: [...(names?.values() ?? [])]
          .map(({ id, name }) => ({
            institution: name,
            people: places.held.filter((seat) => seat.institutionId === id && seat.country === country.country).length,
          }))
          .filter(({ people }) => people > 0),
      })),
      othersShare: places.othersShare,
      rest:
        places.othersShare || !places.quotas.length
          ? { held: places.held.filter(shares).length, left: restLeft(places), waiting: waiting.filter(shares).length }
          : null,
      can: { setQuotas: maySetQuotas(actor, { editionId }) && agree(changeIn(edition.state)) },
    };
  }
}
