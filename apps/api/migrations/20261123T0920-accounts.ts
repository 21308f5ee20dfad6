import type { MigrationInterface, QueryRunner } from 'typeorm';
import { code, createTables, day, id, instant, line, optional, reference } from '../src/platform/database/schema';

export class Accounts1795428000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTables(runner, {
      institution: {
        columns: { id: id(), name: line(), country: line(2), emailDomain: optional(line()) },
        unique: [['name', 'country']],
      },
      account: {
        columns: {
          id: id(),
          email: line(320),
          emailConfirmedAt: optional(instant()),
          passwordHash: line(),
          givenName: line(100),
          familyName: line(100),
          birthDate: optional(day()),
          institutionId: optional(reference('institution')),
          language: line(2),
          timeZone: line(64),
          registeredAt: instant(),
        },
        unique: [['email']],
      },
      sign_in: {
        columns: {
          id: id(),
          accountId: reference('account'),
          tokenHash: line(64),
          signedInAt: instant(),
          expiresAt: instant(),
        },
        unique: [['tokenHash']],
      },
      mailed_code: {
        columns: {
          id: id(),
          accountId: reference('account'),
          purpose: code(),
          codeHash: line(64),
          expiresAt: instant(),
          usedAt: optional(instant()),
        },
        unique: [['codeHash']],
      },
      guess: { columns: { id: id(), target: line(64), at: instant() }, index: [['target', 'at'], ['at']] },
      organisation_role: {
        columns: { id: id(), accountId: reference('account'), role: code() },
        unique: [['accountId', 'role']],
      },
      edition_role: {
        columns: { id: id(), accountId: reference('account'), editionId: line(36), role: code() },
        unique: [['accountId', 'editionId', 'role']],
        index: [['editionId', 'role']],
      },
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of [
      'edition_role',
      'organisation_role',
      'guess',
      'mailed_code',
      'sign_in',
      'account',
      'institution',
    ])
      await runner.dropTable(table);
  }
}
