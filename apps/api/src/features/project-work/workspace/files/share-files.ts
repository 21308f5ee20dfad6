import type { InputOf, addWorkspaceFile, readWorkspaceFile, removeWorkspaceFile } from '@libretto/contracts';
import { type Actor, mostWorkspaceFiles, refuse } from '@libretto/domain';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../../../platform/clock/clock';
import { Database } from '../../../../platform/database/database';
import { newId } from '../../../../platform/database/new-id';
import { Transaction, type Tx } from '../../../../platform/database/transaction';
import { FileStore } from '../../../../platform/files/file-store';
import type { StoredFile } from '../../../../platform/files/stored-file.entity';
import type { ApiRequest } from '../../../../platform/http/handles';
import { notFound, Refused } from '../../../../platform/refusals/refused';
import { LockToWrite } from '../lock-to-write';
import { WorkspaceDoor, type WorkspacePlace } from '../workspace-door';
import { WorkspaceFile } from './workspace-file.entity';

/** The files that the members of a group share. */
@Injectable()
export class ShareFiles {
  constructor(
    private readonly database: Database,
    private readonly transaction: Transaction,
    private readonly clock: Clock,
    private readonly files: FileStore,
    private readonly door: WorkspaceDoor,
    private readonly lock: LockToWrite,
  ) {}

  /**
   * Refusals: workspace.not-a-member, project-work.being-marked, project-work.already-passed, project-work.no-attempt-left,
   * workspace.too-many-files, `uploadRefusals`.
   */
  async add(actor: Actor, place: InputOf<typeof addWorkspaceFile>['params'], raw: ApiRequest): Promise<{ id: string }> {
    // Before the bytes arrive.
    await this.transaction.run((tx) => this.makeRoom(tx, actor, place));
    const file = await this.files.receive(raw, 'workspace');
    const row = {
      id: newId(),
      groupId: place.groupId,
      fileId: file.id,
      addedBy: actor.accountId,
      addedAt: this.clock.now(),
    };
    await this.files.orErase(file, () =>
      this.transaction.run(async (tx) => {
        await this.makeRoom(tx, actor, place);
        await this.files.keep(tx, file);
        await tx.insert(WorkspaceFile, row);
      }),
    );
    return { id: row.id };
  }

  async fileFor(actor: Actor, params: InputOf<typeof readWorkspaceFile>['params']): Promise<StoredFile> {
    await this.door.open(actor, params);
    const row = await this.database.read.findOneBy(WorkspaceFile, { id: params.sharedFileId, groupId: params.groupId });
    if (!row) throw notFound();
    return this.files.byId(row.fileId);
  }

  /**
   * Refusals: workspace.not-a-member, project-work.being-marked, project-work.already-passed, project-work.no-attempt-left.
   */
  async remove(
    actor: Actor,
    { sharedFileId: id, ...place }: InputOf<typeof removeWorkspaceFile>['params'],
  ): Promise<void> {
    const { groupId } = place;
    const removed = await this.transaction.run(async (tx) => {
      await this.lock.for(tx, actor, place);
      const row = await tx.manager.findOneBy(WorkspaceFile, { id, groupId });
      if (!row) throw notFound();
      await tx.manager.delete(WorkspaceFile, { id });
      await this.files.forget(tx, row.fileId);
      return row.fileId;
    });
    await this.files.erase(removed);
  }

  private async makeRoom(tx: Tx, actor: Actor, place: WorkspacePlace): Promise<void> {
    await this.lock.for(tx, actor, place);
    if ((await tx.manager.countBy(WorkspaceFile, { groupId: place.groupId })) >= mostWorkspaceFiles)
      throw new Refused(refuse('workspace.too-many-files', { most: mostWorkspaceFiles }));
  }
}
