import type { MigrationInterface, QueryRunner } from 'typeorm';
import { changes, createGuards, dropGuards, type Guard } from '../src/platform/database/guards';

/** TRIM takes spaces only: tabs, line feeds and carriage returns go before. */
const trimmed = (column: string) =>
  `TRIM(${[9, 10, 13].reduce((text, sign) => `REPLACE(${text}, CHAR(${sign}), '')`, column)})`;

/** The parts of a ruling's record without anybody's words. */
const figures = ['membersWithoutConflict', 'counts', 'findings', 'recused']
  .map((key) => `JSON_EXTRACT(OLD.record, '$.${key}') <> JSON_EXTRACT(NEW.record, '$.${key}')`)
  .join(' OR ');

const never = (before: 'UPDATE' | 'DELETE', of: string, says: string): Guard => ({ before, of, when: '1 = 1', says });

const guards: Record<string, Guard> = {
  ruling_stays: never('DELETE', 'ruling', 'A ruling is never deleted.'),
  ruling_stays_as_it_is: {
    before: 'UPDATE',
    of: 'ruling',
    when: [
      changes(
        'id',
        'applicationId',
        'number',
        'outcome',
        'decision',
        'decidedByChair',
        'byId',
        'at',
        'quorum',
        'castVotes',
        'placeUntil',
        'meetingId',
      ),
      `OLD.erasedAt IS NOT NULL AND ${changes('reason', 'record', 'erasedAt')}`,
      `OLD.erasedAt IS NULL AND NEW.erasedAt IS NULL AND ${changes('reason', 'record')}`,
      `OLD.erasedAt IS NULL AND NEW.erasedAt IS NOT NULL AND (NEW.reason <> '' OR ${figures})`,
    ].join(' OR '),
    says: 'A ruling never changes; its words may be erased once.',
  },
  ruling_has_words: {
    before: 'INSERT',
    of: 'ruling',
    when: `NEW.erasedAt IS NOT NULL OR ${trimmed('NEW.reason')} = ''`,
    says: 'A ruling has a reason.',
  },
  ruling_has_votes: {
    before: 'INSERT',
    of: 'ruling',
    when: 'NEW.castVotes > (SELECT COUNT(DISTINCT accountId) FROM vote WHERE vote.applicationId = NEW.applicationId AND vote.round = NEW.number)',
    says: 'A ruling counts no more votes than there are.',
  },
  ruling_in_an_open_meeting: {
    before: 'INSERT',
    of: 'ruling',
    when: [
      'NEW.meetingId IS NOT NULL AND NOT EXISTS (SELECT 1 FROM meeting JOIN application ON application.editionId = meeting.editionId',
      "WHERE meeting.id = NEW.meetingId AND application.id = NEW.applicationId AND meeting.state = 'open')",
    ].join(' '),
    says: 'A ruling is made in an open meeting of its own edition, or in none.',
  },
  application_ruled_by_a_ruling: {
    before: 'UPDATE',
    of: 'application',
    when: "NEW.state = 'ruled' AND OLD.state <> 'ruled' AND NOT EXISTS (SELECT 1 FROM ruling WHERE ruling.applicationId = NEW.id AND ruling.number = NEW.round)",
    says: 'An application becomes ruled by a ruling.',
  },
  vote_stays: never('DELETE', 'vote', 'A vote is never deleted.'),
  vote_stays_as_it_is: {
    before: 'UPDATE',
    of: 'vote',
    when: `${changes('id', 'applicationId', 'accountId', 'round', 'number', 'choice', 'at')} OR ${changes('reason')} AND NEW.reason <> ''`,
    says: 'A vote never changes; its words may be erased.',
  },
  meeting_stays: never('DELETE', 'meeting', 'A meeting is never deleted.'),
  meeting_closed_for_good: {
    before: 'UPDATE',
    of: 'meeting',
    when: `OLD.state = 'closed' OR ${changes('id', 'editionId', 'openedById', 'openedAt')}`,
    says: 'A closed meeting never changes.',
  },
  attendance_while_open: {
    before: 'INSERT',
    of: 'meeting_attendance',
    when: "EXISTS (SELECT 1 FROM meeting WHERE meeting.id = NEW.meetingId AND meeting.state = 'closed')",
    says: 'Attendance is noted while a meeting is open.',
  },
  attendance_kept_when_closed: {
    before: 'DELETE',
    of: 'meeting_attendance',
    when: "EXISTS (SELECT 1 FROM meeting WHERE meeting.id = OLD.meetingId AND meeting.state = 'closed')",
    says: 'Attendance changes while a meeting is open.',
  },
  minutes_stay: never('DELETE', 'minutes', 'Minutes are never deleted.'),
  minutes_stay_as_they_are: never('UPDATE', 'minutes', 'Minutes never change.'),
  minutes_item_stays: never('DELETE', 'minutes_item', 'An item of minutes is never deleted.'),
  minutes_item_stays_as_it_is: {
    before: 'UPDATE',
    of: 'minutes_item',
    when: `${changes('id', 'meetingId', 'applicationId', 'rulingId')} OR OLD.erasedAt IS NOT NULL OR NEW.erasedAt IS NULL`,
    says: 'An item of minutes never changes; its words may be erased once.',
  },
};

/** It runs after the steps that rebuild these tables: on SQLite a trigger goes with the table that it guards. */
export class Guards1795453200000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createGuards(runner, guards);
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropGuards(runner, guards);
  }
}
