import type { WaitingListView } from '@libretto/contracts';
import { type Actor, type Standing, standings } from '@libretto/domain';
import { Injectable } from '@nestjs/common';
import type { WaitingCard } from '../../places';
import { pageAfter } from '../../../platform/http/page-after';
import { InstitutionDirectory, PeopleDirectory } from '../../accounts';
import { KnownPlaces } from './known-places';

const otherwise = ({ entry, list }: Standing<WaitingCard>) => [
  list,
  entry.since.getTime(),
  entry.appliedAt.getTime(),
  entry.id,
];

/** The applicants who wait for a place, with their position and the places they wait for. */
@Injectable()
export class WaitingList {
  constructor(
    private readonly known: KnownPlaces,
    private readonly institutions: InstitutionDirectory,
    private readonly people: PeopleDirectory,
  ) {}

  async of(actor: Actor, editionId: string, after?: string): Promise<WaitingListView> {
    const { places, waiting } = await this.known.of(actor, editionId);
    const all = standings(places, waiting);
    const { shown, next } = pageAfter(all, { otherwise }, after);
    const [people, institutions] = await Promise.all([
      this.people.byIds(shown.map(({ entry }) => entry.accountId)),
      this.institutions.byIds(shown.map(({ entry }) => entry.institutionId)),
    ]);
    return {
      items: shown.map(({ entry, list, position, waitsFor, isByApplication }) => ({
        id: entry.id,
        name: people.get(entry.accountId)?.name ?? '',
        institution: institutions.get(entry.institutionId)?.name ?? '',
        country: entry.country,
        list,
        position,
        since: entry.since.toISOString(),
        appliedAt: entry.appliedAt.toISOString(),
        isByApplication,
        waitsFor,
      })),
      next,
    };
  }
}
