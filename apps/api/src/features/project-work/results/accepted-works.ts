import { Injectable } from '@nestjs/common';
import { Database } from '../../../platform/database/database';
import { rowsOf } from '../../../platform/database/read-together';
import { GroupRoll, type Member } from '../work/group-roll';
import { Submission, SubmittedFile } from '../work/work.entity';

/** An accepted work with what is in its last version, and its group as it is now. */
/** An accepted work with its last version, and its group as it is now: without a member whose own result is another. */
export interface AcceptedWork {
  readonly id: string;
  readonly groupId: string;
  readonly group: string | null;
  readonly submissionId: string;
  readonly files: readonly { readonly id: string; readonly name: string; readonly type: string }[];
  readonly text: string;
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
    const [rows, files, members] = await Promise.all([
      this.database.rows(
        rowsOf(
          Submission,
          `JOIN work ON work.id = it.workId AND work.versions = it.version
           JOIN project_group project ON project.id = work.groupId WHERE ${where}`,
          values,
          {
            columns: ['id', 'workId', 'text'],
            beside: { groupId: 'work.groupId', group: 'project.name' },
            by: ['workId'],
          },
        ),
      ),
      this.database.rows(
        rowsOf(
          SubmittedFile,
          `JOIN submission ON submission.id = it.submissionId
           JOIN work ON work.id = submission.workId AND work.versions = submission.version
           JOIN stored_file file ON file.id = it.fileId WHERE ${where}`,
          values,
          { beside: { name: 'file.name', type: 'file.type' }, by: ['position'] },
        ),
      ),
      this.roll.membersOf(
        `it.groupId IN (SELECT work.groupId FROM work WHERE ${where}) AND NOT EXISTS (
           SELECT 1 FROM result_individual own JOIN work ON work.id = own.workId
           WHERE own.enrolmentId = it.enrolmentId AND work.groupId = it.groupId AND own.outcome = 'not-passed' AND ${where})`,
        values,
      ),
    ]);
    const filesOf = Map.groupBy(files, ({ submissionId }) => submissionId);
    return rows.map((row) => ({
      id: row.workId,
      groupId: String(row.groupId),
      group: row.group === null ? null : String(row.group),
      submissionId: row.id,
      files: (filesOf.get(row.id) ?? []).map(({ fileId, name, type }) => ({
        id: fileId,
        name: String(name),
        type: String(type),
      })),
      text: row.text ?? '',
      members: members.get(String(row.groupId)) ?? [],
    }));
  }
}
