import type { MigrationInterface, QueryRunner } from 'typeorm';
import { changes, createGuards, dropGuards, type Guard } from '../src/platform/database/guards';
import {
  addColumn,
  addIndex,
  code,
  createTables,
  dropIndex,
  dropReference,
  flag,
  id,
  instant,
  line,
  optional,
  paragraph,
  reference,
  whole,
} from '../src/platform/database/schema';

/** Works by age: those that wait for a marker, and all. */
const orders = [
  ['editionId', 'waits', 'handedInAt', 'id'],
  ['editionId', 'handedInAt', 'id'],
];

/** The tables in which somebody gives a grade, with the column that says who. */
const graders = {
  marking: 'markerId',
  marking_proposal: 'markerId',
  marking_second_look: 'lookerId',
  result_individual: 'setBy',
};

/** A grade needs a professor: the row of exactly this person in exactly this edition. */
const guards: Record<string, Guard> = {
  marking_professor_stays_whose_it_is: {
    before: 'UPDATE',
    of: 'marking_professor',
    when: changes('editionId', 'accountId'),
    says: 'Who is a professor in an edition is recorded anew, not rewritten.',
  },
  ...Object.fromEntries(
    Object.entries(graders).flatMap(([of, person]) =>
      (['INSERT', 'UPDATE'] as const).map((before) => [
        `${of}_grade_by_professor_${before.toLowerCase()}`,
        {
          before,
          of,
          when: `NEW.grade IS NOT NULL AND NOT EXISTS (
            SELECT 1 FROM marking_professor prof JOIN work graded ON graded.editionId = prof.editionId
            WHERE prof.id = NEW.professorId AND prof.accountId = NEW.${person} AND graded.id = NEW.workId)`,
          says: 'Only a professor of an awarding or partner university gives a grade.',
        },
      ]),
    ),
  ),
};

/** Levels with points, grades of professors, two markers who differ, a sample, a plan, and results of single people. */
export class Marking1795741500000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTables(runner, {
      marking_professor: {
        columns: {
          id: id(),
          editionId: reference('edition'),
          accountId: reference('account'),
          university: line(),
          setBy: reference('account'),
          at: instant(),
        },
        unique: [['editionId', 'accountId']],
      },
      marking_sample: {
        columns: {
          id: id(),
          editionId: reference('edition'),
          seed: line(40),
          drawn: whole(),
          of: whole(),
          drawnBy: reference('account'),
          at: instant(),
        },
        index: [['editionId']],
      },
      marking_planned: {
        columns: { id: id(), workId: reference('work'), markerId: reference('account') },
        unique: [['workId', 'markerId']],
        index: [['markerId']],
      },
      marking_proposal: {
        columns: {
          id: id(),
          workId: reference('work'),
          markerId: reference('account'),
          state: code(),
          outcome: code(),
          grade: optional(line(20)),
          professorId: optional(reference('marking_professor')),
          words: paragraph(),
          at: instant(),
        },
        index: [['workId']],
      },
      marking_second_look: {
        columns: {
          id: id(),
          workId: reference('work'),
          kind: code(),
          asked: optional(paragraph()),
          askedBy: reference('account'),
          askedAt: instant(),
          lookerId: optional(reference('account')),
          outcome: optional(code()),
          grade: optional(line(20)),
          professorId: optional(reference('marking_professor')),
          beforeOutcome: optional(code()),
          beforeGrade: optional(line(20)),
          reason: optional(paragraph()),
          at: optional(instant()),
        },
        unique: [['workId', 'kind']],
      },
      result_individual: {
        columns: {
          id: id(),
          workId: reference('work'),
          enrolmentId: reference('enrolment'),
          outcome: code(),
          grade: optional(line(20)),
          professorId: optional(reference('marking_professor')),
          reason: paragraph(),
          setBy: reference('account'),
          at: instant(),
        },
        unique: [['workId', 'enrolmentId']],
        index: [['enrolmentId']],
      },
      contribution: {
        columns: {
          id: id(),
          groupId: reference('project_group'),
          enrolmentId: reference('enrolment'),
          words: paragraph(),
          at: instant(),
        },
        unique: [['groupId', 'enrolmentId']],
      },
      contribution_confirmed: {
        columns: {
          id: id(),
          contributionId: reference('contribution'),
          enrolmentId: reference('enrolment'),
          at: instant(),
        },
        unique: [['contributionId', 'enrolmentId']],
      },
    });
    await addColumn(runner, 'marking', 'professorId', optional(reference('marking_professor')));
    for (const column of ['points', 'mostPoints']) await addColumn(runner, 'marking', column, optional(whole()));
    for (const column of ['mustChange', 'stays']) await addColumn(runner, 'marking', column, optional(paragraph()));
    await addColumn(runner, 'marking_draft', 'keptAt', instant(), "'2026-11-27 00:00:00.000'");
    await addColumn(runner, 'work', 'grade', optional(line(20)));
    await addColumn(runner, 'work', 'sampleId', optional(reference('marking_sample')));
    await addColumn(runner, 'work', 'releaseReason', optional(paragraph()));
    await addColumn(runner, 'work', 'planned', whole(), '0');
    await addColumn(runner, 'work', 'waits', flag(), "CASE state WHEN 'handed-in' THEN 1 ELSE 0 END");
    for (const columns of orders) await addIndex(runner, 'work', columns);
    await addIndex(runner, 'marking', ['markerId']);
    // Two who differed waited for a third.
    await runner.query("UPDATE work SET state = 'deciding' WHERE state = 'handed-in' AND markings > 1");
    await createGuards(runner, guards);
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropGuards(runner, guards);
    await runner.query("UPDATE work SET state = 'handed-in' WHERE state IN ('differing', 'deciding')");
    await runner.query("UPDATE work SET state = 'marked' WHERE state = 'moderating'");
    // MySQL keeps an index that a foreign key rests on.
    const key = (await runner.getTable('marking'))?.foreignKeys.find(({ columnNames }) =>
      columnNames.includes('markerId'),
    );
    if (key) await runner.dropForeignKey('marking', key);
    await dropIndex(runner, 'marking', ['markerId']);
    if (key) await runner.createForeignKey('marking', key);
    for (const columns of orders) await dropIndex(runner, 'work', columns);
    await dropReference(runner, 'work', 'sampleId');
    for (const column of ['grade', 'releaseReason', 'planned', 'waits']) await runner.dropColumn('work', column);
    await runner.dropColumn('marking_draft', 'keptAt');
    await dropReference(runner, 'marking', 'professorId');
    for (const column of ['points', 'mostPoints', 'mustChange', 'stays']) await runner.dropColumn('marking', column);
    for (const table of [
      'contribution_confirmed',
      'contribution',
      'result_individual',
      'marking_second_look',
      'marking_proposal',
      'marking_planned',
      'marking_sample',
      'marking_professor',
    ])
      await runner.dropTable(table);
  }
}
