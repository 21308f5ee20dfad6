import { Injectable } from '@nestjs/common';
import { Database } from '../../../platform/database/database';
import { Account } from '../account/account.entity';
import { Institution } from '../institutions/institution.entity';
import { EditionRole, OrganisationRole } from '../roles/roles.entity';
import { SignIn } from '../sign-in/sign-in.entity';

/** The personal data in accounts, for their person. The password is held as a hash, which reveals nothing. */
@Injectable()
export class AccountsPersonalData {
  constructor(private readonly database: Database) {}

  /** Five statements. */
  async about(accountId: string) {
    const { read } = this.database;
    const {
      passwordHash: _,
      foundBy: __,
      deletedAt: ___,
      institutionId,
      ...account
    } = await read.findOneByOrFail(Account, { id: accountId });
    const institution = await read.findOneBy(Institution, { id: institutionId ?? '' });
    const organisation = await read.findBy(OrganisationRole, { accountId });
    const editions = await read.findBy(EditionRole, { accountId });
    const signIns = await read.find(SignIn, { where: { accountId }, order: { signedInAt: 'ASC' } });
    return {
      ...account,
      institution: institution && {
        name: institution.name,
        country: institution.country,
        website: institution.website,
      },
      rolesInTheOrganisation: organisation.map(({ role }) => role),
      rolesInEditions: editions.map(({ editionId, role }) => ({ editionId, role })),
      signIns: signIns.map(({ signedInAt, expiresAt }) => ({ signedInAt, expiresAt })),
    };
  }
}
