import { type CommissionMember, type ConflictGround, conflictsFound } from '@libretto/domain';
import { Injectable } from '@nestjs/common';
import { PeopleDirectory, type PersonCard, RoleBook } from '../../accounts';
import type { Application } from '../application/application.entity';
import type { Declaration } from './declaration.entity';

type Applicant = Pick<Application, 'id' | 'accountId' | 'institutionId' | 'form'>;

/** A commission beside its applicants: who sits in it, and who of them is in conflict with whom. */
export class Bench {
  constructor(
    readonly members: readonly CommissionMember[],
    private readonly people: ReadonlyMap<string, PersonCard>,
  ) {}

  person(accountId: string): PersonCard | undefined {
    return this.people.get(accountId);
  }

  nameOf(accountId: string): string {
    return this.people.get(accountId)?.name ?? '';
  }

  /** The conflicts with one applicant, by member: declared and found. Members without one are not in it. */
  conflictsWith(application: Applicant, declarations: readonly Declaration[]): Map<string, ConflictGround[]> {
    const applicant = this.acquainted(application.accountId, application.institutionId);
    const grounds = this.members.map(({ accountId }): [string, ConflictGround[]] => {
      const declared = declarations.some(
        (one) => one.applicationId === application.id && one.accountId === accountId && one.inConflict,
      );
      const found = conflictsFound(this.acquainted(accountId), applicant, application.form.referees);
      return [accountId, [...(declared ? (['declared'] as const) : []), ...found]];
    });
    return new Map(grounds.filter(([, found]) => found.length > 0));
  }

  private acquainted(accountId: string, institutionId: string | null = null) {
    const person = this.people.get(accountId);
    return {
      accountId,
      name: this.nameOf(accountId),
      email: person?.email ?? '',
      institutionId: institutionId ?? person?.institution?.id ?? null,
    };
  }
}

const byRank = ['chair', 'deputy', 'member'] as const;

/** Seats commissions. Three statements, whatever the number of applicants. */
@Injectable()
export class Benches {
  constructor(
    private readonly roles: RoleBook,
    private readonly people: PeopleDirectory,
  ) {}

  /** Who sits in the commission of an edition, beside these people. Commands ask before they open their transaction. */
  async of(editionId: string, applicantIds: readonly string[]): Promise<Bench> {
    const holders = await this.roles.holders(editionId, ...byRank);
    const accountIds = [...new Set(holders.map(({ accountId }) => accountId))].sort();
    const members = accountIds.map((accountId) => {
      const held = holders.filter((holder) => holder.accountId === accountId).map(({ role }) => role);
      return { accountId, role: byRank.find((role) => held.includes(role)) ?? 'member' };
    });
    return new Bench(members, await this.people.byIds([...accountIds, ...applicantIds]));
  }
}
