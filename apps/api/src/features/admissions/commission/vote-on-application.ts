import { type Actor, castVote, type VoteChoice } from '@libretto/domain';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock/clock';
import { newId } from '../../../platform/database/new-id';
import { Transaction } from '../../../platform/database/transaction';
import { orRefuse } from '../../../platform/refusals/refused';
import { OpenDossiers } from '../dossier/open-dossiers';
import { termsOf } from '../dossier/terms';
import { Vote } from '../dossier/vote.entity';

/** Adds a member's vote. A member may vote anew: the earlier vote stays on record, the last one counts. */
@Injectable()
export class VoteOnApplication {
  constructor(
    private readonly transaction: Transaction,
    private readonly dossiers: OpenDossiers,
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
    const id = newId();
    await this.transaction.run(async (tx) => {
      const { application, edition, record } = await this.dossiers.lock(tx, actor, of);
      const { accountId } = actor;
      const isMine = (one: { accountId: string }) => one.accountId === accountId;
      const findings = record.findings.filter(isMine);
      const found = Object.fromEntries(findings.map(({ criterionId, finding }) => [criterionId, finding]));
      orRefuse(castVote(termsOf(edition), found, vote));
      const mine = { applicationId: application.id, accountId, round: application.round };
      const number = record.votes.filter(isMine).length + 1;
      await tx.insert(Vote, { id, ...mine, ...vote, number, at: this.clock.now() });
    });
    return { id };
  }
}
