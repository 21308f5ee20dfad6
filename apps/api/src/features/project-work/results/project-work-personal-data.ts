import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { Database } from '../../../platform/database/database';
import { nameToSave } from '../../../platform/files/file-name';
import { StoredFile } from '../../../platform/files/stored-file.entity';
import { GroupMember, ProjectGroup } from '../work/project-group.entity';
import { Marking, Submission, Work } from '../work/work.entity';

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
    const files = await read.findBy(StoredFile, { id: In(submissions.map(({ fileId }) => fileId)) });
    const released = works.filter(({ releasedAt }) => releasedAt !== null);
    const markings = await read.findBy(Marking, { workId: In(released.map(({ id }) => id)) });
    const names = new Map(files.map((file) => [file.id, nameToSave(file)]));
    const nameOf = (id: string) => names.get(id) ?? '';
    return {
      groups: groups.map(({ id, editionId, briefId, name }) => ({
        editionId,
        brief: briefId,
        name,
        works: works
          .filter(({ groupId }) => groupId === id)
          .map(({ id: workId, attempt, outcome, releasedAt }) => ({
            attempt,
            outcome: releasedAt ? outcome : null,
            releasedAt,
            versions: submissions
              .filter((one) => one.workId === workId)
              .map(({ version, fileId, at }) => ({ version, file: nameOf(fileId), at })),
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
      files: submissions.map(({ fileId, version }) => ({ id: fileId, path: `${version}-${nameOf(fileId)}` })),
    };
  }
}
