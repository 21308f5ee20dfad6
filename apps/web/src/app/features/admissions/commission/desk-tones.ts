import type { DeskStep } from '@libretto/domain';
import type { Tone } from '../../../ui/status';

/** How each step of a member with a dossier looks. */
export const deskTones: Readonly<Record<DeskStep, Tone>> = {
  'to-declare': 'wait',
  'to-find': 'now',
  'to-vote': 'now',
  voted: 'good',
  returned: 'wait',
  ruled: 'plain',
};
