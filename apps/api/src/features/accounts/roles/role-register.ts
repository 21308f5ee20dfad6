import type { EditionRole as Role, OrganisationRole as RoleInOrganisation } from '@libretto/domain';
import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { Database } from '../../../platform/database/database';
import { newId } from '../../../platform/database/new-id';
import { cellsOf, made, type Rows, rowsOf } from '../../../platform/database/read-together';
import type { Tx } from '../../../platform/database/transaction';
import { OrganisationRoleGranted, RoleGranted, RoleRevoked } from '../accounts.events';
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

/** A role in another edition of somebody who has one in this: the one here, and the one there. */
export interface RoleElsewhere<R extends Role> {
  readonly accountId: string;
  readonly editionId: string;
  readonly here: R;
  readonly there: R;
}

/** A role of somebody in an edition. */
export interface HeldRole {
  accountId: string;
  role: Role;
}

/**
 * The people with one of these roles in an edition, in the order in which they got them, for a statement that reads other
 * rows beside them.
 */
export const roleRows = (editionId: string, roles: readonly Role[]): Rows<HeldRole> =>
  made(
    rowsOf(EditionRole, 'WHERE it.editionId = :editionId AND it.role IN (:...roles)', { editionId, roles }, inOrder),
    ({ accountId, role }) => ({ accountId, role }),
  );

/** Selects the accounts with one of the roles `:...roles` in the edition `:editionId`, as `id`. */
export const idsOfHolders =
  'SELECT held.accountId AS id FROM edition_role held WHERE held.editionId = :editionId AND held.role IN (:...roles)';

const inOrder = { columns: ['id', 'accountId', 'role'], by: ['id'] } as const;

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
    await tx.publish(new RoleRevoked(grant.accountId, grant.editionId, grant.role));
  }

  /** The people with one of these roles in an edition, in the order in which they got them. */
  holders(editionId: string, roles: readonly Role[]): Promise<HeldRole[]> {
    return this.database.rows(roleRows(editionId, roles));
  }

  /** The editions in which somebody has one of these roles. */
  async heldBy(accountId: string, ...roles: Role[]): Promise<{ editionId: string; role: Role }[]> {
    const rows = await this.database.read.findBy(EditionRole, { accountId, role: In(roles) });
    return rows.map(({ editionId, role }) => ({ editionId, role }));
  }

  /** The roles in other editions of the people who have a role in this one; both of these kinds. One statement. */
  elsewhere<R extends Role>(editionId: string, roles: readonly R[]): Promise<RoleElsewhere<R>[]> {
    return this.database.rows(
      cellsOf<keyof RoleElsewhere<R>, RoleElsewhere<R>>(
        { accountId: 'other.accountId', editionId: 'other.editionId', here: 'held.role', there: 'other.role' },
        `FROM edition_role held JOIN edition_role other ON other.accountId = held.accountId
         WHERE held.editionId = :editionId AND other.editionId <> :editionId
           AND held.role IN (:...roles) AND other.role IN (:...roles)`,
        { editionId, roles },
      ),
    );
  }

  /** The editions in which one of these people holds one of these roles. */
  async editionsOf(accountIds: readonly string[], roles: readonly Role[]): Promise<string[]> {
    const where = { accountId: In([...accountIds]), role: In([...roles]) };
    const rows = await this.database.read.find(EditionRole, { select: { id: true, editionId: true }, where });
    return [...new Set(rows.map(({ editionId }) => editionId))];
  }

  /** The roles of these people, by person: one statement. */
  async of(accountIds: readonly string[]): Promise<(accountId: string) => RolesHeld> {
    const held = ['WHERE it.accountId IN (:...accountIds)', { accountIds }] as const;
    const [ofOrganisation, ofEditions] = await Promise.all([
      this.database.rows(rowsOf(OrganisationRole, ...held, { by: ['id'] })),
      this.database.rows(rowsOf(EditionRole, ...held, { by: ['id'] })),
    ]);
    const organisation = Map.groupBy(ofOrganisation, ({ accountId }) => accountId);
    const editions = Map.groupBy(ofEditions, ({ accountId }) => accountId);
    return (id: string) => ({
      organisation: (organisation.get(id) ?? []).map(({ role }) => role),
      editions: (editions.get(id) ?? []).map(({ editionId, role }) => ({ editionId, role })),
    });
  }
}
