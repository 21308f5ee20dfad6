import type { WorkspaceView } from '@libretto/contracts';
import type { Actor } from '@libretto/domain';
import { Injectable } from '@nestjs/common';
import { Database } from '../../../platform/database/database';
import { rowsOf } from '../../../platform/database/read-together';
import { fileCells, fileIn } from '../../../platform/files/file-store';
import { PeopleDirectory } from '../../accounts';
import { WorkspaceFile } from './files/workspace-file.entity';
import { WorkspaceTask } from './tasks/workspace-task.entity';
import { WorkspaceDoor, type WorkspacePlace } from './workspace-door';
import { reasonOf } from '../../../platform/refusals/refused';

/** A workspace without its text: that comes over its line. */
@Injectable()
export class WorkspaceOfGroup {
  constructor(
    private readonly database: Database,
    private readonly people: PeopleDirectory,
    private readonly door: WorkspaceDoor,
  ) {}

  async of(actor: Actor, place: WorkspacePlace): Promise<WorkspaceView> {
    const { groupId } = place;
    const [{ brief, group, members, whyNotWrite }, tasks, files] = await Promise.all([
      this.door.open(actor, place),
      this.database.rows(rowsOf(WorkspaceTask, 'WHERE it.groupId = :groupId', { groupId }, { by: ['id'] })),
      this.database.rows(fileRows(groupId)),
    ]);
    const people = await this.people.byIds(files.map(({ addedBy }) => addedBy));
    return {
      title: brief.title,
      name: group.name,
      members: members.map(({ enrolmentId, name }) => ({ enrolmentId, name })),
      tasks: tasks
        .map(({ id, title, enrolmentId, dueOn, doneAt }) => ({
          id,
          title,
          enrolmentId,
          dueOn,
          isDone: doneAt !== null,
        }))
        .sort((one, other) => orderOf(one).localeCompare(orderOf(other))),
      files: files.map((row) => ({
        id: row.id,
        file: fileIn(row.fileId, row),
        by: people.get(row.addedBy)?.name ?? '',
        at: row.addedAt.toISOString(),
      })),
      originality: brief.originality ?? null,
      can: { write: whyNotWrite === null },
      whyNotWrite: reasonOf(whyNotWrite),
    };
  }
}

const orderOf = ({ id, isDone, dueOn }: { id: string; isDone: boolean; dueOn: string | null }) =>
  `${isDone ? 1 : 0} ${dueOn ?? '9'} ${id}`;

const fileRows = (groupId: string) =>
  rowsOf(
    WorkspaceFile,
    'JOIN stored_file file ON file.id = it.fileId WHERE it.groupId = :groupId',
    { groupId },
    { beside: fileCells, by: ['id'] },
  );
