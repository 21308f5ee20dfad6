import type { Actor } from '@libretto/domain';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock/clock';
import { Database } from '../../../platform/database/database';
import { newId } from '../../../platform/database/new-id';
import { rowsOf } from '../../../platform/database/read-together';
import { Transaction } from '../../../platform/database/transaction';
import { notFound } from '../../../platform/refusals/refused';
import { Application, onList } from '../dossier/application.entity';
import { idsOfApplicants, panelOf, panelRows } from '../dossier/commission-panel';
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
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  run({ accountId }: Actor, of: { editionId: string; applicationId: string }, version: number): Promise<void> {
    return this.transaction.run(async (tx) => {
      const { applications, declarations, ...panel } = await this.database.together({
        applications: rowsOf(
          Application,
          'WHERE it.id = :applicationId AND it.editionId = :editionId',
          { ...of },
          { columns: onList },
        ),
        declarations: rowsOf(Declaration, 'WHERE it.applicationId = :applicationId', { ...of }),
        ...panelRows(of.editionId, idsOfApplicants, { applicationIds: [of.applicationId] }),
      });
      const [application] = applications;
      const reads = application && panelOf(panel).readingOf(accountId, application, declarations) === 'reads';
      if (!reads || version > application.version) throw notFound();
      const viewed = { applicationId: application.id, accountId, version, at: this.clock.now() };
      await tx.put(ViewedVersion, ['applicationId', 'accountId', 'version'], { id: newId(), ...viewed });
    });
  }
}
