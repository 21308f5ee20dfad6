import { type Actor, castVote, type VoteChoice } from '@libretto/domain';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock/clock';
import { newId } from '../../../platform/database/new-id';
import { Transaction } from '../../../platform/database/transaction';
import { orNotFound, orRefuse } from '../../../platform/refusals/refused';
import { EditionDirectory } from '../../editions';
import { CommissionPanels } from '../dossier/commission-panel';
import { Finding } from '../dossier/finding.entity';
import { lockDossier } from '../dossier/lock-dossier';
import { termsOf } from '../dossier/terms';
import { Vote } from '../dossier/vote.entity';

/** Adds a member's vote. A member may vote anew: the earlier vote stays on record, the last one counts. */
@Injectable()
export class VoteOnApplication {
  constructor(
    private readonly transaction: Transaction,
    private readonly editions: EditionDirectory,
    private readonly panels: CommissionPanels,
    private readonly clock: Clock,
  ) {}

  /**
   * Refusals: admissions.declare-first, admissions.not-before-commission, admissions.ruled-first,
   * admissions.findings-missing, admissions.required-criterion-missed, admissions.no-exception,
   * admissions.exception-not-shown.
   */
  async run(
    actor: Actor,
    of: { editionId: string; applicationId: string },
    vote: { choice: VoteChoice; reason: string },
  ): Promise<{ id: string }> {
    const edition = orNotFound(await this.editions.byId(of.editionId));
    const id = newId();
    await this.transaction.run(async (tx) => {
      const { id: applicationId, round } = await lockDossier(tx, actor, this.panels, of);
      const mine = { applicationId, accountId: actor.accountId, round };
      const findings = await tx.manager.findBy(Finding, mine);
      const found = Object.fromEntries(findings.map(({ criterionId, finding }) => [criterionId, finding]));
      orRefuse(castVote(termsOf(edition), found, vote));
      const before = await tx.manager.countBy(Vote, mine);
      await tx.insert(Vote, { id, ...mine, ...vote, number: before + 1, at: this.clock.now() });
    });
    return { id };
  }
}
