import { type AssignedRole, assignedRoles } from '@libretto/domain';
import type { RoleRegister } from '../accounts';

/** The holders of the roles that a coordinator gives. */
export async function peopleRoles(
  book: RoleRegister,
  editionId: string,
): Promise<{ accountId: string; role: AssignedRole }[]> {
  const holders = await book.holders(editionId, assignedRoles);
  return holders as { accountId: string; role: AssignedRole }[];
}
