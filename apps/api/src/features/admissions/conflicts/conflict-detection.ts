import { claimsMade, conflictsFound } from '@libretto/domain';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock/clock';
import { Database } from '../../../platform/database/database';
import { newId } from '../../../platform/database/new-id';
import type { Tx } from '../../../platform/database/transaction';
import { PeopleDirectory } from '../../accounts';
import { Assignment } from '../assignment/assignment.entity';
import { acquainted, acquaintedApplicant, type Applicant } from '../dossier/acquainted';
import { Conflict } from '../dossier/conflict.entity';

/** Records the conflicts that the platform finds, and the claims that applicants make. */
@Injectable()
export class ConflictDetection {
  constructor(
    private readonly database: Database,
    private readonly people: PeopleDirectory,
    private readonly clock: Clock,
  ) {}

  /**
   * Compares these members with these applicants, and records conflicts that are new. People are compared as they were
   * before this transaction and as they are in it: a move to another institution keeps old conflicts, and adds new
   * ones.
   */
  async keep(tx: Tx, memberIds: readonly string[], applicants: readonly Applicant[]): Promise<void> {
    if (!memberIds.length || !applicants.length) return;
    const ids = [...memberIds, ...applicants.map(({ accountId }) => accountId)];
    const found = new Map<string, Conflict>();
    const closed = new Map<string, { applicationId: string; accountId: string }>();
    const before = await this.database.beforehand(() => this.people.byIds(ids));
    for (const people of [before, await this.people.byIds(ids)])
      for (const one of applicants)
        for (const accountId of memberIds) {
          const [member, applicant] = [acquainted(people, accountId), acquaintedApplicant(people, one)];
          const pair = { applicationId: one.id, accountId };
          const conflicts = conflictsFound(member, applicant);
          if (conflicts.length) closed.set(`${one.id} ${accountId}`, pair);
          for (const ground of [...conflicts, ...claimsMade(member, applicant)])
            found.set(`${one.id} ${accountId} ${ground}`, {
              ...kept,
              id: newId(),
              ...pair,
              ground,
              at: this.clock.now(),
            });
        }
    await tx.insertMissing(Conflict, [...found.values()]);
    // Nobody stays assigned to a dossier that is closed to them.
    for (const pair of closed.values()) await tx.manager.delete(Assignment, pair);
  }
}

const kept = { number: 1, reason: null, byId: null, endedAt: null, endedById: null, endedBecause: null };
