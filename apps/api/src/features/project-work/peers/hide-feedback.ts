import type { hideFeedback, InputOf } from '@libretto/contracts';
import { type Actor, refuse } from '@libretto/domain';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock/clock';
import { Transaction } from '../../../platform/database/transaction';
import { notFound, Refused } from '../../../platform/refusals/refused';
import { FeedbackOverviews } from './feedback-overviews';
import { PeerFeedback } from './peer-feedback.entity';

type Input = InputOf<typeof hideFeedback>;

/** Hides a feedback that hurts. It stays given: its giver reads the reason, and tutors still read it. */
@Injectable()
export class HideFeedback {
  constructor(
    private readonly transaction: Transaction,
    private readonly clock: Clock,
    private readonly overviews: FeedbackOverviews,
  ) {}

  /** Refusals: peer-feedback.not-given, peer-feedback.hidden-already. */
  async run(actor: Actor, { editionId, feedbackId }: Input['params'], { reason }: Input['body']): Promise<void> {
    await this.transaction.run(async (tx) => {
      const row = await tx.lock(PeerFeedback, feedbackId);
      if (row.editionId !== editionId || !(await this.overviews.maySee(actor, editionId, row.id))) throw notFound();
      if (row.state !== 'given') throw new Refused(refuse('peer-feedback.not-given'));
      if (row.hiddenAt) throw new Refused(refuse('peer-feedback.hidden-already'));
      const hidden = { hiddenAt: this.clock.now(), hiddenBy: actor.accountId, hiddenReason: reason };
      await tx.save(Object.assign(row, hidden));
    });
  }
}
