import type { RulingView, VoteView } from '@libretto/contracts';
import type { Application } from '../application/application.entity';
import type { Ruling } from '../ruling/ruling.entity';
import type { Bench } from './bench';
import type { Vote } from './vote.entity';

/** A vote as those who may see it do. */
export const voteShown = (bench: Bench, { answeredAt }: Pick<Application, 'answeredAt'>, { accountId, choice, reason, at }: Vote): VoteView => ({
  name: bench.nameOf(accountId),
  choice,
  reason,
  at: at.toISOString(),
  beforeAnswer: answeredAt !== null && at < answeredAt,
});

export const rulingShown = (bench: Bench, { outcome, reason, at, byId, decidedByChair }: Ruling): RulingView => ({
  outcome,
  reason,
  at: at.toISOString(),
  by: bench.nameOf(byId),
  decidedByChair,
});
