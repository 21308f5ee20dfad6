import { newId } from '../../../../platform/database/new-id';
import type { Tx } from '../../../../platform/database/transaction';
import { WorkspaceText } from './workspace-text.entity';

/** The text of a group, locked until the end of the transaction; it begins with the first who asks for it. */
export async function lockText(tx: Tx, groupId: string): Promise<WorkspaceText> {
  const [known] = await tx.lockAll(WorkspaceText, { groupId });
  if (known) return known;
  const row = { id: newId(), groupId, newest: 0, bytes: 0 };
  await tx.insertMissing(WorkspaceText, [row]);
  const [made] = await tx.lockAll(WorkspaceText, { groupId });
  if (!made) throw new Error('A text that was just begun is there.');
  return made;
}
