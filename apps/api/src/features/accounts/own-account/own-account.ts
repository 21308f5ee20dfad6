import type { Me } from '@libretto/contracts';
import type { Actor } from '@libretto/domain';
import { Injectable } from '@nestjs/common';
import { orNotFound } from '../../../platform/refusals/refused';
import { PeopleDirectory } from '../people/people-directory';

@Injectable()
export class OwnAccount {
  constructor(private readonly people: PeopleDirectory) {}

  /** The signed-in person with their roles. */
  async of(actor: Actor): Promise<Me> {
    const account = orNotFound((await this.people.byIds([actor.accountId])).get(actor.accountId));
    return { ...actor, ...account, organisation: [...actor.organisation], editions: [...actor.editions] };
  }
}
