import type { MigrationInterface, QueryRunner } from 'typeorm';
import {
  bytes,
  createTables,
  day,
  id,
  instant,
  line,
  optional,
  reference,
  whole,
} from '../src/platform/database/schema';

/** The texts that groups write together, change by change; their files and tasks. */
export class Workspace1795742700000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const groupId = reference('project_group');
    await createTables(runner, {
      workspace_text: {
        columns: { id: id(), groupId, newest: whole(), bytes: whole() },
        unique: [['groupId']],
      },
      workspace_folding: {
        columns: { id: id(), groupId, upTo: whole(), content: bytes() },
        unique: [['groupId']],
      },
      workspace_change: {
        columns: {
          ...{ id: id(), groupId, number: whole(), content: bytes() },
          ...{ accountId: optional(reference('account')), since: instant(), at: instant() },
        },
        unique: [['groupId', 'number']],
      },
      workspace_writer: {
        columns: { id: id(), groupId, client: line(10), accountId: reference('account') },
        unique: [['groupId', 'client']],
      },
      workspace_file: {
        columns: {
          ...{ id: id(), groupId, fileId: reference('stored_file') },
          ...{ addedBy: reference('account'), addedAt: instant() },
        },
        index: [['groupId']],
      },
      workspace_task: {
        columns: {
          ...{
            id: id(),
            groupId,
            title: line(),
            enrolmentId: optional(reference('enrolment')),
            dueOn: optional(day()),
          },
          ...{ doneAt: optional(instant()), addedBy: reference('account'), addedAt: instant() },
        },
        index: [['groupId']],
      },
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['task', 'file', 'writer', 'change', 'folding', 'text'].map((name) => `workspace_${name}`))
      await runner.dropTable(table);
  }
}
