import { goesOf } from '@libretto/domain';
import { In, LessThanOrEqual } from 'typeorm';
import * as Y from 'yjs';
import { Database } from '../../../../platform/database/database';
import { newId } from '../../../../platform/database/new-id';
import { Transaction, type Tx } from '../../../../platform/database/transaction';
import { HandlesJob, type JobHandler } from '../../../../platform/jobs/handler';
import { lockText } from '../text/lock-text';
import { textOf, Texts } from '../text/texts';
import { WorkspaceChange, WorkspaceFolding, WorkspaceText } from '../text/workspace-text.entity';
import { foldText } from './fold-text.job';

/** Every change stays, with who made it and when; what one person wrote in one go becomes one. */
@HandlesJob(foldText)
export class FoldText implements JobHandler<{ groupId: string }> {
  constructor(
    private readonly database: Database,
    private readonly transaction: Transaction,
    private readonly texts: Texts,
  ) {}

  async run({ groupId }: { groupId: string }): Promise<void> {
    const { newest, update } = await this.texts.since(groupId, 0);
    if (!update) return;
    // What was deleted is in the changes; who opens the text does not need it.
    const content = Buffer.from(Y.encodeStateAsUpdate(textOf([update])));
    await this.transaction.run(async (tx) => {
      await lockText(tx, groupId);
      await tx.insertMissing(WorkspaceFolding, [{ id: newId(), groupId, upTo: 0, content: Buffer.alloc(0) }]);
      await tx.manager.update(WorkspaceFolding, { groupId }, { upTo: newest, content });
    });
    const changes = await this.database.read.find(WorkspaceChange, {
      where: { groupId, number: LessThanOrEqual(newest) },
      order: { number: 'ASC' },
    });
    // The last one may go on.
    for (const go of goesOf(changes).slice(0, -1))
      if (go.length > 1) await this.transaction.run((tx) => mergeInto(tx, groupId, go));
  }
}

async function mergeInto(tx: Tx, groupId: string, go: readonly WorkspaceChange[]): Promise<void> {
  const [first, last] = [go[0], go.at(-1)];
  if (!first || !last) return;
  await lockText(tx, groupId);
  const merged = Buffer.from(Y.mergeUpdates(go.map(({ content }) => content)));
  await tx.manager.update(WorkspaceChange, { id: last.id }, { content: merged, since: first.since });
  await tx.manager.delete(WorkspaceChange, { id: In(go.slice(0, -1).map(({ id }) => id)) });
  const [{ bytes }] = await tx.manager.query<{ bytes: number | string }[]>(
    'SELECT SUM(LENGTH(content)) AS bytes FROM workspace_change WHERE groupId = ?',
    [groupId],
  );
  await tx.manager.update(WorkspaceText, { groupId }, { bytes: Number(bytes) });
}
