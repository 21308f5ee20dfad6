import type { Actor, EditionRole as EditionRoleName, OrganisationRole as OrganisationRoleName } from '@libretto/domain';
import { Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { MoreThan } from 'typeorm';
import { Clock } from '../../../platform/clock/clock';
import { Database } from '../../../platform/database/database';
import { cellsFound } from '../../../platform/database/read-together';
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
    const tokenHash = hashOfToken(token);
    return this.database.once(`who asks with ${tokenHash}`, () => this.signedInWith(tokenHash));
  }

  private async signedInWith(tokenHash: string): Promise<{ actor: Actor; signInId: string } | null> {
    const rows = await this.rolesBySignIn(tokenHash);
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

  private async rolesBySignIn(tokenHash: string): Promise<RolesOfSignIn[]> {
    const signedIn = this.database.read
      .createQueryBuilder(SignIn, 'signIn')
      .leftJoin(OrganisationRole, 'organisation', 'organisation.accountId = signIn.accountId')
      .leftJoin(EditionRole, 'edition', 'edition.accountId = signIn.accountId')
      .where({ tokenHash, expiresAt: MoreThan(this.clock.now()) });
    return (await this.database.rows(cellsFound(rolesCells, signedIn))) as unknown as RolesOfSignIn[];
  }
}

const rolesCells = {
  signInId: 'signIn.id',
  accountId: 'signIn.accountId',
  organisationRole: 'organisation.role',
  editionId: 'edition.editionId',
  editionRole: 'edition.role',
};

interface RolesOfSignIn {
  readonly signInId: string;
  readonly accountId: string;
  readonly organisationRole: OrganisationRoleName | null;
  readonly editionId: string | null;
  readonly editionRole: EditionRoleName | null;
}
