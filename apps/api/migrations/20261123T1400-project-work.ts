import type { MigrationInterface, QueryRunner } from 'typeorm';
import {
  code,
  createTables,
  id,
  instant,
  json,
  line,
  optional,
  paragraph,
  reference,
  whole,
} from '../src/platform/database/schema';

export class ProjectWork1795442400000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTables(runner, {
      project_group: {
        columns: { id: id(), editionId: reference('edition'), name: optional(line(80)) },
        index: [['editionId']],
      },
      group_member: {
        columns: { id: id(), groupId: reference('project_group'), enrolmentId: reference('enrolment') },
        unique: [['enrolmentId']],
        index: [['groupId']],
      },
      work: {
        columns: {
          id: id(),
          editionId: reference('edition'),
          groupId: reference('project_group'),
          attempt: whole(),
          state: code(),
          versions: whole(),
          markings: whole(),
          outcome: optional(code()),
          handedInAt: instant(),
          releasedAt: optional(instant()),
        },
        unique: [['groupId', 'attempt']],
        index: [['editionId', 'state', 'handedInAt']],
      },
      submission: {
        columns: {
          id: id(),
          workId: reference('work'),
          version: whole(),
          fileId: reference('stored_file'),
          handedInBy: reference('account'),
          at: instant(),
        },
        unique: [['workId', 'version']],
      },
      marking: {
        columns: {
          id: id(),
          workId: reference('work'),
          submissionId: reference('submission'),
          markerId: reference('account'),
          outcome: code(),
          grade: optional(line(20)),
          rubric: json(),
          comment: paragraph(),
          at: instant(),
        },
        unique: [['workId', 'markerId']],
      },
      project_deadline: {
        columns: {
          id: id(),
          editionId: reference('edition'),
          attempt: whole(),
          until: instant(),
          reason: optional(paragraph()),
          setBy: reference('account'),
          at: instant(),
        },
        index: [['editionId', 'attempt']],
      },
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['project_deadline', 'marking', 'submission', 'work', 'group_member', 'project_group'])
      await runner.dropTable(table);
  }
}
