import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { Database } from '../../../platform/database/database';
import { rowsOf } from '../../../platform/database/read-together';
import { nameToSave } from '../../../platform/files/file-name';
import { releasedLateness } from '../work/lateness';
import { GroupMember, ProjectGroup } from '../work/project-group.entity';
import { Marking, Submission, SubmittedFile, Work } from '../work/work.entity';

/** The personal data in project work, for its person: their group's submissions, and the released results. */
@Injectable()
export class ProjectWorkPersonalData {
  constructor(private readonly database: Database) {}

  /** Six statements. */
  async about(enrolmentIds: readonly string[]) {
    const { read } = this.database;
    const members = await read.findBy(GroupMember, { enrolmentId: In([...enrolmentIds]) });
    const groups = await read.findBy(ProjectGroup, { id: In(members.map(({ groupId }) => groupId)) });
    const works = await read.find(Work, { where: { groupId: In(groups.map(({ id }) => id)) }, order: { id: 'ASC' } });
    const submissions = await read.find(Submission, {
      where: { workId: In(works.map(({ id }) => id)) },
      order: { version: 'ASC' },
    });
    const submitted = works.length ? await this.database.rows(filesOfWorks(works.map(({ id }) => id))) : [];
    const released = works.filter(({ releasedAt }) => releasedAt !== null);
    const markings = await read.findBy(Marking, { workId: In(released.map(({ id }) => id)) });
    const files = submitted.map(({ name, type, ...file }) => ({
      ...file,
      name: nameToSave({ name: String(name), type: String(type) }),
    }));
    const filesOf = Map.groupBy(files, ({ submissionId }) => submissionId);
    return {
      groups: groups.map(({ id, editionId, briefId, name }) => ({
        editionId,
        brief: briefId,
        name,
        works: works
          .filter(({ groupId }) => groupId === id)
          .map(({ id: workId, attempt, outcome, releasedAt, lateDays, latePoints }) => ({
            attempt,
            outcome: releasedAt ? outcome : null,
            releasedAt,
            late: releasedLateness({ lateDays, latePoints }),
            versions: submissions
              .filter((one) => one.workId === workId)
              .map(({ id: submissionId, version, links, text, at }) => ({
                version,
                files: (filesOf.get(submissionId) ?? []).map((file) => file.name),
                links: links ?? [],
                text: text ?? '',
                at,
              })),
            markings: markings
              .filter((one) => one.workId === workId)
              .map(({ outcome: marked, grade, rubric, comment, at }) => ({
                outcome: marked,
                grade,
                rubric,
                comment,
                at,
              })),
          })),
      })),
      files: submissions.flatMap(({ id, version }) =>
        (filesOf.get(id) ?? []).map(({ fileId, position, name }) => ({
          id: fileId,
          path: `${version}-${position ? `${position + 1}-` : ''}${name}`,
        })),
      ),
    };
  }
}

const filesOfWorks = (workIds: readonly string[]) =>
  rowsOf(
    SubmittedFile,
    `JOIN submission ON submission.id = it.submissionId JOIN stored_file file ON file.id = it.fileId
     WHERE submission.workId IN (:...workIds)`,
    { workIds },
    { beside: { name: 'file.name', type: 'file.type' }, by: ['position'] },
  );
