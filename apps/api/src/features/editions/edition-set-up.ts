import { agree, changeIn, closeEdition, mostMarkers, needsToOpen, openEdition } from '@libretto/domain';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock';
import { orNotFound } from '../../platform/refusals/refused';
import { PeopleDirectory, RoleRegister } from '../accounts';
import { EditionDirectory } from './edition-directory';
import { peopleRoles } from './people-roles';

/** The people of an edition with their roles, and the conditions to open it. */
@Injectable()
export class EditionSetUp {
  constructor(
    private readonly clock: Clock,
    private readonly directory: EditionDirectory,
    private readonly roles: RoleRegister,
    private readonly people: PeopleDirectory,
  ) {}

  async of(editionId: string) {
    const [edition, holders] = await Promise.all([
      this.directory.byId(editionId).then(orNotFound),
      peopleRoles(this.roles, editionId),
    ]);
    const people = await this.people.byIds(holders.map(({ accountId }) => accountId));
    const needs = needsToOpen(holders, edition, {
      hours: edition.definition.workload.hours,
      markers: mostMarkers(edition.definition),
    });
    const now = this.clock.now();
    return {
      people: holders.flatMap(({ accountId, role }) => {
        const person = people.get(accountId);
        if (!person) return [];
        const { name, email, institution } = person;
        return [{ accountId, role, name, email, institution: institution?.name ?? null }];
      }),
      needs,
      can: {
        change: agree(changeIn(edition.state)),
        open: agree(openEdition(edition, needs, now)),
        close: agree(closeEdition(edition, now)),
      },
    };
  }
}
