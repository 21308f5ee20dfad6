import type { MigrationInterface, QueryRunner } from 'typeorm';
import {
  code,
  createTables,
  flag,
  id,
  instant,
  json,
  line,
  optional,
  paragraph,
  reference,
  whole,
} from '../src/platform/database/schema';

export class Admissions1795431600000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const byMember = { id: id(), applicationId: reference('application'), accountId: reference('account') };
    await createTables(runner, {
      application: {
        columns: {
          id: id(),
          editionId: reference('edition'),
          accountId: reference('account'),
          state: code(),
          form: json(),
          startedAt: instant(),
          submittedAt: optional(instant()),
          institutionId: optional(reference('institution')),
          country: optional(line(2)),
        },
        unique: [['editionId', 'accountId']],
        index: [['accountId']],
      },
      evidence: {
        columns: {
          id: id(),
          applicationId: reference('application'),
          fileId: reference('stored_file'),
          kind: code(),
          addedAt: instant(),
        },
        index: [['applicationId']],
      },
      declaration: {
        columns: { ...byMember, inConflict: flag(), reason: optional(paragraph()), at: instant() },
        unique: [['applicationId', 'accountId']],
      },
      finding: {
        columns: { ...byMember, criterionId: line(80), finding: code(), note: paragraph(), at: instant() },
        unique: [['applicationId', 'accountId', 'criterionId']],
      },
      vote: {
        columns: { ...byMember, number: whole(), choice: code(), reason: paragraph(), at: instant() },
        unique: [['applicationId', 'accountId', 'number']],
      },
      ruling: {
        columns: {
          id: id(),
          applicationId: reference('application'),
          number: whole(),
          outcome: code(),
          decision: code(),
          decidedByChair: flag(),
          reason: paragraph(),
          byId: reference('account'),
          at: instant(),
          quorum: whole(),
          castVotes: whole(),
          placeUntil: optional(instant()),
          record: json(),
        },
        unique: [['applicationId', 'number']],
        checks: { ruling_has_a_reason: "reason <> ''", ruling_has_a_quorum: 'castVotes >= quorum AND quorum >= 2' },
      },
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['ruling', 'vote', 'finding', 'declaration', 'evidence', 'application'])
      await runner.dropTable(table);
  }
}
