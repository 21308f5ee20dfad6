import type { AwardRow } from '@libretto/contracts';
import type { KeyBelow } from '@libretto/language';
import type { Tone } from '../../ui/status';

export type Standing = AwardRow['state'] | 'revoked';

/** The one word for the state of an award: a revoked credential outweighs the state of its issue. */
export const standingOf = ({ state, credential }: Pick<AwardRow, 'state' | 'credential'>): Standing =>
  credential?.state === 'revoked' ? 'revoked' : state;

export const toneOf: Record<Standing, Tone> = {
  queued: 'now',
  signed: 'now',
  stopped: 'wait',
  issued: 'good',
  revoked: 'bad',
};

/** The key of the words for a missing element. */
export const missingKey = (element: string) =>
  `credentials.missing.${element as KeyBelow<'credentials.missing'>}` as const;
