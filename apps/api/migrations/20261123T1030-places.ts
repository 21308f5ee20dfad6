import type { MigrationInterface, QueryRunner } from 'typeorm';
import {
  code,
  createTables,
  id,
  instant,
  line,
  optional,
  paragraph,
  reference,
  whole,
} from '../src/platform/database/schema';

export class Places1795432200000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const whose = {
      id: id(),
      editionId: reference('edition'),
      applicationId: reference('application'),
      accountId: reference('account'),
      institutionId: reference('institution'),
      country: line(2),
    };
    await createTables(runner, {
      country_quota: {
        columns: {
          id: id(),
          editionId: reference('edition'),
          country: line(2),
          institutions: whole(),
          peoplePerInstitution: whole(),
        },
        unique: [['editionId', 'country']],
      },
      offer: {
        columns: {
          ...whose,
          origin: code(),
          state: code(),
          offeredAt: instant(),
          expiresAt: instant(),
          endedAt: optional(instant()),
          withdrawnBecause: optional(paragraph()),
          withdrawnById: optional(reference('account')),
        },
        unique: [['applicationId']],
        index: [['editionId', 'state'], ['accountId']],
      },
      waiting_list_entry: {
        columns: { ...whose, since: instant(), offeredAt: optional(instant()) },
        unique: [['applicationId']],
        index: [['editionId', 'offeredAt']],
      },
      enrolment: {
        columns: {
          id: id(),
          editionId: reference('edition'),
          accountId: reference('account'),
          offerId: reference('offer'),
          institutionId: reference('institution'),
          country: line(2),
          enrolledAt: instant(),
        },
        unique: [['editionId', 'accountId']],
        index: [['accountId']],
      },
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['enrolment', 'waiting_list_entry', 'offer', 'country_quota']) await runner.dropTable(table);
  }
}
