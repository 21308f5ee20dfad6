import { type AssignedRole, assignedRoles } from '@libretto/domain';
import type { RoleRegister } from '../accounts';

/** The holders of the roles that a coordinator gives. */
export async function peopleRoles(
  roles: RoleRegister,
  editionId: string,
): Promise<{ accountId: string; role: AssignedRole }[]> {
  const holders = await roles.holders(editionId, assignedRoles);
  return holders as { accountId: string; role: AssignedRole }[];
}
