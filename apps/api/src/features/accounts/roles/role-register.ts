import type { EditionRole as Role, OrganisationRole as RoleInOrganisation } from '@libretto/domain';
import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { Database } from '../../../platform/database/database';
import { newId } from '../../../platform/database/new-id';
import type { Tx } from '../../../platform/database/transaction';
import { OrganisationRoleGranted, RoleGranted } from '../accounts.events';
import { EditionRole, OrganisationRole } from './roles.entity';

interface Grant {
  accountId: string;
  editionId: string;
  role: Role;
}

/** A person's roles, in the organisation and in editions. */
export interface RolesHeld {
  organisation: RoleInOrganisation[];
  editions: { editionId: string; role: Role }[];
}

/** The roles of people in editions and in the organisation. */
@Injectable()
export class RoleRegister {
  constructor(private readonly database: Database) {}

  /** Gives a role, only once. */
  async grant(tx: Tx, grant: Grant): Promise<void> {
    if (await tx.insertOnce(EditionRole, { id: newId(), ...grant }))
      await tx.publish(new RoleGranted(grant.accountId, grant.editionId, grant.role));
  }

  /** Gives a role in the organisation. Answers whether it is new. */
  async grantInOrganisation(tx: Tx, accountId: string, role: RoleInOrganisation): Promise<boolean> {
    if (!(await tx.insertOnce(OrganisationRole, { id: newId(), accountId, role }))) return false;
    await tx.publish(new OrganisationRoleGranted(accountId, role));
    return true;
  }

  async revoke(tx: Tx, grant: Grant): Promise<void> {
    await tx.manager.delete(EditionRole, { ...grant });
  }

  /** The people with one of these roles in an edition, in the order in which they got them. */
  async holders(editionId: string, roles: readonly Role[]): Promise<{ accountId: string; role: Role }[]> {
    const rows = await this.database.read.find(EditionRole, {
      where: { editionId, role: In([...roles]) },
      order: { id: 'ASC' },
    });
    return rows.map(({ accountId, role }) => ({ accountId, role }));
  }

  /** The editions in which somebody has one of these roles. */
  async heldBy(accountId: string, ...roles: Role[]): Promise<{ editionId: string; role: Role }[]> {
    const rows = await this.database.read.findBy(EditionRole, { accountId, role: In(roles) });
    return rows.map(({ editionId, role }) => ({ editionId, role }));
  }

  /** The editions in which one of these people holds one of these roles. */
  async editionsOf(accountIds: readonly string[], roles: readonly Role[]): Promise<string[]> {
    const where = { accountId: In([...accountIds]), role: In([...roles]) };
    const rows = await this.database.read.find(EditionRole, { select: { id: true, editionId: true }, where });
    return [...new Set(rows.map(({ editionId }) => editionId))];
  }

  /** The roles of these people, by person: two statements. */
  async of(accountIds: readonly string[]): Promise<(accountId: string) => RolesHeld> {
    const accountId = In([...accountIds]);
    const organisation = Map.groupBy(
      await this.database.read.findBy(OrganisationRole, { accountId }),
      (held) => held.accountId,
    );
    const editions = Map.groupBy(await this.database.read.findBy(EditionRole, { accountId }), (held) => held.accountId);
    return (id: string) => ({
      organisation: (organisation.get(id) ?? []).map(({ role }) => role),
      editions: (editions.get(id) ?? []).map(({ editionId, role }) => ({ editionId, role })),
    });
  }
}
