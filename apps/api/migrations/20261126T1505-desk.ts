import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createFollowers, dropFollowers, type Follower } from '../src/platform/database/followers';
import { changes } from '../src/platform/database/guards';
import {
  addIndex,
  code,
  createTables,
  dropIndex,
  flag,
  id,
  instant,
  json,
  line,
  optional,
  whole,
} from '../src/platform/database/schema';

/** On the desk of each member: the dossiers that they may know of, in every order in which a desk is read. */
const ofMember = (...columns: string[]) => ['editionId', 'accountId', ...columns];

const ofApplication = { applicationId: 'NEW.applicationId' };
const wasOfApplication = { applicationId: 'OLD.applicationId' };
const inCommission = (row: 'OLD' | 'NEW') => `${row}.role IN ('chair', 'deputy', 'member')`;

/** Everything that a desk follows from. */
export const followers: Record<string, Follower> = {
  desk_follows_application: { after: 'INSERT', of: 'application', notes: { applicationId: 'NEW.id' } },
  desk_follows_application_change: {
    after: 'UPDATE',
    of: 'application',
    when: changes('state', 'round', 'version', 'submittedAt', 'institutionId', 'country', 'referees'),
    notes: { applicationId: 'NEW.id' },
  },
  desk_follows_application_end: { after: 'DELETE', of: 'application', notes: { applicationId: 'OLD.id' } },
  desk_follows_conflict: { after: 'INSERT', of: 'conflict', notes: ofApplication },
  desk_follows_conflict_change: { after: 'UPDATE', of: 'conflict', when: changes('endedAt'), notes: ofApplication },
  desk_follows_declaration: { after: 'INSERT', of: 'declaration', notes: ofApplication },
  desk_follows_declaration_change: {
    after: 'UPDATE',
    of: 'declaration',
    when: changes('inConflict', 'at'),
    notes: ofApplication,
  },
  desk_follows_declaration_end: { after: 'DELETE', of: 'declaration', notes: wasOfApplication },
  desk_follows_finding: { after: 'INSERT', of: 'finding', notes: ofApplication },
  desk_follows_finding_end: { after: 'DELETE', of: 'finding', notes: wasOfApplication },
  desk_follows_vote: { after: 'INSERT', of: 'vote', notes: ofApplication },
  desk_follows_look: { after: 'INSERT', of: 'viewed_version', notes: ofApplication },
  desk_follows_look_end: { after: 'DELETE', of: 'viewed_version', notes: wasOfApplication },
  desk_follows_assignment: { after: 'INSERT', of: 'assignment', notes: ofApplication },
  desk_follows_assignment_end: { after: 'DELETE', of: 'assignment', notes: wasOfApplication },
  desk_follows_ruling: { after: 'INSERT', of: 'ruling', notes: ofApplication },
  desk_follows_seat: {
    after: 'INSERT',
    of: 'edition_role',
    when: inCommission('NEW'),
    notes: { editionId: 'NEW.editionId' },
  },
  desk_follows_seat_end: {
    after: 'DELETE',
    of: 'edition_role',
    when: inCommission('OLD'),
    notes: { editionId: 'OLD.editionId' },
  },
  desk_follows_account: {
    after: 'UPDATE',
    of: 'account',
    when: changes('givenName', 'familyName', 'email', 'institutionId'),
    notes: { accountId: 'NEW.id' },
  },
  desk_follows_institution: {
    after: 'UPDATE',
    of: 'institution',
    when: changes('name', 'mergedIntoId'),
    notes: { institutionId: 'NEW.id' },
  },
  desk_follows_edition: {
    after: 'UPDATE',
    of: 'edition',
    when: changes('programmeVersionId'),
    notes: { editionId: 'NEW.id' },
  },
};

/** The desk of a member is kept, one row for each dossier that they may know of, and follows what it comes from. */
export class Desk1795705500000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTables(runner, {
      desk_entry: {
        columns: {
          id: id(),
          editionId: line(36),
          accountId: line(36),
          applicationId: line(36),
          step: code(),
          stepNumber: whole(),
          mark: optional(code()),
          findings: whole(),
          claims: json(),
          isAppeal: flag(),
          chairs: flag(),
          turn: whole(),
          urgency: whole(),
          submittedAt: instant(),
          name: line(201),
          sortName: line(),
          institution: line(),
          country: line(2),
          foundBy: line(1000),
        },
        unique: [['applicationId', 'accountId']],
        index: [
          ofMember('turn', 'submittedAt', 'applicationId'),
          ofMember('urgency', 'submittedAt', 'applicationId'),
          ofMember('step', 'turn', 'submittedAt', 'applicationId'),
          ofMember('stepNumber', 'submittedAt', 'applicationId'),
          ofMember('findings', 'submittedAt', 'applicationId'),
          ofMember('submittedAt', 'applicationId'),
          ofMember('sortName', 'submittedAt', 'applicationId'),
          ofMember('chairs', 'submittedAt', 'applicationId'),
        ],
      },
      desk_count: {
        columns: {
          id: id(),
          editionId: line(36),
          accountId: line(36),
          step: code(),
          turn: whole(),
          chairs: flag(),
          number: whole(),
        },
        unique: [ofMember('step', 'turn', 'chairs')],
      },
      desk_lock: { columns: { id: id() } },
      desk_change: {
        columns: {
          id: { ...whole(), isPrimary: true, isGenerated: true, generationStrategy: 'increment' },
          editionId: optional(line(36)),
          applicationId: optional(line(36)),
          accountId: optional(line(36)),
          institutionId: optional(line(36)),
        },
      },
    });
    // A desk counts what its member has declared a conflict with.
    await addIndex(runner, 'declaration', ['inConflict', 'accountId']);
    await createFollowers(runner, 'desk_change', followers);
    // Whoever starts next makes the desks of what is there already.
    await runner.query('INSERT INTO desk_change (applicationId) SELECT id FROM application');
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropFollowers(runner, followers);
    await dropIndex(runner, 'declaration', ['inConflict', 'accountId']);
    for (const table of ['desk_entry', 'desk_count', 'desk_lock', 'desk_change']) await runner.dropTable(table);
  }
}
