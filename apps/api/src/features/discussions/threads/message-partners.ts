import type { listPartners, ReplyOf } from '@libretto/contracts';
import { type Actor, agree, changeIn, compare } from '@libretto/domain';
import { Injectable } from '@nestjs/common';
import { orNotFound } from '../../../platform/refusals/refused';
import { PeopleDirectory, RoleRegister } from '../../accounts';
import { EditionDirectory } from '../../editions';
import { teaches } from '../discussions.policy';

/** The people to whom somebody can write a message: for a participant the tutors of the edition, for a tutor its participants. */
@Injectable()
export class MessagePartners {
  constructor(
    private readonly editions: EditionDirectory,
    private readonly people: PeopleDirectory,
    private readonly roles: RoleRegister,
  ) {}

  async of(actor: Actor, editionId: string): Promise<{ isTutor: boolean; accountIds: readonly string[] }> {
    const isTutor = teaches(actor, { editionId });
    const holders = await this.roles.holders(editionId, [isTutor ? 'participant' : 'tutor']);
    return { isTutor, accountIds: holders.map((one) => one.accountId) };
  }

  async list(actor: Actor, editionId: string): Promise<ReplyOf<typeof listPartners>> {
    const [edition, { accountIds }] = await Promise.all([this.editions.byId(editionId), this.of(actor, editionId)]);
    const people = await this.people.byIds(accountIds);
    const labels = [...people.values()].map(({ id, name, institution }) => ({
      id,
      label: institution ? `${name} · ${institution.name}` : name,
    }));
    return {
      people: labels.sort((one, other) => compare(one.label, other.label)),
      can: { write: agree(changeIn(orNotFound(edition).state)) },
    };
  }
}
