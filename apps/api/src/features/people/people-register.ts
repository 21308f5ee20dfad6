import type { InputOf, readInvitations, readPeople } from '@libretto/contracts';
import { invitationState } from '@libretto/domain';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock';
import { InvitationRegister, PeopleDirectory, RoleRegister } from '../accounts';
import { EditionDirectory } from '../editions';

/** The people who have an account or an invitation. A fixed number of statements. */
@Injectable()
export class PeopleRegister {
  constructor(
    private readonly clock: Clock,
    private readonly people: PeopleDirectory,
    private readonly roles: RoleRegister,
    private readonly invitations: InvitationRegister,
    private readonly editions: EditionDirectory,
  ) {}

  async page(query: InputOf<typeof readPeople>['query']) {
    const { items, next } = await this.people.page(query);
    const rolesOf = await this.roles.of(items.map(({ id }) => id));
    const editions = await this.editions.byIds(
      items.flatMap(({ id }) => rolesOf(id).editions.map(({ editionId }) => editionId)),
    );
    return {
      items: items.map(({ id, givenName, familyName, email, institution }) => {
        const { organisation, editions: held } = rolesOf(id);
        const named = held.map((one) => ({ ...one, edition: editions.get(one.editionId)?.name ?? '' }));
        return { id, givenName, familyName, email, institution, organisation, editions: named };
      }),
      next,
    };
  }

  async invited(query: InputOf<typeof readInvitations>['query']) {
    const { items, next, found } = await this.invitations.page(query);
    const [editions, people] = await Promise.all([
      this.editions.byIds(items.flatMap((one) => one.editionId ?? [])),
      this.people.byIds(items.flatMap(({ byId }) => byId ?? [])),
    ]);
    const now = this.clock.now();
    return {
      items: items.map(({ id, email, role, byId, invitedAt, expiresAt, outcome, editionId }) => ({
        id,
        email,
        role,
        editionId,
        edition: editions.get(editionId ?? '')?.name ?? null,
        by: people.get(byId ?? '')?.name ?? null,
        invitedAt: invitedAt.toISOString(),
        expiresAt: expiresAt.toISOString(),
        state: invitationState({ outcome, expiresAt }, now),
      })),
      next,
      found,
    };
  }
}
