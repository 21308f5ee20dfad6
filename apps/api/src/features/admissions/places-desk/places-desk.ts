import type { PlaceCell, PlacesDesk as Desk } from '@libretto/contracts';
import {
  type Actor,
  agree,
  changeIn,
  placesByCountry,
  type PlaceSource,
  restLeft,
  seatsByInstitution,
  sharesTheRest,
  unusedOpened,
} from '@libretto/domain';
import { Injectable } from '@nestjs/common';
import { InstitutionDirectory, PeopleDirectory } from '../../accounts';
import { mayOpenPlaces, PlaceQueries } from '../../places';
import { KnownPlaces } from './known-places';

/** The places of an edition, institution by institution, for its coordinators. */
@Injectable()
export class PlacesDesk {
  constructor(
    private readonly known: KnownPlaces,
    private readonly book: PlaceQueries,
    private readonly institutions: InstitutionDirectory,
    private readonly people: PeopleDirectory,
  ) {}

  async of(actor: Actor, editionId: string): Promise<Desk> {
    const { edition, places, waiting } = await this.known.of(actor, editionId);
    const openings = await this.book.openings(editionId);
    const names = await this.institutions.byIds(places.held.map(({ institutionId }) => institutionId));
    const people = await this.people.byIds(openings.map(({ byId }) => byId));
    const taken = seatsByInstitution(places).map(({ source, seats: [first, ...colleagues] }) => ({
      source,
      cell: {
        is: [first, ...colleagues].some((seat) => seat?.state === 'accepted')
          ? ('accepted' as const)
          : ('offered' as const),
        country: first?.country ?? null,
        institution: names.get(first?.institutionId ?? '')?.name ?? null,
        people: colleagues.length + 1,
      },
    }));
    const cellsOn = (source: PlaceSource) => taken.flatMap((one) => (one.source === source ? [one.cell] : []));
    const ofQuotas = cellsOn('quota');
    return {
      edition: edition.name,
      programme: edition.definition.title,
      capacity: places.capacity,
      held: places.held.length,
      waiting: waiting.length,
      countries: placesByCountry(places).map(({ country, institutions, peoplePerInstitution, unused, opened }) => ({
        country,
        institutions,
        peoplePerInstitution,
        unused,
        waiting: waiting.filter((entry) => entry.country === country).length,
        cells: [
          ...ofQuotas.filter((cell) => cell.country === country),
          ...roomFor(unused, 'free', country),
          ...roomFor(opened, 'opened', country),
        ],
      })),
      opened: [...cellsOn('opened'), ...roomFor(unusedOpened(places), 'free', null)],
      rest:
        places.othersShare || !places.quotas.length
          ? {
              cells: cellsOn('rest'),
              left: restLeft(places),
              waiting: waiting.filter(({ country }) => sharesTheRest(places, country)).length,
            }
          : null,
      openings: openings.map(({ id, country, institutions, reason, byId, at }) => ({
        id,
        country,
        institutions,
        reason,
        by: people.get(byId)?.name ?? '',
        at: at.toISOString(),
      })),
      can: { open: mayOpenPlaces(actor, { editionId }) && agree(changeIn(edition.state)) },
    };
  }
}

const roomFor = (institutions: number, is: 'free' | 'opened', country: string | null): PlaceCell[] =>
  Array.from({ length: institutions }, () => ({ is, country, institution: null, people: 0 }));
