import { Injectable } from '@nestjs/common';
import { Database } from '../../../platform/database/database';
import { rowsOf } from '../../../platform/database/read-together';
import { GroupRoll, type Member } from '../work/group-roll';
import { Submission } from '../work/work.entity';

/** An accepted work with its last version, and its group as it is now. */
export interface AcceptedWork {
  readonly id: string;
  readonly groupId: string;
  readonly group: string | null;
  readonly file: { readonly id: string; readonly name: string; readonly type: string };
  readonly members: readonly Member[];
}

/** The works of an edition that passed, for those who go on with them. */
@Injectable()
export class AcceptedWorks {
  constructor(
    private readonly database: Database,
    private readonly roll: GroupRoll,
  ) {}

  /** The released works that passed, in the order in which they came. Two statements, whatever their number. */
  async of(editionId: string): Promise<AcceptedWork[]> {
    const where = "work.editionId = :editionId AND work.state = 'released' AND work.outcome = 'passed'";
    const values = { editionId };
    const [rows, members] = await Promise.all([
      this.database.rows(
        rowsOf(
          Submission,
          `JOIN work ON work.id = it.workId AND work.versions = it.version
           JOIN project_group project ON project.id = work.groupId
           JOIN stored_file file ON file.id = it.fileId WHERE ${where}`,
          values,
          {
            columns: ['workId', 'fileId'],
            beside: {
              groupId: 'work.groupId',
              group: 'project.name',
              fileName: 'file.name',
              fileType: 'file.type',
            },
            by: ['workId'],
          },
        ),
      ),
      this.roll.membersOf(`it.groupId IN (SELECT work.groupId FROM work WHERE ${where})`, values),
    ]);
    return rows.map((row) => ({
      id: row.workId,
      groupId: String(row.groupId),
      group: row.group === null ? null : String(row.group),
      file: { id: row.fileId, name: String(row.fileName), type: String(row.fileType) },
      members: members.get(String(row.groupId)) ?? [],
    }));
  }
}
