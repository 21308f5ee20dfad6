import {
  type Actor,
  applicationProcess,
  baseOf,
  become,
  type Decided,
  type Deliberation,
  outcomeOf,
  refuse,
  ruleOn,
  type RulingOutcome,
  votesThatCount,
} from '@libretto/domain';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock/clock';
import { newId } from '../../../platform/database/new-id';
import { Transaction, type Tx } from '../../../platform/database/transaction';
import { allow, notFound, orNotFound, orRefuse, Refused } from '../../../platform/refusals/refused';
import { EditionDirectory } from '../../editions';
import { PlaceAllocation } from '../../places';
import { ApplicationRuled } from '../dossier/admissions.events';
import { mayRuleWhereOneChairs } from '../dossier/admissions.policy';
import { Application } from '../dossier/application.entity';
import { type CommissionPanel, CommissionPanels } from '../dossier/commission-panel';
import { deliberationOn } from '../dossier/deliberation';
import { Ruling, type RulingRecord } from '../dossier/ruling.entity';
import type { DeliberationRecord } from '../dossier/deliberation-record';
import { termsOf } from '../dossier/terms';

/** A meeting in which rulings are made. */
export interface MeetingToRuleIn {
  readonly id: string;
  /** Keeps it open until the ruling is committed; refuses if it is closed. */
  holdOpen(tx: Tx): Promise<unknown>;
}

/** A ruling to be made: its outcome as it was previewed, its reason, and its meeting. */
interface ToRule {
  reason: string;
  outcome: RulingOutcome;
  meeting?: MeetingToRuleIn;
}

/** Records the commission’s ruling on one application, and holds the place that it brings. */
@Injectable()
export class RuleOnApplication {
  constructor(
    private readonly transaction: Transaction,
    private readonly editions: EditionDirectory,
    private readonly panels: CommissionPanels,
    private readonly places: PlaceAllocation,
    private readonly clock: Clock,
  ) {}

  /**
   * Refusals: admissions.not-the-chair, admissions.declare-first, admissions.chair-votes-first,
   * admissions.not-before-commission, admissions.quorum-missing, admissions.tie-needs-chair,
   * admissions.required-criterion-missed, admissions.no-exception, admissions.exception-not-shown,
   * admissions.outcome-changed.
   */
  async run(
    actor: Actor,
    of: { editionId: string; applicationId: string },
    { reason, outcome: previewed, meeting }: ToRule,
  ): Promise<{ id: string }> {
    const edition = orNotFound(await this.editions.byId(of.editionId));
    const id = newId();
    await this.transaction.run(async (tx) => {
      allow(mayRuleWhereOneChairs(actor, of));
      await meeting?.holdOpen(tx);
      const application = await tx.lock(Application, of.applicationId);
      if (application.editionId !== of.editionId) throw notFound();
      // Read under the lock: a conflict that was pinned in between is seen.
      const { panel, record } = await this.panels.beside(of.editionId, [application]);
      const deliberation = deliberationOn(application, termsOf(edition), panel, record);
      if (deliberation.inConflict.has(actor.accountId)) throw notFound();
      const decided = orRefuse(ruleOn(deliberation, { accountId: actor.accountId, reason }));
      const placeUntil = decided.decision === 'rejected' ? null : await this.places.hold(tx, admitted(application));
      const outcome = outcomeOf(decided.decision, placeUntil !== null);
      // The outcome must still be the previewed one: a place may have gone, or a vote changed, in between.
      if (outcome !== previewed) throw new Refused(refuse('admissions.outcome-changed', { previewed, outcome }));
      // The ruling comes first: the database lets no application become ruled without one.
      await tx.insert(Ruling, {
        id,
        applicationId: application.id,
        number: application.round,
        outcome,
        decision: decided.decision,
        decidedByChair: decided.votes.decidedByChair,
        reason,
        byId: actor.accountId,
        at: this.clock.now(),
        quorum: decided.quorum,
        castVotes: Object.values(decided.votes.counts).reduce((sum, count) => sum + count, 0),
        placeUntil,
        record: recordOf(decided, deliberation, panel, application, record),
        meetingId: meeting?.id ?? null,
        erasedAt: null,
      });
      application.state = orRefuse(become(applicationProcess, application.state, 'ruled', 'admissions.no-such-step'));
      await tx.save(application);
      await tx.publish(new ApplicationRuled(application.id, id));
    });
    return { id };
  }
}

function admitted({ id, editionId, accountId, institutionId, country, submittedAt }: Application) {
  if (!institutionId || !country || !submittedAt)
    throw new Error(`application ${id} was submitted without an institution`);
  return { editionId, applicationId: id, accountId, institutionId, country, appliedAt: submittedAt };
}

function recordOf(
  decided: Decided,
  deliberation: Deliberation,
  panel: CommissionPanel,
  application: Application,
  record: DeliberationRecord,
): RulingRecord {
  const { members, secondRound } = baseOf(deliberation);
  return {
    membersWithoutConflict: decided.membersWithoutConflict,
    votes: votesThatCount(record.votes)
      .filter(({ accountId }) => members.some((member) => member.accountId === accountId))
      .map(({ accountId, choice, reason, at }) => ({ accountId, choice, reason, at: at.toISOString() })),
    counts: decided.votes.counts,
    findings: Object.fromEntries(
      Object.entries(decided.findings).map(([id, { choice, counts }]) => [id, { finding: choice, counts }]),
    ),
    recused: [...panel.conflictsWith(application, record.declarations)].map(([accountId, grounds]) => ({
      accountId,
      grounds,
    })),
    ...(secondRound
      ? {
          appeal: {
            base: secondRound,
            deciding: members.map(({ accountId }) => accountId),
            keepsFirst: decided.keepsFirst,
          },
        }
      : {}),
  };
}
