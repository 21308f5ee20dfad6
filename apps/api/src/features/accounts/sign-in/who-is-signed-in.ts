import type { Actor } from '@libretto/domain';
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

/** Reads the cookie: three statements, independent of the number of people and editions. */
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
    const where = { tokenHash: hashOfToken(token), expiresAt: MoreThan(this.clock.now()) };
    const signIn = await this.database.read.findOneBy(SignIn, where);
    return signIn && { actor: await this.actor(signIn.accountId), signInId: signIn.id };
  }

  private async actor(accountId: string): Promise<Actor> {
    const [organisation, editions] = await Promise.all([
      this.database.read.findBy(OrganisationRole, { accountId }),
      this.database.read.findBy(EditionRole, { accountId }),
    ]);
    return {
      accountId,
      organisation: organisation.map(({ role }) => role),
      editions: editions.map(({ editionId, role }) => ({ editionId, role })),
    };
  }
}
