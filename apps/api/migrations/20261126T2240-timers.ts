import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createKeepers, dropFollowers, type Keeper } from '../src/platform/database/followers';
import { code, createTables, day, flag, id, instant, reference, whole } from '../src/platform/database/schema';

const keepers: Readonly<Record<string, Keeper>> = {
  timed_day_follows_entry: {
    after: 'INSERT',
    of: 'workload_entry',
    does: 'DELETE FROM timed_day WHERE id = NEW.sourceId AND enrolmentId = NEW.enrolmentId',
  },
};

/** A timer for each person, and the minutes that it measured until they are recorded. */
export class Timers1795732800000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const work = { id: id(), enrolmentId: reference('enrolment'), moduleNumber: whole(), kind: code() };
    await createTables(runner, {
      work_timer: {
        columns: { ...work, accountId: reference('account'), startedAt: instant() },
        unique: [['accountId']],
        index: [['enrolmentId']],
      },
      timed_day: {
        columns: { ...work, day: day(), minutes: whole(), isCut: flag() },
        index: [['enrolmentId']],
      },
    });
    await createKeepers(runner, keepers);
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropFollowers(runner, keepers);
    for (const table of ['timed_day', 'work_timer']) await runner.dropTable(table);
  }
}
