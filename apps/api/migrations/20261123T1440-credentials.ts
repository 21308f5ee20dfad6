import type { MigrationInterface, QueryRunner } from 'typeorm';
import {
  code,
  createTables,
  day,
  id,
  instant,
  json,
  line,
  optional,
  paragraph,
  reference,
  whole,
} from '../src/platform/database/schema';

export class Credentials1795444800000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTables(runner, {
      signing_key: {
        columns: {
          id: id(),
          publicKeyMultibase: line(100),
          sealedPrivateKey: paragraph(),
          current: optional(code()),
          madeAt: instant(),
        },
        unique: [['current']],
      },
      learner_confirmation: {
        columns: {
          id: id(),
          enrolmentId: reference('enrolment'),
          givenName: line(100),
          familyName: line(100),
          birthDate: day(),
          confirmedAt: instant(),
        },
        unique: [['enrolmentId']],
      },
      award_issue: {
        columns: {
          id: id(),
          enrolmentId: reference('enrolment'),
          state: code(),
          missing: json(),
          fault: optional(paragraph()),
          changedAt: instant(),
        },
        unique: [['enrolmentId']],
        index: [['state', 'id']],
      },
      award: {
        columns: {
          id: id(),
          enrolmentId: reference('enrolment'),
          publicId: line(26),
          snapshot: json(),
          awardedAt: instant(),
        },
        unique: [['enrolmentId'], ['publicId']],
      },
      credential: {
        columns: {
          id: id(),
          awardId: reference('award'),
          number: whole(),
          state: code(),
          validFor: optional(reference('award')),
          correction: optional(json()),
          statusList: whole(),
          statusIndex: whole(),
          signed: json(),
          issuedAt: instant(),
          endedAt: optional(instant()),
          endedBy: optional(reference('account')),
          reason: optional(paragraph()),
          documentId: optional(reference('stored_file')),
        },
        unique: [['awardId', 'number'], ['validFor'], ['statusList', 'statusIndex']],
      },
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['credential', 'award', 'award_issue', 'learner_confirmation', 'signing_key'])
      await runner.dropTable(table);
  }
}
