import type { OpeningPreview as Preview } from '@libretto/contracts';
import { type Actor, checkOpening, foreseeOpening, type Opening } from '@libretto/domain';
import { Injectable } from '@nestjs/common';
import { orRefuse } from '../../../platform/refusals/refused';
import { InstitutionDirectory, PeopleDirectory } from '../../accounts';
import { KnownPlaces } from './known-places';

/** The effect of opening places of one country. */
@Injectable()
export class OpeningPreview {
  constructor(
    private readonly known: KnownPlaces,
    private readonly institutions: InstitutionDirectory,
    private readonly people: PeopleDirectory,
  ) {}

  async of(actor: Actor, editionId: string, opening: Opening): Promise<Preview> {
    const { places, waiting } = await this.known.of(actor, editionId);
    orRefuse(checkOpening(places, opening));
    const { offered, unused } = foreseeOpening(places, waiting, opening);
    const [people, institutions] = await Promise.all([
      this.people.byIds(offered.map(({ accountId }) => accountId)),
      this.institutions.byIds(offered.map(({ institutionId }) => institutionId)),
    ]);
    return {
      offered: offered.map(({ id, accountId, institutionId, country }) => ({
        id,
        name: people.get(accountId)?.name ?? '',
        institution: institutions.get(institutionId)?.name ?? '',
        country,
      })),
      unused,
    };
  }
}
