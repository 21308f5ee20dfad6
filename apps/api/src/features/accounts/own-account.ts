import type { Me } from '@libretto/contracts';
import type { Actor } from '@libretto/domain';
import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database';
import { Account } from './account.entity';
import { Institution } from './institution.entity';

@Injectable()
export class OwnAccount {
  constructor(private readonly database: Database) {}

  /** Who is signed in, and what they are here. */
  async of(actor: Actor): Promise<Me> {
    const account = await this.database.read.findOneByOrFail(Account, { id: actor.accountId });
    const { institutionId } = account;
    const institution = institutionId ? await this.database.read.findOneBy(Institution, { id: institutionId }) : null;
    return { ...actor, ...account, institution, organisation: [...actor.organisation], editions: [...actor.editions] };
  }
}
