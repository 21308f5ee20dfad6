import { type AssignedRole, assignedRoles } from '@libretto/domain';
import type { EntityManager } from 'typeorm';
import type { RoleRegister } from '../accounts';

/** Who holds which of the roles that a coordinator gives; with the manager of a transaction as it is in it. */
export async function peopleRoles(
  book: RoleRegister,
  editionId: string,
  manager?: EntityManager,
): Promise<{ accountId: string; role: AssignedRole }[]> {
  const holders = await book.holders(editionId, assignedRoles, manager);
  return holders as { accountId: string; role: AssignedRole }[];
}
