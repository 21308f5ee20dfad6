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
import { rowsOf, type Values } from '../../../platform/database/read-together';
import { type HeldRole, idsOfHolders, peopleRows, type PersonCard, roleRows } from '../../accounts';
import { acquainted, acquaintedApplicant, type Applicant } from './acquainted';
import type { Application } from './application.entity';
import { Conflict } from './conflict.entity';
import type { Declaration } from './declaration.entity';
import { type DeliberationRecord, recordOf, recordRows } from './deliberation-record';

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

/** Selects the applicants of the applications `:...applicationIds`, as `id`. */
export const idsOfApplicants = 'SELECT accountId AS id FROM application WHERE id IN (:...applicationIds)';

const keptColumns = ['id', 'applicationId', 'accountId', 'ground', 'number', 'at', 'endedAt'] as const;

/**
 * The rows of the commission of an edition beside some applicants, whose accounts this SQL selects as `id`; for a statement
 * that reads other rows too.
 */
export const panelRows = (editionId: string, applicants: string, values: Values) => ({
  seats: roleRows(editionId, byRank),
  people: peopleRows(`${idsOfHolders} UNION ${applicants}`, { ...values, editionId, roles: byRank }),
  kept: rowsOf(
    Conflict,
    `JOIN application ON application.id = it.applicationId
     WHERE application.editionId = :editionId AND application.accountId IN (${applicants})`,
    { ...values, editionId },
    { columns: keptColumns, by: ['number'] },
  ),
});

/** The conflicts that are kept between one member and any applicant of an edition. */
export const keptWith = (editionId: string, accountId: string) =>
  rowsOf(
    Conflict,
    'JOIN application ON application.id = it.applicationId WHERE application.editionId = :editionId AND it.accountId = :accountId',
    { editionId, accountId },
    { columns: keptColumns, by: ['number'] },
  );

/** The commission that these rows make. */
export function panelOf(rows: {
  readonly seats: readonly HeldRole[];
  readonly people: readonly PersonCard[];
  readonly kept: readonly KeptConflict[];
}): CommissionPanel {
  const roles = Map.groupBy(rows.seats, ({ accountId }) => accountId);
  const members = [...roles].map(([accountId, held]) => ({
    accountId,
    role: byRank.find((rank) => held.some(({ role }) => role === rank)) ?? ('member' as const),
  }));
  return new CommissionPanel(members, new Map(rows.people.map((person) => [person.id, person])), rows.kept);
}

/** Reads commissions. One statement, independent of the number of applicants. */
@Injectable()
export class CommissionPanels {
  constructor(private readonly database: Database) {}

  /**
   * The commission of an edition, beside these applicants. Commands ask for it after they have locked the application.
   */
  async of(editionId: string, applicantIds: readonly string[]): Promise<CommissionPanel> {
    const applicants = 'SELECT id FROM account WHERE id IN (:...applicantIds)';
    return panelOf(await this.database.together(panelRows(editionId, applicants, { applicantIds })));
  }

  /** The same beside these applications of the edition, with the members' record on them in their current round. */
  async beside(
    editionId: string,
    applications: readonly Pick<Application, 'id' | 'round'>[],
  ): Promise<{ panel: CommissionPanel; record: DeliberationRecord }> {
    const applicationIds = applications.map(({ id }) => id);
    const rows = await this.database.together({
      ...panelRows(editionId, idsOfApplicants, { applicationIds }),
      ...recordRows(applicationIds),
    });
    return { panel: panelOf(rows), record: recordOf(rows, applications) };
  }
}
