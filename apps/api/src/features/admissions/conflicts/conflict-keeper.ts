import { conflictsFound } from '@libretto/domain';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock/clock';
import { newId } from '../../../platform/database/new-id';
import type { Tx } from '../../../platform/database/transaction';
import { PeopleDirectory } from '../../accounts';
import type { Application } from '../application/application.entity';
import { Assignment } from '../assignment/assignment.entity';
import { acquainted } from './acquainted';
import { Conflict } from './conflict.entity';

export type Applicant = Pick<Application, 'id' | 'accountId' | 'institutionId' | 'referees'>;
/** The columns of an applicant, for questions that leave the form where it is. */
export const applicantColumns = { id: true, accountId: true, institutionId: true, referees: true } as const;

/** Keeps the conflicts that the platform finds. */
@Injectable()
export class ConflictKeeper {
  constructor(
    private readonly people: PeopleDirectory,
    private readonly clock: Clock,
  ) {}

  /**
   * Looks at these members beside these applicants, and keeps what is not kept yet. People are looked at as they were
   * before this transaction and as they are in it: whoever moves away takes no conflict along, and moves into new ones.
   */
  async keep(tx: Tx, memberIds: readonly string[], applicants: readonly Applicant[]): Promise<void> {
    if (!memberIds.length || !applicants.length) return;
    const ids = [...memberIds, ...applicants.map(({ accountId }) => accountId)];
    const found = new Map<string, Conflict>();
    for (const people of [await this.people.byIds(ids), await this.people.byIds(ids, tx.manager)])
      for (const { id: applicationId, accountId: applicantId, institutionId, referees } of applicants)
        for (const accountId of memberIds)
          for (const ground of conflictsFound(acquainted(people, accountId), acquainted(people, applicantId, institutionId), referees ?? []))
            found.set(`${applicationId} ${accountId} ${ground}`, { ...kept, id: newId(), applicationId, accountId, ground, at: this.clock.now() });
    await tx.insertMissing(Conflict, [...found.values()]);
    // Nobody stays asked to read what is closed to them.
    for (const { applicationId, accountId } of found.values()) await tx.manager.delete(Assignment, { applicationId, accountId });
  }
}

const kept = { number: 1, reason: null, byId: null, endedAt: null, endedById: null, endedBecause: null };
