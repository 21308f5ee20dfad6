import type { MigrationInterface, QueryRunner } from 'typeorm';
import { isSqlite } from '../src/platform/database/data-source';
import { createKeepers, dropFollowers, type Keeper } from '../src/platform/database/followers';
import { createTables, day, code, id, instant, line, reference, whole } from '../src/platform/database/schema';

const cells = (entry: string) =>
  `CONCAT(enrolment.editionId, ' ', ${entry}.day, ' ', ${entry}.moduleNumber, ' ', ${entry}.kind),
   enrolment.editionId, ${entry}.day, ${entry}.moduleNumber, ${entry}.kind`;

const keepers = (runner: QueryRunner): Record<string, Keeper> => {
  const adding = isSqlite(runner.connection) ? 'ON CONFLICT (id) DO UPDATE SET' : 'ON DUPLICATE KEY UPDATE';
  return {
    edition_hours_follow_entry: {
      after: 'INSERT',
      of: 'workload_entry',
      does: `INSERT INTO edition_hours (id, editionId, day, moduleNumber, kind, minutes)
        SELECT ${cells('NEW')}, NEW.minutes FROM enrolment WHERE enrolment.id = NEW.enrolmentId
        ${adding} minutes = edition_hours.minutes + NEW.minutes`,
    },
    falling_behind_follows_entry: {
      after: 'INSERT',
      of: 'workload_entry',
      does: 'UPDATE falling_behind SET recorded = recorded + NEW.minutes WHERE enrolmentId = NEW.enrolmentId',
    },
  };
};

/** Sums of an edition's hours, which keep themselves, and who is behind its plan. */
export class Pace1795728600000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTables(runner, {
      edition_hours: {
        columns: {
          id: { ...line(100), isPrimary: true },
          editionId: line(36),
          day: day(),
          moduleNumber: whole(),
          kind: code(),
          minutes: whole(),
        },
        index: [['editionId', 'day']],
      },
      falling_behind: {
        columns: {
          id: id(),
          enrolmentId: reference('enrolment'),
          editionId: reference('edition'),
          recorded: whole(),
          foreseen: whole(),
          needed: whole(),
          since: instant(),
        },
        unique: [['enrolmentId']],
        index: [['editionId', 'id']],
      },
    });
    await runner.query(
      `INSERT INTO edition_hours (id, editionId, day, moduleNumber, kind, minutes)
       SELECT ${cells('entry')}, SUM(entry.minutes) FROM workload_entry entry JOIN enrolment ON enrolment.id = entry.enrolmentId
       GROUP BY enrolment.editionId, entry.day, entry.moduleNumber, entry.kind`,
    );
    await createKeepers(runner, keepers(runner));
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropFollowers(runner, keepers(runner));
    for (const table of ['falling_behind', 'edition_hours']) await runner.dropTable(table);
  }
}
