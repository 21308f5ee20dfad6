import {
  type ClaimedGround,
  claimedGrounds,
  claimsMade,
  type CommissionMember,
  type ConflictGround,
  conflictGrounds,
  conflictsFound,
  isUnanswered,
  type Reading,
  readingOf,
} from '@libretto/domain';
import { Injectable } from '@nestjs/common';
import { Database } from '../../../platform/database/database';
import { PeopleDirectory, type PersonCard, RoleRegister } from '../../accounts';
import { acquainted, acquaintedApplicant, type Applicant } from './acquainted';
import type { Application } from './application.entity';
import { Conflict } from './conflict.entity';
import type { Declaration } from './declaration.entity';

/** A conflict or a claim on record, standing or cleared. */
export type KeptConflict = Pick<Conflict, 'applicationId' | 'accountId' | 'ground' | 'at' | 'endedAt'>;

/** A commission beside its applicants: its members, and their conflicts with these applicants. */
export class CommissionPanel {
  constructor(
    /** In the order in which they got their seats. */
    readonly members: readonly CommissionMember[],
    private readonly people: ReadonlyMap<string, PersonCard>,
    kept: readonly KeptConflict[],
  ) {
    this.kept = Map.groupBy(kept, pairOf);
  }

  private readonly kept: ReadonlyMap<string, readonly KeptConflict[]>;

  person(accountId: string): PersonCard | undefined {
    return this.people.get(accountId);
  }

  nameOf(accountId: string): string {
    return this.people.get(accountId)?.name ?? '';
  }

  /**
   * The conflicts with one applicant, by member: declared, pinned, recorded, and found anew if one is not recorded yet.
   * Members without one are left out.
   */
  conflictsWith(application: Applicant, declarations: readonly Declaration[]): Map<string, ConflictGround[]> {
    const grounds = this.members.map(({ accountId }): [string, ConflictGround[]] => [
      accountId,
      this.groundsOf(accountId, application, declarations),
    ]);
    return new Map(grounds.filter(([, known]) => known.length > 0));
  }

  /** The grounds on which one member is in conflict with one applicant; empty if there is none. */
  groundsOf(accountId: string, application: Applicant, declarations: readonly Declaration[]): ConflictGround[] {
    const known = new Set<Conflict['ground'] | 'declared'>(
      conflictsFound(acquainted(this.people, accountId), acquaintedApplicant(this.people, application)),
    );
    for (const { ground, endedAt } of this.keptOf(accountId, application)) {
      // A cleared ground is not found anew; a ground that was pinned again stands.
      if (endedAt) known.delete(ground);
      else known.add(ground);
    }
    if (
      declarations.some((one) => one.inConflict && one.applicationId === application.id && one.accountId === accountId)
    )
      known.add('declared');
    return conflictGrounds.filter((ground) => known.has(ground));
  }

  /** The applicant's claims about one member that the member has not answered yet. */
  claimsOn(accountId: string, application: Applicant, declarations: readonly Declaration[]): ClaimedGround[] {
    const declaredAt =
      declarations.find((one) => one.applicationId === application.id && one.accountId === accountId)?.at ?? null;
    const kept = this.keptOf(accountId, application);
    const made = claimsMade(acquainted(this.people, accountId), acquaintedApplicant(this.people, application));
    return claimedGrounds.filter((ground) => {
      const claim = kept.find((one) => one.ground === ground);
      return claim
        ? isUnanswered({ at: claim.at, hasEnded: claim.endedAt !== null }, declaredAt)
        : declaredAt === null && made.includes(ground);
    });
  }

  /** A member's access to a dossier. */
  readingOf(
    accountId: string,
    application: Applicant & Pick<Application, 'state'>,
    declarations: readonly Declaration[],
  ): Reading {
    return readingOf({
      state: application.state,
      isMember: this.members.some((member) => member.accountId === accountId),
      isInConflict: this.groundsOf(accountId, application, declarations).length > 0,
      hasDeclared: declarations.some((one) => one.applicationId === application.id && one.accountId === accountId),
      isAsked: this.claimsOn(accountId, application, declarations).length > 0,
    });
  }

  private keptOf(accountId: string, { id }: Applicant): readonly KeptConflict[] {
    return this.kept.get(pairOf({ applicationId: id, accountId })) ?? [];
  }
}

const pairOf = ({ applicationId, accountId }: { applicationId: string; accountId: string }): string =>
  `${applicationId} ${accountId}`;

const byRank = ['chair', 'deputy', 'member'] as const;

/** Reads commissions. Four statements, independent of the number of applicants. */
@Injectable()
export class CommissionPanels {
  constructor(
    private readonly database: Database,
    private readonly roles: RoleRegister,
    private readonly people: PeopleDirectory,
  ) {}

  /**
   * The commission of an edition, beside these applicants. Commands ask for it after they have locked the application.
   */
  async of(editionId: string, applicantIds: readonly string[]): Promise<CommissionPanel> {
    const holders = await this.roles.holders(editionId, byRank);
    const accountIds = [...new Set(holders.map(({ accountId }) => accountId))];
    const members = accountIds.map((accountId) => {
      const held = holders.filter((holder) => holder.accountId === accountId).map(({ role }) => role);
      return { accountId, role: byRank.find((role) => held.includes(role)) ?? 'member' };
    });
    return new CommissionPanel(
      members,
      await this.people.byIds([...accountIds, ...applicantIds]),
      await this.kept(editionId, applicantIds),
    );
  }

  private async kept(editionId: string, applicantIds: readonly string[]): Promise<KeptConflict[]> {
    if (!applicantIds.length) return [];
    return this.database.read
      .createQueryBuilder(Conflict, 'conflict')
      .select(['id', 'applicationId', 'accountId', 'ground', 'at', 'endedAt'].map((column) => `conflict.${column}`))
      .innerJoin('application', 'application', 'application.id = conflict.applicationId')
      .where('application.editionId = :editionId', { editionId })
      .andWhere('application.accountId IN (:...applicantIds)', { applicantIds })
      .orderBy('conflict.number')
      .getMany();
  }
}
