import type { ConsentState } from '@libretto/domain';
import type { Tone } from '../../ui/status';

export const consentTones: Readonly<Record<ConsentState, Tone>> = {
  asked: 'wait',
  given: 'good',
  declined: 'bad',
  withdrawn: 'bad',
};
