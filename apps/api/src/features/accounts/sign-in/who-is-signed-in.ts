import type { Actor, EditionRole as EditionRoleName, OrganisationRole as OrganisationRoleName } from '@libretto/domain';
import { Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { MoreThan } from 'typeorm';
import { Clock } from '../../../platform/clock/clock';
import { Database } from '../../../platform/database/database';
import { WhoAsks } from '../../../platform/http/who-asks';
import { EditionRole, OrganisationRole } from '../roles/roles.entity';
import { SignIn } from './sign-in.entity';
import { hashOfToken } from '../codes/tokens';

export const cookieName = 'libretto';

/** Reads the cookie: one statement, independent of the number of people and editions. */
@Injectable()
export class WhoIsSignedIn extends WhoAsks {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {
    super();
  }

  async of(request: FastifyRequest): Promise<{ actor: Actor; signInId: string } | null> {
    const token = request.cookies?.[cookieName];
    if (!token) return null;
    const rows = await this.rolesBySignIn(hashOfToken(token));
    const [signIn] = rows;
    if (!signIn) return null;
    // Each role in the organisation comes with each role in an edition.
    const organisation = new Set(rows.flatMap(({ organisationRole }) => organisationRole ?? []));
    const editions = new Map(
      rows.flatMap(({ editionId, editionRole }) =>
        editionId && editionRole ? [[`${editionId} ${editionRole}`, { editionId, role: editionRole }]] : [],
      ),
    );
    const { accountId, signInId } = signIn;
    return { actor: { accountId, organisation: [...organisation], editions: [...editions.values()] }, signInId };
  }

  private rolesBySignIn(tokenHash: string): Promise<RolesOfSignIn[]> {
    return this.database.read
      .createQueryBuilder(SignIn, 'signIn')
      .leftJoin(OrganisationRole, 'organisation', 'organisation.accountId = signIn.accountId')
      .leftJoin(EditionRole, 'edition', 'edition.accountId = signIn.accountId')
      .select('signIn.id', 'signInId')
      .addSelect('signIn.accountId', 'accountId')
      .addSelect('organisation.role', 'organisationRole')
      .addSelect('edition.editionId', 'editionId')
      .addSelect('edition.role', 'editionRole')
      .where({ tokenHash, expiresAt: MoreThan(this.clock.now()) })
      .getRawMany();
  }
}

interface RolesOfSignIn {
  readonly signInId: string;
  readonly accountId: string;
  readonly organisationRole: OrganisationRoleName | null;
  readonly editionId: string | null;
  readonly editionRole: EditionRoleName | null;
}
