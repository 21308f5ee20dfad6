import { type Actor, workOn } from '@libretto/domain';
import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../platform/database/transaction';
import { notFound, orNotFound, orRefuse } from '../../../platform/refusals/refused';
import { EditionDirectory } from '../../editions';
import { Application } from './application.entity';
import { CommissionPanels } from './commission-panel';
import { decidesOn } from './deliberation';

/** The dossiers that members work on. */
@Injectable()
export class OpenDossiers {
  constructor(
    private readonly editions: EditionDirectory,
    private readonly panels: CommissionPanels,
  ) {}

  /**
   * Locks a dossier for a member's work: it is before the commission, and open to this member. What the work needs is read
   * with it, in one statement.
   */
  async lock(tx: Tx, actor: Actor, at: { editionId: string; applicationId: string }) {
    const application = await tx.lock(Application, at.applicationId);
    if (application.editionId !== at.editionId) throw notFound();
    // Read under the lock: a conflict that was pinned in between is seen.
    const [found, { panel, record }] = await Promise.all([
      this.editions.byId(at.editionId),
      this.panels.beside(at.editionId, [application]),
    ]);
    const edition = orNotFound(found);
    const reading = panel.readingOf(actor.accountId, application, record.declarations);
    const decides = decidesOn(actor.accountId, application, panel, record);
    orRefuse(workOn({ state: application.state, reading, decides }));
    return { application, edition, panel, record };
  }
}
