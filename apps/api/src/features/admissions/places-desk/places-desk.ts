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
import { Database } from '../../../platform/database/database';
import { institutionsWith, peopleWith } from '../../accounts';
import { mayOpenPlaces } from '../../places';
import { KnownPlaces } from './known-places';

/** The places of an edition, institution by institution, for its coordinators. */
@Injectable()
export class PlacesDesk {
  constructor(
    private readonly known: KnownPlaces,
    private readonly database: Database,
  ) {}

  async of(actor: Actor, editionId: string): Promise<Desk> {
    const { edition, places, waiting, openings } = await this.known.of(actor, editionId);
    const cards = await this.database.together({
      institutions: institutionsWith(places.held.map(({ institutionId }) => institutionId)),
      people: peopleWith(openings.map(({ byId }) => byId)),
    });
    const names = new Map(cards.institutions);
    const people = new Map(cards.people.map((person) => [person.id, person]));
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
