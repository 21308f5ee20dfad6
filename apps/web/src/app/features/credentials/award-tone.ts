import type { AwardStanding } from '@libretto/domain';
import type { KeyBelow } from '@libretto/language';
import type { Tone } from '../../ui/status';

export const toneOf: Record<AwardStanding, Tone> = {
  ready: 'wait',
  failed: 'bad',
  queued: 'now',
  signed: 'now',
  unapproved: 'wait',
  stopped: 'wait',
  issued: 'good',
  suspended: 'wait',
  revoked: 'bad',
};

/** The key of the words for a missing element. */
export const missingKey = (element: string) =>
  `credentials.missing.${element as KeyBelow<'credentials.missing'>}` as const;
