import { type AssignedRole, assignedRoles } from '@libretto/domain';
import type { EntityManager } from 'typeorm';
import type { RoleRegister } from '../accounts';

/** The holders of the roles that a coordinator gives; with the manager of a transaction, as it sees them. */
export async function peopleRoles(
  book: RoleRegister,
  editionId: string,
  manager?: EntityManager,
): Promise<{ accountId: string; role: AssignedRole }[]> {
  const holders = await book.holders(editionId, assignedRoles, manager);
  return holders as { accountId: string; role: AssignedRole }[];
}
