import { commissionRoles, refuse } from '@libretto/domain';
import { MoreThan, Not } from 'typeorm';
import type { Reaction, Tx } from '../../../platform/database/transaction';
import { Refused } from '../../../platform/refusals/refused';
import { ReactsTo } from '../../../platform/jobs/handler';
import { RoleProposed } from '../../editions';
import { Application } from '../dossier/application.entity';

/**
 * Nobody judges applicants with whom they compete for a place. A draft does not count: it can't be submitted any more.
 */
@ReactsTo(RoleProposed)
export class KeepApplicantsOut implements Reaction<RoleProposed> {
  async react({ accountId, editionId, role }: RoleProposed, tx: Tx): Promise<void> {
    if (!(commissionRoles as readonly string[]).includes(role)) return;
    const hasApplied = await tx.manager.existsBy(Application, {
      accountId,
      editionId,
      version: MoreThan(0),
      state: Not('withdrawn'),
    });
    if (hasApplied) throw new Refused(refuse('editions.has-applied'));
  }
}
