import { commissionRoles } from '@libretto/domain';
import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { Database } from '../../../platform/database/database';
import { RoleRegister } from '../../accounts';
import { Application } from './application.entity';
import { applicantColumns } from './acquainted';
import { CommissionPanels } from './commission-panel';
import { Declaration } from './declaration.entity';

/**
 * The applications of which somebody must not learn anything. Coordinators and registrars can sit in a commission too:
 * every list, count, report, letter and file of an edition leaves these applications out for them.
 */
@Injectable()
export class Recusals {
  constructor(
    private readonly database: Database,
    private readonly roles: RoleRegister,
    private readonly panels: CommissionPanels,
  ) {}

  /**
   * The ids of the applications of an edition with which this account is in conflict; for somebody outside of the
   * commission, only their own.
   */
  of(accountId: string, editionId: string): Promise<ReadonlySet<string>> {
    return this.among(accountId, editionId, {});
  }

  /** Whether this account is in conflict with one application of an edition. It does not read the others. */
  async covers(accountId: string, editionId: string, applicationId: string): Promise<boolean> {
    return (await this.among(accountId, editionId, { id: applicationId })).has(applicationId);
  }

  private async among(accountId: string, editionId: string, which: { id?: string }): Promise<ReadonlySet<string>> {
    const members = await this.roles.holders(editionId, commissionRoles);
    if (!members.some((member) => member.accountId === accountId)) {
      const own = await this.database.read.find(Application, {
        select: { id: true },
        where: { ...which, editionId, accountId },
      });
      return new Set(own.map(({ id }) => id));
    }
    const applicants = await this.database.read.find(Application, {
      select: applicantColumns,
      where: { ...which, editionId },
    });
    const panel = await this.panels.of(
      editionId,
      applicants.map((applicant) => applicant.accountId),
    );
    const of = { accountId, applicationId: In(applicants.map(({ id }) => id)) };
    const declarations = applicants.length ? await this.database.read.findBy(Declaration, of) : [];
    return new Set(
      applicants
        .filter((applicant) => panel.groundsOf(accountId, applicant, declarations).length > 0)
        .map(({ id }) => id),
    );
  }
}
