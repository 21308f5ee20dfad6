import type { RulingOutcome } from '@libretto/domain';
import type { Tone } from '../../../ui/status';

/** The look of each outcome of a ruling. */
export const outcomeTones: Readonly<Record<RulingOutcome, Tone>> = {
  admitted: 'good',
  'admitted-by-exception': 'good',
  'waiting-list': 'wait',
  rejected: 'bad',
};
