import type { Actor } from '@libretto/domain';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock/clock';
import { newId } from '../../../platform/database/new-id';
import { Transaction } from '../../../platform/database/transaction';
import { notFound } from '../../../platform/refusals/refused';
import { Application } from '../dossier/application.entity';
import { CommissionPanels } from '../dossier/commission-panel';
import { Declaration } from '../dossier/declaration.entity';
import { ViewedVersion } from './viewed-version.entity';

/**
 * Records that a member has viewed a version of a dossier: the page reports it once it shows, since reading alone
 * changes nothing.
 */
@Injectable()
export class LookAtDossier {
  constructor(
    private readonly transaction: Transaction,
    private readonly panels: CommissionPanels,
    private readonly clock: Clock,
  ) {}

  run({ accountId }: Actor, of: { editionId: string; applicationId: string }, version: number): Promise<void> {
    return this.transaction.run(async (tx) => {
      const application = await tx.lock(Application, of.applicationId);
      const panel = await this.panels.of(application.editionId, [application.accountId]);
      const declarations = await tx.manager.findBy(Declaration, { applicationId: application.id });
      const reads = panel.readingOf(accountId, application, declarations) === 'reads';
      if (application.editionId !== of.editionId || !reads || version > application.version) throw notFound();
      const at = this.clock.now();
      const mine = { applicationId: application.id, accountId, version };
      const before = await tx.manager.findOneBy(ViewedVersion, mine);
      if (before) await tx.save(Object.assign(before, { at }));
      else await tx.insert(ViewedVersion, { id: newId(), ...mine, at });
    });
  }
}
