import { silentId } from '../../../platform/database/new-id';
import type { PeerFeedback } from './peer-feedback.entity';

/** A feedback on a work that is still to give. */
export const aFeedback = (
  values: Pick<PeerFeedback, 'editionId' | 'giverId'> & Partial<PeerFeedback>,
): PeerFeedback => ({
  ...{ id: silentId(), kind: 'across', workId: null, memberId: null, state: 'to-give', draft: null, given: null },
  ...{ givenAt: null, isLate: false, hiddenAt: null, hiddenBy: null, hiddenReason: null },
  ...values,
});
