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
} from '../src/platform/database/schema';

/** Feedback that peers are asked for and give. */
export class PeerFeedback1795766400000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const editionId = reference('edition');
    await createTables(runner, {
      peer_round: {
        columns: { id: id(), editionId, briefId: code(), seed: line(36), openedAt: instant() },
        unique: [['editionId', 'briefId']],
      },
      peer_giver: {
        columns: { id: id(), roundId: reference('peer_round'), enrolmentId: reference('enrolment') },
        unique: [['enrolmentId', 'roundId']],
        index: [['roundId']],
      },
      peer_feedback: {
        columns: {
          ...{ id: id(), editionId, giverId: reference('peer_giver'), kind: code() },
          ...{ workId: optional(reference('work')), memberId: optional(reference('enrolment')) },
          ...{ state: code(), draft: optional(json()), given: optional(json()) },
          ...{ givenAt: optional(instant()), isLate: flag() },
          ...{ hiddenAt: optional(instant()), hiddenBy: optional(reference('account')) },
          hiddenReason: optional(paragraph()),
        },
        unique: [
          ['giverId', 'workId'],
          ['giverId', 'memberId'],
        ],
        index: [['workId'], ['memberId']],
      },
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['peer_feedback', 'peer_giver', 'peer_round']) await runner.dropTable(table);
  }
}
