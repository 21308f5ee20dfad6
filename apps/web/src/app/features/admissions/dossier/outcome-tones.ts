import type { RulingOutcome } from '@libretto/domain';
import type { Tone } from '../../../ui/status';

/** How each outcome of a ruling looks. */
export const outcomeTones: Readonly<Record<RulingOutcome, Tone>> = {
  admitted: 'good',
  'admitted-by-exception': 'good',
  'waiting-list': 'wait',
  rejected: 'bad',
};
