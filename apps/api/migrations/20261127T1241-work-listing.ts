import { plain } from '@libretto/domain';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { isSqlite } from '../src/platform/database/data-source';
import { createKeepers, dropFollowers, type Keeper } from '../src/platform/database/followers';
import { changes } from '../src/platform/database/guards';
import {
  addColumn,
  code,
  createTables,
  flag,
  instant,
  line,
  whole,
  type ColumnWords,
} from '../src/platform/database/schema';

const states = ['handed-in', 'differing', 'deciding', 'moderating', 'marked', 'released'];
const columns =
  'editionId, briefId, markerId, workId, groupId, waits, stateNumber, handedInAt, listedAs, maskedAs' as const;

const stateOf = (work: string) =>
  `CASE ${work}.state ${states.map((state, at) => `WHEN '${state}' THEN ${at}`).join(' ')} ELSE ${states.length} END`;

/** What a work is called where its group may not be known. */
const codeOf = (workId: string) => `SUBSTR(${workId}, 31)`;

/** A mark that is for anybody to give: nobody in particular is asked to, or a third has to decide. */
const isForAll = (work: string) =>
  `(${work}.state = 'handed-in' AND ${work}.planned = 0 OR ${work}.state = 'deciding')`;
const isToLookAt = (workId: string) =>
  `EXISTS (SELECT 1 FROM marking_second_look look WHERE look.workId = ${workId} AND look.lookerId IS NULL)`;
const waitsForAll = (work: string) => `CASE WHEN ${isForAll(work)} OR ${isToLookAt(`${work}.id`)} THEN 1 ELSE 0 END`;

/** The tables of those who have anything of their own to do with a work, each with its column of people. */
const persons = { marking: 'markerId', marking_planned: 'markerId', marking_second_look: 'lookerId' } as const;
type Persons = keyof typeof persons;
const tablesOfPersons = Object.keys(persons) as Persons[];

const isOf = (table: Persons, person: string) =>
  `EXISTS (SELECT 1 FROM ${table} own WHERE own.workId = work.id AND own.${persons[table]} = ${person})`;

/** What waits for somebody: a mark that is theirs to give, a colleague with whom they differ, a second look. */
function waitsFor(person: string): string {
  const [isMarked, isPlanned, isLookedAt] = tablesOfPersons.map((table) => isOf(table, person));
  return `CASE WHEN
    NOT ${isMarked} AND (${isForAll('work')} OR work.state = 'handed-in' AND ${isPlanned})
    OR ${isMarked} AND work.state = 'differing'
    OR ${isToLookAt('work.id')} AND NOT ${isMarked} AND NOT ${isLookedAt} THEN 1 ELSE 0 END`;
}

/** The statements that keep the listing, in the words of one database. */
function statementsFor(onSqlite: boolean) {
  // What is read is held until the commit, so that of two changes at once the second sees the first.
  const held = onSqlite ? '' : ' LOCK IN SHARE MODE';
  const inOrder = onSqlite ? `, ' ' ORDER BY account.listedAs` : ` ORDER BY account.listedAs SEPARATOR ' '`;
  const namesOf = (groupId: string) => `(
    SELECT SUBSTR(TRIM(CONCAT_WS(' ', named.listedAs, (
      SELECT GROUP_CONCAT(account.listedAs${inOrder}) FROM group_member member
      JOIN enrolment ON enrolment.id = member.enrolmentId JOIN account ON account.id = enrolment.accountId
      WHERE member.groupId = named.id${held}))), 1, 500)
    FROM project_group named WHERE named.id = ${groupId}${held})`;
  const maskedOf = (work: string, names: string) =>
    `CASE WHEN ${work}.releasedAt IS NULL THEN ${codeOf(`${work}.id`)} ELSE ${names} END`;

  const rowsForAll = (which: string) => `
    INSERT INTO work_listing (${columns})
    SELECT work.editionId, work.briefId, '', work.id, work.groupId, ${waitsForAll('work')}, ${stateOf('work')},
      work.handedInAt, ${namesOf('work.groupId')}, ${maskedOf('work', namesOf('work.groupId'))}
    FROM work WHERE ${which}`;
  const rowOf = (person: string, from: string, which: string) => `
    INSERT INTO work_listing (${columns})
    SELECT shown.editionId, shown.briefId, ${person}, shown.workId, shown.groupId, 1 - shown.waits,
      shown.stateNumber, shown.handedInAt, shown.listedAs, shown.maskedAs
    FROM ${from} JOIN work ON work.id = shown.workId
    WHERE ${which} AND shown.markerId = '' AND ${waitsFor(person)} <> shown.waits${held}`;
  const rowsOfPersons = (which: string) =>
    tablesOfPersons.map((table, at) => {
      const column = persons[table];
      const unknown = tablesOfPersons.slice(0, at).map((other) => ` AND NOT ${isOf(other, 'person.markerId')}`);
      const people = `(SELECT DISTINCT workId, ${column} AS markerId FROM ${table} WHERE ${column} IS NOT NULL AND ${which})`;
      return [
        table,
        rowOf(
          'person.markerId',
          `${people} person JOIN work_listing shown ON shown.workId = person.workId`,
          `1 = 1${unknown.join('')}`,
        ),
      ] as const;
    });
  const personAnew = (workId: string, person: string) => `
    DELETE FROM work_listing WHERE workId = ${workId} AND markerId = ${person};
    ${rowOf(person, 'work_listing shown', `shown.workId = ${workId}`)}`;
  const personsAnew = (workId: string) =>
    [
      `DELETE FROM work_listing WHERE workId = ${workId} AND markerId <> ''`,
      // MariaDB makes room for the rows of each statement before it knows that there are none.
      ...rowsOfPersons(`workId = ${workId}`).map(([table, statement]) =>
        onSqlite ? statement : `IF EXISTS (SELECT 1 FROM ${table} WHERE workId = ${workId}) THEN ${statement}; END IF`,
      ),
    ].join('; ');

  // Whether it is released is asked of the row that is written: a release at this moment would not be seen in another table.
  const named = (groupId: string) =>
    `listedAs = ${namesOf(groupId)},
     maskedAs = CASE WHEN maskedAs = ${codeOf('workId')} THEN maskedAs ELSE ${namesOf(groupId)} END`;
  const namesAnew = (groupId: string) => `UPDATE work_listing SET ${named(groupId)} WHERE groupId = ${groupId}`;
  const ofAccount = 'group_member own JOIN enrolment ON enrolment.id = own.enrolmentId';
  const looksAnew = `
    UPDATE work_listing SET waits = (SELECT ${waitsForAll('work')} FROM work WHERE work.id = NEW.workId)
    WHERE workId = NEW.workId AND markerId = '';
    ${personsAnew('NEW.workId')}`;

  const [isKnown, counted] = onSqlite
    ? ['ON CONFLICT DO UPDATE SET', (column: string) => `excluded.${column}`]
    : ['ON DUPLICATE KEY UPDATE', (column: string) => `VALUES(${column})`];
  const countedAnew = (waiting: string, others: string, row = 'NEW') => `
    INSERT INTO work_listing_count (editionId, briefId, waiting, others)
    VALUES (${row}.editionId, ${row}.briefId, ${waiting}, ${others})
    ${isKnown} waiting = waiting + ${counted('waiting')}, others = others + ${counted('others')}`;
  const counters: Record<string, Keeper> = {
    work_listing_counts: {
      after: 'INSERT',
      of: 'work_listing',
      when: "NEW.markerId = ''",
      does: countedAnew('NEW.waits', '1 - NEW.waits'),
    },
    work_listing_counts_change: {
      after: 'UPDATE',
      of: 'work_listing',
      when: "NEW.markerId = '' AND OLD.waits <> NEW.waits",
      does: countedAnew('NEW.waits - OLD.waits', 'OLD.waits - NEW.waits'),
    },
    work_listing_counts_end: {
      after: 'DELETE',
      of: 'work_listing',
      when: "OLD.markerId = ''",
      does: countedAnew('0 - OLD.waits', 'OLD.waits - 1', 'OLD'),
    },
  };

  const keepers: Record<string, Keeper> = {
    work_listing_of_work: { after: 'INSERT', of: 'work', does: rowsForAll('work.id = NEW.id') },
    work_listing_follows_work: {
      after: 'UPDATE',
      of: 'work',
      when: changes('state', 'planned', 'handedInAt', 'releasedAt'),
      does: `
        UPDATE work_listing SET waits = ${waitsForAll('NEW')}, stateNumber = ${stateOf('NEW')},
          handedInAt = NEW.handedInAt, maskedAs = ${maskedOf('NEW', 'listedAs')}
        WHERE workId = NEW.id AND markerId = '';
        ${personsAnew('NEW.id')}`,
    },
    work_listing_follows_group_of_work: {
      after: 'UPDATE',
      of: 'work',
      when: changes('groupId'),
      does: `
        UPDATE work_listing SET groupId = NEW.groupId, listedAs = ${namesOf('NEW.groupId')},
          maskedAs = ${maskedOf('NEW', namesOf('NEW.groupId'))}
        WHERE workId = NEW.id`,
    },
    work_listing_ends: { after: 'DELETE', of: 'work', does: 'DELETE FROM work_listing WHERE workId = OLD.id' },
    work_listing_follows_marking: { after: 'INSERT', of: 'marking', does: personAnew('NEW.workId', 'NEW.markerId') },
    work_listing_follows_plan: {
      after: 'INSERT',
      of: 'marking_planned',
      does: personAnew('NEW.workId', 'NEW.markerId'),
    },
    work_listing_follows_plan_end: {
      after: 'DELETE',
      of: 'marking_planned',
      does: personAnew('OLD.workId', 'OLD.markerId'),
    },
    work_listing_follows_look: { after: 'INSERT', of: 'marking_second_look', does: looksAnew },
    work_listing_follows_look_taken: {
      after: 'UPDATE',
      of: 'marking_second_look',
      when: changes('lookerId'),
      does: looksAnew,
    },
    work_listing_follows_group: {
      after: 'UPDATE',
      of: 'project_group',
      when: changes('listedAs'),
      does: namesAnew('NEW.id'),
    },
    work_listing_follows_member: { after: 'INSERT', of: 'group_member', does: namesAnew('NEW.groupId') },
    work_listing_follows_member_end: { after: 'DELETE', of: 'group_member', does: namesAnew('OLD.groupId') },
    work_listing_follows_account: {
      after: 'UPDATE',
      of: 'account',
      when: changes('listedAs'),
      does: onSqlite
        ? `UPDATE work_listing SET ${named('work_listing.groupId')}
           WHERE groupId IN (SELECT own.groupId FROM ${ofAccount} WHERE enrolment.accountId = NEW.id)`
        : `UPDATE work_listing JOIN (${ofAccount}) ON own.groupId = work_listing.groupId
           SET ${named('work_listing.groupId')} WHERE enrolment.accountId = NEW.id`,
    },
  };
  return {
    counters,
    keepers,
    fill: [rowsForAll('1 = 1'), ...rowsOfPersons('1 = 1').map(([, statement]) => statement)],
  };
}

const inKey = (length: number): ColumnWords => ({ ...line(length), isPrimary: true });
/**
 * What a list is read by: one of these columns, among the works for a brief that wait for somebody or do not. What is
 * searched lies behind it in the index.
 */
const sortedBy = (by: readonly string[], sought: readonly string[] = []) => [
  ...['editionId', 'briefId', 'markerId', 'waits'],
  ...by,
  'workId',
  ...sought,
];

/** Works as lists of markers are sorted and searched, in rows that keep themselves. */
export class WorkListing1795783260000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await addColumn(runner, 'project_group', 'listedAs', line(), "''");
    const groups: { id: string; name: string }[] = await runner.query(
      'SELECT id, name FROM project_group WHERE name IS NOT NULL',
    );
    for (const { id, name } of groups)
      await runner.query('UPDATE project_group SET listedAs = ? WHERE id = ?', [plain(name).slice(0, 200), id]);
    await createTables(runner, {
      work_listing: {
        columns: {
          editionId: inKey(36),
          briefId: { ...code(), isPrimary: true },
          markerId: inKey(36),
          workId: inKey(36),
          groupId: line(36),
          waits: flag(),
          stateNumber: whole(),
          handedInAt: instant(),
          listedAs: line(500),
          maskedAs: line(500),
        },
        index: [
          ['workId'],
          ['groupId'],
          sortedBy(['handedInAt'], ['listedAs']),
          sortedBy(['listedAs', 'handedInAt']),
          sortedBy(['maskedAs', 'handedInAt']),
          sortedBy(['stateNumber', 'handedInAt'], ['listedAs']),
        ],
      },
      work_listing_count: {
        columns: {
          editionId: inKey(36),
          briefId: { ...code(), isPrimary: true },
          waiting: whole(),
          others: whole(),
        },
      },
    });
    const { counters, keepers, fill } = statementsFor(isSqlite(runner.connection));
    await createKeepers(runner, counters);
    for (const statement of fill) await runner.query(statement);
    await createKeepers(runner, keepers);
  }

  async down(runner: QueryRunner): Promise<void> {
    const { counters, keepers } = statementsFor(isSqlite(runner.connection));
    await dropFollowers(runner, { ...keepers, ...counters });
    for (const table of ['work_listing', 'work_listing_count']) await runner.dropTable(table);
    // In SQL: the Table API would rebuild the table, and rows refer to it.
    await runner.query('ALTER TABLE project_group DROP COLUMN listedAs');
  }
}
