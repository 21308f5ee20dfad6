import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createGuards, dropGuards, type Guard } from '../src/platform/database/guards';
import { code, createTables, id, instant, json, line, optional, reference } from '../src/platform/database/schema';

const stays = (of: string, what: string): Record<string, Guard> => ({
  [`${of}_stays`]: { before: 'DELETE', of, when: '1 = 1', says: `${what} is never deleted.` },
  [`${of}_stays_as_it_is`]: { before: 'UPDATE', of, when: '1 = 1', says: `${what} never changes.` },
});

const guards: Record<string, Guard> = {
  ...stays('survey_answer', 'An answer to a survey'),
  ...stays('survey_participation', 'That somebody answered a survey'),
  survey_stays_closed: {
    before: 'UPDATE',
    of: 'survey',
    when: "OLD.state = 'closed'",
    says: 'A closed survey never changes.',
  },
};

/** The surveys of editions, who answered them, and, joined with nobody, what was answered. */
export class Surveys1795805160000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTables(runner, {
      survey: {
        columns: {
          id: id(),
          editionId: reference('edition'),
          state: code(),
          definition: json(),
          openedAt: instant(),
          closedAt: optional(instant()),
        },
        unique: [['editionId']],
      },
      survey_participation: {
        columns: {
          id: id(),
          surveyId: reference('survey'),
          enrolmentId: reference('enrolment'),
          answeredAt: instant(),
        },
        unique: [['enrolmentId']],
        index: [['surveyId']],
      },
      survey_answer: {
        columns: { id: id(), surveyId: reference('survey'), questionId: line(60), answer: json() },
        index: [['surveyId', 'questionId']],
        withoutRowid: true,
      },
    });
    await createGuards(runner, guards);
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropGuards(runner, guards);
    for (const table of ['survey_answer', 'survey_participation', 'survey']) await runner.dropTable(table);
  }
}
