import type { FeedbackDraftBody, giveFeedback, InputOf, saveFeedbackDraft } from '@libretto/contracts';
import { type Actor, become, feedbackProcess, fillRubric, mayWriteFeedback, refuse } from '@libretto/domain';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock/clock';
import { Transaction } from '../../../platform/database/transaction';
import { mergedOrRefuse, orRefuse, Refused } from '../../../platform/refusals/refused';
import { FeedbackGiven } from '../project-work.events';
import { GroupRoll } from '../work/group-roll';
import { draftOf, FeedbackAtHand } from './feedback-at-hand';
import { rubricOfKind } from './feedback-terms';

type Saving = InputOf<typeof saveFeedbackDraft>;
type Giving = InputOf<typeof giveFeedback>;

/** Writes a feedback that somebody is asked for: its draft, until it is given. */
@Injectable()
export class WriteFeedback {
  constructor(
    private readonly transaction: Transaction,
    private readonly clock: Clock,
    private readonly atHand: FeedbackAtHand,
    private readonly roll: GroupRoll,
  ) {}

  /**
   * Refusals: peer-feedback.still-open, peer-feedback.hidden, peer-feedback.over, project-work.unknown-rubric-row,
   * common.changed-elsewhere.
   */
  async save(actor: Actor, params: Saving['params'], change: Saving['body']): Promise<{ stored: FeedbackDraftBody }> {
    return this.transaction.run(async (tx) => {
      const { row, brief, changes } = await this.atHand.lock(tx, actor, params);
      orRefuse(mayWriteFeedback({ state: row.state, isHidden: row.hiddenAt !== null }, changes, this.clock.now()));
      const rows = new Map(rubricOfKind(brief, row.kind).map(({ id, levels }) => [id, levels]));
      const isUnknown =
        Object.entries(change.to.levels ?? {}).some(([id, level]) => !rows.get(id)?.some((one) => one.id === level)) ||
        Object.keys(change.to.comments ?? {}).some((id) => !rows.has(id));
      if (isUnknown) throw new Refused(refuse('project-work.unknown-rubric-row'));
      const stored = mergedOrRefuse<FeedbackDraftBody>(draftOf(row), change);
      const state = row.state === 'given' ? 'given' : 'draft';
      await tx.save(Object.assign(row, { draft: stored, state }));
      return { stored };
    });
  }

  /**
   * Those for whom it is are told of what is given first, not of each change.
   * Refusals: peer-feedback.still-open, peer-feedback.hidden, peer-feedback.over, project-work.rubric-incomplete.
   */
  async give(actor: Actor, params: Giving['params'], { rubric }: Giving['body']): Promise<void> {
    await this.transaction.run(async (tx) => {
      const { row, brief, until, changes, enrolmentId, groupId } = await this.atHand.lock(tx, actor, params);
      const now = this.clock.now();
      orRefuse(mayWriteFeedback({ state: row.state, isHidden: row.hiddenAt !== null }, changes, now));
      const given = [...orRefuse(fillRubric(brief.peerFeedback[row.kind]?.rubric ?? [], rubric))];
      const isFirst = row.givenAt === null;
      const state = orRefuse(become(feedbackProcess, row.state, 'given', 'common.no-such-step'));
      const first = isFirst ? { givenAt: now, isLate: now > until } : {};
      await tx.save(Object.assign(row, { state, given, draft: null, ...first }));
      if (!isFirst) return;
      const receivers = row.memberId ? [row.memberId] : await this.roll.enrolmentsIn([String(groupId)]);
      await tx.publish(new FeedbackGiven([enrolmentId], receivers, brief.id));
    });
  }
}
