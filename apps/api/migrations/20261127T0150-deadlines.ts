import type { MigrationInterface, QueryRunner } from 'typeorm';
import { addColumn, dropReference, optional, reference } from '../src/platform/database/schema';

/** A deadline may be for one group or for one person. */
export class Deadlines1795744200000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await addColumn(runner, 'project_deadline', 'groupId', optional(reference('project_group')));
    await addColumn(runner, 'project_deadline', 'enrolmentId', optional(reference('enrolment')));
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropReference(runner, 'project_deadline', 'enrolmentId');
    await dropReference(runner, 'project_deadline', 'groupId');
  }
}
