import { createHmac } from 'node:crypto';
import type { Me } from '@libretto/contracts';
import type { Actor } from '@libretto/domain';
import { Injectable } from '@nestjs/common';
import { Config } from '../../../platform/config/config';
import { orNotFound } from '../../../platform/refusals/refused';
import { PeopleDirectory } from '../people/people-directory';

@Injectable()
export class OwnAccount {
  constructor(
    private readonly people: PeopleDirectory,
    private readonly config: Config,
  ) {}

  /** The signed-in person with their roles, and the key that seals what they type in the storage of their browsers. */
  async of(actor: Actor): Promise<Me & { keptKey: string }> {
    const keptKey = createHmac('sha256', this.config.secret).update(`kept texts ${actor.accountId}`).digest('hex');
    const account = orNotFound((await this.people.byIds([actor.accountId])).get(actor.accountId));
    return { ...actor, ...account, organisation: [...actor.organisation], editions: [...actor.editions], keptKey };
  }
}
