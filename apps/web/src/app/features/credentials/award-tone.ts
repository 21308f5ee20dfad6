import type { standingOf } from '@libretto/domain';
import type { KeyBelow } from '@libretto/language';
import type { Tone } from '../../ui/status';

export type Standing = ReturnType<typeof standingOf>;

export const toneOf: Record<Standing, Tone> = {
  queued: 'now',
  signed: 'now',
  stopped: 'wait',
  issued: 'good',
  suspended: 'wait',
  revoked: 'bad',
};

/** The key of the words for a missing element. */
export const missingKey = (element: string) =>
  `credentials.missing.${element as KeyBelow<'credentials.missing'>}` as const;
