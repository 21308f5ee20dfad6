import type { DeskStep } from '@libretto/domain';
import type { Tone } from '../../../ui/status';

/** The look of each step of a member with a dossier. */
export const deskTones: Readonly<Record<DeskStep, Tone>> = {
  'to-declare': 'wait',
  'to-find': 'now',
  'to-vote': 'now',
  voted: 'good',
  returned: 'wait',
  ruled: 'plain',
};
