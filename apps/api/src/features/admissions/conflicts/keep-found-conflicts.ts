import { commissionRoles } from '@libretto/domain';
import { In, IsNull, Not } from 'typeorm';
import { Database } from '../../../platform/database/database';
import type { Reaction, Tx } from '../../../platform/database/transaction';
import { ReactsTo } from '../../../platform/jobs/handler';
import { AccountChanged, InstitutionMoved, RoleRegister, RoleGranted } from '../../accounts';
import { ApplicationSubmitted } from '../dossier/admissions.events';
import { Application } from '../dossier/application.entity';
import { applicantColumns } from '../dossier/acquainted';
import { ConflictDetection } from './conflict-detection';

const hasBeenSubmitted = { submittedAt: Not(IsNull()) };

/** An application has arrived, or come back: its referees are copied, and it is compared with the whole commission. */
@ReactsTo(ApplicationSubmitted)
export class KeepConflictsOfApplicant implements Reaction<ApplicationSubmitted> {
  constructor(
    private readonly database: Database,
    private readonly roles: RoleRegister,
    private readonly keeper: ConflictDetection,
  ) {}

  async react({ applicationId: id }: ApplicationSubmitted, tx: Tx): Promise<void> {
    const now = await tx.manager.findOneByOrFail(Application, { id });
    // Referees named in an earlier version count as well.
    const before = await this.database.beforehand((read) =>
      read.findOne(Application, { select: applicantColumns, where: { id } }),
    );
    await tx.save(Object.assign(now, { referees: now.form.referees }));
    const members = await this.roles.holders(now.editionId, commissionRoles);
    await this.keeper.keep(
      tx,
      members.map(({ accountId }) => accountId),
      before ? [before, now] : [now],
    );
  }
}

/** Somebody joins a commission: they are compared with everybody who has applied to the edition. */
@ReactsTo(RoleGranted)
export class KeepConflictsOfMember implements Reaction<RoleGranted> {
  constructor(private readonly keeper: ConflictDetection) {}

  async react({ accountId, editionId, role }: RoleGranted, tx: Tx): Promise<void> {
    if (!commissionRoles.some((one) => one === role)) return;
    const applicants = await tx.manager.find(Application, {
      select: applicantColumns,
      where: { editionId, ...hasBeenSubmitted },
    });
    await this.keeper.keep(tx, [accountId], applicants);
  }
}

/**
 * Somebody has another name, address or institution: they are compared anew in each commission that they belong to and
 * each edition that they applied to.
 */
@ReactsTo(AccountChanged)
export class KeepConflictsOfAccount implements Reaction<AccountChanged> {
  constructor(
    private readonly roles: RoleRegister,
    private readonly keeper: ConflictDetection,
  ) {}

  async react({ accountId }: AccountChanged, tx: Tx): Promise<void> {
    const seats = await this.roles.heldBy(accountId, ...commissionRoles);
    const editionId = In(seats.map((seat) => seat.editionId));
    const others = seats.length
      ? await tx.manager.find(Application, { select: applicantColumns, where: { editionId, ...hasBeenSubmitted } })
      : [];
    await this.keeper.keep(tx, [accountId], others);
    const select = { ...applicantColumns, editionId: true };
    for (const own of await tx.manager.find(Application, { select, where: { accountId, ...hasBeenSubmitted } })) {
      const members = await this.roles.holders(own.editionId, commissionRoles);
      await this.keeper.keep(
        tx,
        members.map((member) => member.accountId),
        [own],
      );
    }
  }
}

/**
 * Two institutions became one: their applications count for it, and their applicants are compared anew with their
 * commissions.
 */
@ReactsTo(InstitutionMoved)
export class KeepConflictsOfInstitution implements Reaction<InstitutionMoved> {
  constructor(
    private readonly roles: RoleRegister,
    private readonly keeper: ConflictDetection,
  ) {}

  async react({ fromId, intoId, country }: InstitutionMoved, tx: Tx): Promise<void> {
    await tx.manager.update(Application, { institutionId: fromId }, { institutionId: intoId, country });
    const select = { ...applicantColumns, editionId: true };
    const applicants = await tx.manager.find(Application, {
      select,
      where: { institutionId: intoId, ...hasBeenSubmitted },
    });
    for (const [editionId, from] of Map.groupBy(applicants, (one) => one.editionId)) {
      const members = await this.roles.holders(editionId, commissionRoles);
      await this.keeper.keep(
        tx,
        members.map(({ accountId }) => accountId),
        from,
      );
    }
  }
}
