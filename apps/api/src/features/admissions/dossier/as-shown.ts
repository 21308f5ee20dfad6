import type { RulingView, VoteView } from '@libretto/contracts';
import type { Application } from './application.entity';
import type { Ruling } from './ruling.entity';
import type { CommissionPanel } from './commission-panel';
import type { Vote } from './vote.entity';

/** A vote as it shows to the members who may see it. */
export const voteShown = (
  panel: CommissionPanel,
  { answeredAt }: Pick<Application, 'answeredAt'>,
  { accountId, choice, reason, at }: Vote,
): VoteView => ({
  name: panel.nameOf(accountId),
  choice,
  reason,
  at: at.toISOString(),
  beforeAnswer: answeredAt !== null && at < answeredAt,
});

export const rulingShown = (
  panel: CommissionPanel,
  { outcome, reason, at, byId, decidedByChair }: Ruling,
): RulingView => ({
  outcome,
  reason,
  at: at.toISOString(),
  by: panel.nameOf(byId),
  decidedByChair,
});
