import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createGuards, dropGuards, type Guard } from '../src/platform/database/guards';

const appealOf = (application: string) => `EXISTS (SELECT 1 FROM appeal WHERE appeal.applicationId = ${application})`;

const guards: Record<string, Guard> = {
  ruling_twice_after_an_appeal: {
    before: 'INSERT',
    of: 'ruling',
    when: `NEW.number > 1 AND NOT ${appealOf('NEW.applicationId')}`,
    says: 'A second ruling follows an appeal.',
  },
  application_appealed_by_an_appeal: {
    before: 'UPDATE',
    of: 'application',
    when: `(NEW.state = 'appealed' AND OLD.state <> 'appealed' OR NEW.round > OLD.round) AND NOT ${appealOf('NEW.id')}`,
    says: 'An application comes before the commission again by an appeal.',
  },
  application_ruled_for_good: {
    before: 'UPDATE',
    of: 'application',
    when: "OLD.state = 'ruled' AND NEW.state NOT IN ('ruled', 'appealed') OR OLD.state = 'appealed' AND NEW.state NOT IN ('appealed', 'ruled')",
    says: 'What was ruled on stays ruled, until an appeal is.',
  },
  appeal_stays: { before: 'DELETE', of: 'appeal', when: '1 = 1', says: 'An appeal is never deleted.' },
};

/** Guards beside the first ones: against a second round without an appeal, and against undoing a ruling. */
export class AppealGuards1795455300000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createGuards(runner, guards);
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropGuards(runner, guards);
  }
}
