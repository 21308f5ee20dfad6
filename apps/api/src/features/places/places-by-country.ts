import type { PlacesView } from '@libretto/contracts';
import { type Actor, placesByCountry } from '@libretto/domain';
import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { Database } from '../../platform/database/database';
import { notFound } from '../../platform/http/refused';
import { InstitutionDirectory } from '../accounts';
import { EditionDirectory } from '../editions';
import { mayReadHolders, maySetQuotas } from './places.policy';
import { placesOf } from './places-of';
import { WaitingListEntry } from './waiting-list-entry.entity';

/** How the places of an edition stand: quota, held and waiting, country by country. */
@Injectable()
export class PlacesByCountry {
  constructor(
    private readonly database: Database,
    private readonly editions: EditionDirectory,
    private readonly institutions: InstitutionDirectory,
  ) {}

  async of(actor: Actor, editionId: string): Promise<PlacesView> {
    const edition = await this.editions.byId(editionId);
    if (!edition) throw notFound();
    const places = await placesOf(this.database.read, edition);
    const waiting = await this.database.read.find(WaitingListEntry, {
      select: { id: true, country: true },
      where: { editionId, offeredAt: IsNull() },
    });
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
      can: { setQuotas: maySetQuotas(actor, { editionId }) },
    };
  }
}
