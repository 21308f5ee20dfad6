import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { Database } from '../../../platform/database/database';
import { nameToSave } from '../../../platform/files/file-name';
import { StoredFile } from '../../../platform/files/stored-file.entity';
import { ProjectGroup } from '../work/project-group.entity';
import { WorkspaceFile } from './files/workspace-file.entity';
import { WorkspaceTask } from './tasks/workspace-task.entity';
import { wordsOf } from './text/parts-of-text';
import { textOf } from './text/texts';
import { WorkspaceChange, WorkspaceWriter } from './text/workspace-text.entity';

/** The personal data in workspaces, for its person: what they wrote, as far as it still stands, their tasks and files. */
@Injectable()
export class WorkspacePersonalData {
  constructor(private readonly database: Database) {}

  /** Six statements. */
  async about(accountId: string, enrolmentIds: readonly string[]) {
    const { read } = this.database;
    const writers = await read.findBy(WorkspaceWriter, { accountId });
    const groupIds = [...new Set(writers.map(({ groupId }) => groupId))];
    const changes = await read.find(WorkspaceChange, { where: { groupId: In(groupIds) }, order: { number: 'ASC' } });
    const tasks = await read.find(WorkspaceTask, {
      where: [{ addedBy: accountId }, { enrolmentId: In([...enrolmentIds]) }],
      order: { id: 'ASC' },
    });
    const shared = await read.find(WorkspaceFile, { where: { addedBy: accountId }, order: { id: 'ASC' } });
    const files = await read.findBy(StoredFile, { id: In(shared.map(({ fileId }) => fileId)) });
    const named = [...groupIds, ...tasks.map(({ groupId }) => groupId), ...shared.map(({ groupId }) => groupId)];
    const groups = await read.findBy(ProjectGroup, { id: In(named) });
    const ofGroup = Map.groupBy(changes, ({ groupId }) => groupId);
    return {
      workspaces: groups.map(({ id, editionId, name }) => {
        const all = ofGroup.get(id) ?? [];
        const own = all.filter((change) => change.accountId === accountId);
        const clients = writers.filter(({ groupId }) => groupId === id).map(({ client }) => Number(client));
        return {
          editionId,
          group: name,
          written: wordsOf(textOf(all.map(({ content }) => content)), new Set(clients)),
          changes: own.map(({ since, at }) => ({ since, at })),
          tasks: tasks
            .filter(({ groupId }) => groupId === id)
            .map(({ title, dueOn, doneAt, addedAt }) => ({ title, dueOn, doneAt, addedAt })),
        };
      }),
      files: files.map((file) => ({ id: file.id, path: `workspace/${nameToSave(file)}` })),
    };
  }
}
