import type { Me } from '@libretto/contracts';
import type { Actor } from '@libretto/domain';
import { Injectable } from '@nestjs/common';
import { Database } from '../../../platform/database/database';
import { Account } from '../account/account.entity';
import { InstitutionDirectory } from '../institutions/institution-directory';

@Injectable()
export class OwnAccount {
  constructor(
    private readonly database: Database,
    private readonly institutions: InstitutionDirectory,
  ) {}

  /** The signed-in person with their roles. */
  async of(actor: Actor): Promise<Me> {
    const account = await this.database.read.findOneByOrFail(Account, { id: actor.accountId });
    const { institutionId } = account;
    const institution = institutionId
      ? ((await this.institutions.byIds([institutionId])).get(institutionId) ?? null)
      : null;
    return { ...actor, ...account, institution, organisation: [...actor.organisation], editions: [...actor.editions] };
  }
}
