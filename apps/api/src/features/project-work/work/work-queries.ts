import type { MarkingView, WorkVersion } from '@libretto/contracts';
import { Injectable } from '@nestjs/common';
import { Database } from '../../../platform/database/database';
import { rowsOf, type Values } from '../../../platform/database/read-together';
import { fileCells, fileIn } from '../../../platform/files/file-store';
import { PeopleDirectory } from '../../accounts';
import { Marking, Submission, SubmittedFile, Work } from './work.entity';

/** Works by a condition on `work`. */
export interface WorksAsked {
  readonly where: string;
  readonly values: Values;
}

export const oneWork = (workId: string): WorksAsked => ({ where: 'work.id = :workId', values: { workId } });

/** The works of the groups that an enrolment is in, for all briefs. */
export const worksOfEnrolment = (enrolmentId: string): WorksAsked => ({
  where: 'work.groupId IN (SELECT groupId FROM group_member WHERE enrolmentId = :enrolmentId)',
  values: { enrolmentId },
});

/** The works of the groups that a person is in, for all briefs. */
export const worksOfPerson = (editionId: string, accountId: string): WorksAsked => ({
  where: `work.groupId IN (SELECT member.groupId FROM group_member member JOIN enrolment ON enrolment.id = member.enrolmentId
          WHERE enrolment.editionId = :editionId AND enrolment.accountId = :accountId)`,
  values: { editionId, accountId },
});

/** Works with their versions and markings. Two statements, those of names included. */
@Injectable()
export class WorkQueries {
  constructor(
    private readonly database: Database,
    private readonly people: PeopleDirectory,
  ) {}

  /** These works, the newest attempt first. */
  async works({ where, values }: WorksAsked): Promise<Work[]> {
    const works = await this.database.rows(
      rowsOf(Work, `JOIN work ON work.id = it.id WHERE ${where}`, values, { by: ['attempt'] }),
    );
    return works.reverse();
  }

  /** The versions of these works, the newest first, by work. */
  async versionsOf({ where, values }: WorksAsked): Promise<Map<string, WorkVersion[]>> {
    const [submissions, files] = await Promise.all([
      this.database.rows(
        rowsOf(Submission, `JOIN work ON work.id = it.workId WHERE ${where}`, values, { by: ['version'] }),
      ),
      this.database.rows(
        rowsOf(
          SubmittedFile,
          `JOIN submission ON submission.id = it.submissionId JOIN work ON work.id = submission.workId
           JOIN stored_file file ON file.id = it.fileId WHERE ${where}`,
          values,
          { beside: { ...fileCells, sha256: 'file.sha256' }, by: ['position'] },
        ),
      ),
    ]);
    const filesOf = Map.groupBy(files, ({ submissionId }) => submissionId);
    const people = await this.people.byIds(submissions.map(({ handedInBy }) => handedInBy));
    const versions = submissions.reverse().map((row) => ({
      workId: row.workId,
      id: row.id,
      version: row.version,
      files: (filesOf.get(row.id) ?? []).map((file) => ({ ...fileIn(file.id, file), sha256: String(file.sha256) })),
      links: row.links ?? [],
      text: row.text ?? '',
      by: people.get(row.handedInBy)?.name ?? '',
      at: row.at.toISOString(),
      isLate: Boolean(row.isLate),
    }));
    return Map.groupBy(versions, ({ workId }) => workId);
  }

  /** The markings of these works in the order in which they were made, by work. */
  async markingsOf({ where, values }: WorksAsked): Promise<Map<string, (MarkingView & { markerId: string })[]>> {
    const rows = await this.database.rows(
      rowsOf(Marking, `JOIN work ON work.id = it.workId WHERE ${where}`, values, { by: ['id'] }),
    );
    const people = await this.people.byIds(rows.map(({ markerId }) => markerId));
    const views = rows.map(({ workId, markerId, points, mostPoints, at, ...said }) => ({
      workId,
      markerId,
      marker: people.get(markerId)?.name ?? '',
      outcome: said.outcome,
      grade: said.grade,
      rubric: said.rubric,
      points: points !== null && mostPoints !== null ? { points, most: mostPoints } : null,
      comment: said.comment,
      mustChange: said.mustChange,
      stays: said.stays,
      at: at.toISOString(),
    }));
    return Map.groupBy(views, ({ workId }) => workId);
  }
}
