import type { MigrationInterface, QueryRunner } from 'typeorm';
import {
  code,
  createTables,
  flag,
  id,
  instant,
  line,
  madeOf,
  optional,
  paragraph,
  reference,
  whole,
} from '../src/platform/database/schema';

/** Talk among the people of an edition: threads, their posts, and who has read and follows them. */
export class Discussions1795823700000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTables(runner, {
      thread: {
        columns: {
          id: id(),
          editionId: reference('edition'),
          place: code(),
          moduleNumber: optional(whole()),
          groupId: optional(reference('project_group')),
          participantId: optional(reference('account')),
          tutorId: optional(reference('account')),
          directKey: optional(line(120)),
          kind: code(),
          title: line(120),
          foundBy: line(),
          authorId: optional(reference('account')),
          startedAt: instant(),
          lastAt: instant(),
          posts: whole(),
          answerId: optional(line(36)),
          isClosed: flag(),
        },
        unique: [['directKey']],
        index: [['editionId', 'lastAt', 'id'], ['authorId']],
      },
      thread_reader: {
        columns: {
          id: id(),
          threadId: madeOf('thread'),
          accountId: reference('account'),
          follows: flag(),
          readAt: optional(instant()),
          isTold: flag(),
        },
        unique: [['threadId', 'accountId']],
        index: [['accountId']],
      },
      post: {
        columns: {
          id: id(),
          threadId: madeOf('thread'),
          authorId: optional(reference('account')),
          text: paragraph(),
          foundBy: paragraph(),
          at: instant(),
          editedAt: optional(instant()),
          removedAt: optional(instant()),
          hiddenAt: optional(instant()),
          hiddenById: optional(reference('account')),
          hiddenBecause: optional(line(500)),
        },
        index: [['threadId', 'at', 'id'], ['authorId']],
      },
      post_file: {
        columns: { id: id(), postId: reference('post'), fileId: reference('stored_file') },
        index: [['postId']],
      },
      post_mention: {
        columns: { id: id(), postId: madeOf('post'), accountId: reference('account') },
        unique: [['postId', 'accountId']],
        index: [['accountId']],
      },
      post_report: {
        columns: {
          id: id(),
          editionId: reference('edition'),
          postId: madeOf('post'),
          accountId: reference('account'),
          reason: line(500),
          at: instant(),
          settledAt: optional(instant()),
        },
        unique: [['postId', 'accountId']],
        index: [['editionId', 'settledAt', 'at', 'id'], ['accountId']],
      },
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['post_report', 'post_mention', 'post_file', 'post', 'thread_reader', 'thread'])
      await runner.dropTable(table);
  }
}
