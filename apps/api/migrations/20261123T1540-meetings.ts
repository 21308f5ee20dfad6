import type { MigrationInterface, QueryRunner } from 'typeorm';
import {
  addColumn,
  changeChecks,
  code,
  createTables,
  day,
  dropReference,
  id,
  instant,
  json,
  line,
  optional,
  paragraph,
  reference,
} from '../src/platform/database/schema';

const before = { ruling_has_a_reason: "reason <> ''" };
const after = {
  ruling_has_a_reason: "TRIM(reason) <> '' OR erasedAt IS NOT NULL",
  ruling_has_a_number: 'number IN (1, 2)',
  ruling_says_what_was_decided:
    "decision IN ('admitted', 'admitted-by-exception', 'rejected') AND (outcome = decision OR outcome = 'waiting-list' AND decision <> 'rejected')",
  ruling_holds_a_place: "(placeUntil IS NOT NULL) = (outcome IN ('admitted', 'admitted-by-exception'))",
};

export class Meetings1795448400000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTables(runner, {
      comment: {
        columns: {
          id: id(),
          applicationId: reference('application'),
          accountId: reference('account'),
          words: paragraph(),
          at: instant(),
          takenBackAt: optional(instant()),
        },
        index: [['applicationId', 'at']],
      },
      meeting: {
        columns: {
          id: id(),
          editionId: reference('edition'),
          place: line(),
          heldOn: day(),
          state: code(),
          openFor: optional(reference('edition')),
          openedById: reference('account'),
          openedAt: instant(),
          closedById: optional(reference('account')),
          closedAt: optional(instant()),
        },
        unique: [['openFor']],
        index: [['editionId', 'openedAt']],
        checks: {
          meeting_is_open_or_closed:
            "state = 'open' AND openFor IS NOT NULL AND openFor = editionId AND closedAt IS NULL OR state = 'closed' AND openFor IS NULL AND closedAt IS NOT NULL AND closedById IS NOT NULL",
        },
      },
      meeting_attendance: {
        columns: { id: id(), meetingId: reference('meeting'), accountId: reference('account'), notedAt: instant() },
        unique: [['meetingId', 'accountId']],
      },
      minutes: {
        columns: { id: id(), meetingId: reference('meeting'), record: json(), madeAt: instant() },
        unique: [['meetingId']],
      },
      minutes_item: {
        columns: {
          id: id(),
          meetingId: reference('meeting'),
          applicationId: reference('application'),
          rulingId: reference('ruling'),
          record: json(),
          erasedAt: optional(instant()),
        },
        unique: [['rulingId']],
        index: [['meetingId'], ['applicationId']],
      },
      minutes_document: {
        columns: {
          id: id(),
          meetingId: reference('meeting'),
          extract: line(64),
          language: line(2),
          form: code(),
          itemIds: json(),
          askedAt: instant(),
          fileId: optional(reference('stored_file')),
        },
        unique: [['meetingId', 'extract', 'language', 'form']],
      },
    });
    await addColumn(runner, 'ruling', 'erasedAt', optional(instant()));
    await addColumn(runner, 'ruling', 'meetingId', optional(reference('meeting')));
    await changeChecks(runner, 'ruling', before, after);
  }

  async down(runner: QueryRunner): Promise<void> {
    await changeChecks(runner, 'ruling', after, before);
    for (const table of ['minutes_document', 'minutes_item', 'minutes', 'meeting_attendance'])
      await runner.dropTable(table);
    await dropReference(runner, 'ruling', 'meetingId');
    await runner.dropColumn('ruling', 'erasedAt');
    for (const table of ['meeting', 'comment']) await runner.dropTable(table);
  }
}
