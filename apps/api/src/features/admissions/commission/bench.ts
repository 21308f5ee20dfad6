import { type CommissionMember, type ConflictGround, conflictGrounds, conflictsFound } from '@libretto/domain';
import { Injectable } from '@nestjs/common';
import { Database } from '../../../platform/database/database';
import { PeopleDirectory, type PersonCard, RoleBook } from '../../accounts';
import { acquainted } from '../conflicts/acquainted';
import { Conflict } from '../conflicts/conflict.entity';
import type { Applicant } from '../conflicts/conflict-keeper';
import type { Declaration } from './declaration.entity';

/** A conflict that stands on record. */
export type StandingConflict = Pick<Conflict, 'applicationId' | 'accountId' | 'ground'>;

/** A commission beside its applicants: who sits in it, and who of them is in conflict with whom. */
export class Bench {
  constructor(
    /** In the order in which they were seated. */
    readonly members: readonly CommissionMember[],
    private readonly people: ReadonlyMap<string, PersonCard>,
    standing: readonly StandingConflict[],
  ) {
    this.standing = Map.groupBy(standing, ({ applicationId }) => applicationId);
  }

  private readonly standing: ReadonlyMap<string, readonly StandingConflict[]>;

  person(accountId: string): PersonCard | undefined {
    return this.people.get(accountId);
  }

  nameOf(accountId: string): string {
    return this.people.get(accountId)?.name ?? '';
  }

  /**
   * The conflicts with one applicant, by member: declared, pinned, kept, and found anew in case that one is not kept yet.
   * Members without one are not in it.
   */
  conflictsWith(application: Applicant, declarations: readonly Declaration[]): Map<string, ConflictGround[]> {
    const grounds = this.members.map(({ accountId }): [string, ConflictGround[]] => [
      accountId,
      this.groundsOf(accountId, application, declarations),
    ]);
    return new Map(grounds.filter(([, known]) => known.length > 0));
  }

  /** The grounds on which one member is in conflict with one applicant; none where they are not. */
  groundsOf(accountId: string, application: Applicant, declarations: readonly Declaration[]): ConflictGround[] {
    const known = new Set<ConflictGround>(
      conflictsFound(
        acquainted(this.people, accountId),
        acquainted(this.people, application.accountId, application.institutionId),
        application.referees ?? [],
      ),
    );
    for (const one of this.standing.get(application.id) ?? []) if (one.accountId === accountId) known.add(one.ground);
    if (declarations.some((one) => one.inConflict && one.applicationId === application.id && one.accountId === accountId)) known.add('declared');
    return conflictGrounds.filter((ground) => known.has(ground));
  }
}

const byRank = ['chair', 'deputy', 'member'] as const;

/** Seats commissions. Four statements, whatever the number of applicants. */
@Injectable()
export class Benches {
  constructor(
    private readonly database: Database,
    private readonly roles: RoleBook,
    private readonly people: PeopleDirectory,
  ) {}

  /** Who sits in the commission of an edition, beside these people. Commands ask once they have locked the application. */
  async of(editionId: string, applicantIds: readonly string[]): Promise<Bench> {
    const holders = await this.roles.holders(editionId, ...byRank);
    const accountIds = [...new Set(holders.map(({ accountId }) => accountId))];
    const members = accountIds.map((accountId) => {
      const held = holders.filter((holder) => holder.accountId === accountId).map(({ role }) => role);
      return { accountId, role: byRank.find((role) => held.includes(role)) ?? 'member' };
    });
    return new Bench(members, await this.people.byIds([...accountIds, ...applicantIds]), await this.standing(editionId, applicantIds));
  }

  private async standing(editionId: string, applicantIds: readonly string[]): Promise<StandingConflict[]> {
    if (!applicantIds.length) return [];
    return this.database.read
      .createQueryBuilder(Conflict, 'conflict')
      .select(['conflict.id', 'conflict.applicationId', 'conflict.accountId', 'conflict.ground'])
      .innerJoin('application', 'application', 'application.id = conflict.applicationId')
      .where('application.editionId = :editionId AND conflict.endedAt IS NULL', { editionId })
      .andWhere('application.accountId IN (:...applicantIds)', { applicantIds })
      .getMany();
  }
}
