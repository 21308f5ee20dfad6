import { type AssignedRole, assignedRoles } from '@libretto/domain';
import type { RoleBook } from '../accounts';

/** Who holds which of the roles that a coordinator gives. */
export async function peopleRoles(book: RoleBook, editionId: string): Promise<{ accountId: string; role: AssignedRole }[]> {
  const holders = await book.holders(editionId, ...assignedRoles);
  return holders as { accountId: string; role: AssignedRole }[];
}
