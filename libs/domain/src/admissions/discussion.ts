import { type ApplicationState, isBeforeCommission } from './application';
import { seesOthers } from './voting';

/**
 * Whether members can comment on a dossier: `after-vote` until the member has voted, `paused` while it is with the
 * applicant, `closed` once there is a ruling.
 */
export const discussionStandings = ['open', 'after-vote', 'paused', 'closed'] as const;
export type DiscussionStanding = (typeof discussionStandings)[number];

/**
 * A discussion shows the others' opinions, so it opens with the member's own vote; after the ruling it stays readable.
 */
export function discussionStanding({
  state,
  hasVoted,
}: {
  state: ApplicationState;
  hasVoted: boolean;
}): DiscussionStanding {
  const isRuled = state === 'ruled';
  if (!seesOthers({ hasVoted, isRuled })) return 'after-vote';
  if (isRuled) return 'closed';
  return isBeforeCommission(state) ? 'open' : 'paused';
}
